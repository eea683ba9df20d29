package nl.opkoers.demo.municipality;

import java.util.List;

/**
 * Why a call was not answered as asked, RFC 9457. The sentences are in {@code problems.properties}.
 *
 * @param status the HTTP status, which also chooses the sentences
 * @param faults everything that is wrong with the request, all at once
 */
record Problem(int status, List<Fault> faults) {

    /**
     * One thing that is wrong with the request. It never holds the value that was sent.
     *
     * @param field the field it is about; empty when it is about the whole body
     * @param code  which sentence explains it
     */
    record Fault(String field, String code) {
    }

    Problem {
        faults = List.copyOf(faults);
    }

    static Problem of(int status) {
        return new Problem(status, List.of());
    }
}

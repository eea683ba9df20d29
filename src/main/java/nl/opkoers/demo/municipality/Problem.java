package nl.opkoers.demo.municipality;

import java.util.List;

/**
 * Why a call was not answered as asked, RFC 9457. The sentences are in {@code problems.properties}.
 *
 * @param status the HTTP status, which also chooses the sentences
 * @param mistakes everything that is wrong with the request, all at once
 */
record Problem(int status, List<Mistake> mistakes) {

    /**
     * One thing that is wrong with the request. It never holds the value that was sent.
     *
     * @param field the field it is about; empty when it is about the whole body
     * @param code  which sentence explains it
     */
    record Mistake(String field, String code) {
    }

    Problem {
        mistakes = List.copyOf(mistakes);
    }

    static Problem of(int status) {
        return new Problem(status, List.of());
    }
}

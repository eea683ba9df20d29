package nl.opkoers.demo.municipality;

import java.util.List;

/**
 * Why a call was not answered as asked, RFC 9457. The sentences are in {@code problems.properties}.
 *
 * @param status   the HTTP status
 * @param kind     the last part of the problem's type; null for the usual one of the status
 * @param mistakes everything that is wrong with the request, all at once
 */
public record Problem(int status, String kind, List<Mistake> mistakes) {

    /**
     * One thing that is wrong with the request. It never holds the value that was sent.
     *
     * @param field the field it is about; empty when it is about the whole body
     * @param code  what is wrong, which also chooses the sentence
     */
    public record Mistake(String field, String code) {
    }

    public Problem {
        mistakes = List.copyOf(mistakes);
    }

    Problem(int status, List<Mistake> mistakes) {
        this(status, null, mistakes);
    }

    static Problem of(int status) {
        return new Problem(status, List.of());
    }

    /** 409: what was asked does not go with what is so here. */
    static Problem conflict(String kind) {
        return new Problem(409, kind, List.of());
    }

    /** Which sentences tell it. */
    String sentences() {
        return kind == null ? Integer.toString(status) : kind;
    }
}

package nl.opkoers.law;

import java.util.Optional;
import java.util.stream.Stream;

/** The three learning routes of the law; the municipality decides on one in the PIP. Not yet decided is written as absent or null. */
public enum LearningRoute {
    /** Language exams at B1, or at A2 per skill after a level reduction. */
    B1("B"),
    /** A full-time language programme that leads to a Dutch education. */
    EDUCATION("O"),
    /** The self-reliance route: hours of language and, for asylum holders, participation. No central exams. */
    Z("Z");

    private final String code;

    LearningRoute(String code) {
        this.code = code;
    }

    /** The value of DUO's {@code Leerroute}. */
    public String code() {
        return code;
    }

    /** The route with this DUO code, or nothing when DUO has no such code (also for null). */
    public static Optional<LearningRoute> ofCode(String code) {
        return Stream.of(values()).filter(route -> route.code.equals(code)).findFirst();
    }
}

package nl.opkoers.law;

import java.util.Optional;
import java.util.stream.Stream;

/** A level of Dutch in the Common European Framework at which exams are held, from lowest to highest. */
public enum LanguageLevel {
    A2, B1, B2;

    /** The value of DUO's {@code ExamenniveauWI2021}. */
    public String code() {
        return name();
    }

    /** The level with this DUO code, or nothing when DUO has no such code (also for null). */
    public static Optional<LanguageLevel> ofCode(String code) {
        return Stream.of(values()).filter(level -> level.name().equals(code)).findFirst();
    }
}

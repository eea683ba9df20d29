package nl.opkoers.schools;

import java.util.Optional;
import java.util.stream.Stream;

/** A level of Dutch in the Common European Framework, from the very beginning on; courses begin and end at one. */
public enum Level {
    A0, A1, A2, B1, B2, C1, C2;

    /** The level with this code of the contract; empty when there is none such, also for {@code null}. */
    public static Optional<Level> ofCode(String code) {
        return Stream.of(values()).filter(level -> level.name().equals(code)).findFirst();
    }
}

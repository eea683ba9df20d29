package nl.opkoers.law;

import java.util.Optional;
import java.util.stream.Stream;

/** The five parts of the civic integration exam. */
public enum ExamPart {
    /** Knowledge of Dutch society; has no language level. */
    KNM("KNM"),
    READING("LE"),
    LISTENING("LU"),
    WRITING("SC"),
    SPEAKING("SP");

    private final String code;

    ExamPart(String code) {
        this.code = code;
    }

    /** The value of DUO's {@code ExamenonderdeelWI2021Inburgering}. */
    public String code() {
        return code;
    }

    /** Whether this part tests a language skill, and so is taken at a {@link LanguageLevel}. */
    public boolean isLanguageSkill() {
        return this != KNM;
    }

    /** The part with this DUO code, or nothing when DUO has no such code (also for null). */
    public static Optional<ExamPart> ofCode(String code) {
        return Stream.of(values()).filter(part -> part.code.equals(code)).findFirst();
    }
}

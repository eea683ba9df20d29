package nl.opkoers.law;

import java.util.Optional;
import java.util.OptionalInt;

/** One thing that a participant owes, or of which it is not yet known whether it is owed. */
public sealed interface Duty permits Duty.Owed, Duty.NotYetKnown {

    /** What it is. */
    DutyKind kind();

    /** Which exam part, for {@link DutyKind#EXAM} alone. */
    Optional<ExamPart> part();

    /**
     * Certainly owed.
     *
     * @param level the language level to reach; empty where the duty has none, as with KNM
     * @param hours how many hours; empty where the law sets no number
     * @param fact the rule that says so
     */
    record Owed(DutyKind kind, Optional<ExamPart> part, Optional<LanguageLevel> level, OptionalInt hours, Fact fact)
        implements Duty { }

    /** It depends on the group or the route, which are not known; or no rule is in force on the day asked about. */
    record NotYetKnown(DutyKind kind, Optional<ExamPart> part) implements Duty { }
}

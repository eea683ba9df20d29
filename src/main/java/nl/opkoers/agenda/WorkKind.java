package nl.opkoers.agenda;

import java.util.Arrays;
import java.util.Optional;

/** How somebody's work comes back, as they choose it themselves. */
public enum WorkKind {
    /** The same days every week. */
    WEEKLY("weekly"),
    /** The same days, one week and not the next. */
    ALTERNATING("everyOtherWeek"),
    /** Some days on and some days off. */
    SHIFTS("shifts"),
    /** Dates without a pattern. */
    LOOSE("loose");

    private final String tag;

    WorkKind(String tag) {
        this.tag = tag;
    }

    /** What it is called in addresses and forms. */
    public String tag() {
        return tag;
    }

    static Optional<WorkKind> ofTag(String tag) {
        return Arrays.stream(values()).filter(kind -> kind.tag.equals(tag)).findFirst();
    }

    static WorkKind of(WorkPattern pattern) {
        if (pattern instanceof WorkPattern.Weekly) {
            return WEEKLY;
        }
        if (pattern instanceof WorkPattern.EveryOtherWeek) {
            return ALTERNATING;
        }
        return pattern instanceof WorkPattern.Shifts ? SHIFTS : LOOSE;
    }
}

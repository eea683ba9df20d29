package nl.opkoers.schools;

import io.quarkus.qute.TemplateEnum;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody can look for, in the order in which the form asks for it. Each can be given up on its own. */
@TemplateEnum
public enum Criterion {
    /** The level that it leads to. */
    LEVEL,
    /** The learning route that it fits. */
    ROUTE,
    /** In the evening, in the weekend, or either. */
    TIMES,
    /** Outside of the hours in which this person works. */
    WORK,
    /** Begins within a number of weeks. */
    START,
    /** Within a number of kilometres. */
    NEAR,
    /** Costs at most so much a month. */
    MONTH,
    /** For the better part online. */
    ONLINE, CHILDCARE,
    /** For women only. */
    WOMEN,
    /** A school that bears the mark of Blik op Werk. */
    MARK,
    /** Learning to read and write. */
    LITERACY,
    /** With practice for the exams. */
    EXAM,
    /** The teacher can explain in this language. */
    LANGUAGE;

    /** The name that it has in an address. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Criterion> ofTag(String tag) {
        return Stream.of(values()).filter(criterion -> criterion.tag().equals(tag)).findFirst();
    }
}

package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.opkoers.law.ParticipantGroup;

/** Where somebody can learn or practise Dutch. What is {@code null} or empty is not known, and never means 'no'. */
public sealed interface Offer permits LessonCourse, PracticePlace {

    /** Unique among the offers of the same kind of this municipality. */
    String id();

    String name();

    /** When it is; empty where that is chosen or agreed, {@code null} when not known. */
    List<WeekTime> times();

    /** Whom it is for; empty when not known. */
    Set<ParticipantGroup> groups();

    Boolean womenOnly();

    /** Where it is, as {@code 1234 AB}. */
    String postcode();

    /** What it costs to take part, by the hour or each time; zero when it is free. */
    BigDecimal price();

    /** Who says all this. */
    String source();

    /** The last day on which somebody looked whether this still holds. */
    LocalDate checkedOn();

    /** Whether it is known to cost nothing. */
    default boolean isFree() {
        return price() != null && price().signum() == 0;
    }

    /** Whether it is for holders of an asylum permit. */
    default boolean isForAsylum() {
        return groups().contains(ParticipantGroup.ASYLUM);
    }
}

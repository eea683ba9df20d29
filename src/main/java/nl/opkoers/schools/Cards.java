package nl.opkoers.schools;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;

/** Makes what a page shows of offers, for one person on one day. */
final class Cards {

    private final LawBook law;
    private final LocalDate today;
    private final Postcodes postcodes;
    private final LessonsAndWork work;
    private final String near;

    /**
     * For who asked this.
     *
     * @param near the postcode to measure from; {@code null} for none
     */
    Cards(LawBook law, LocalDate today, Postcodes postcodes, LessonsAndWork work, String near) {
        this.law = law;
        this.today = today;
        this.postcodes = postcodes;
        this.work = work;
        this.near = near;
    }

    CourseCard course(LessonCourse course, List<Criterion> unknown) {
        return new CourseCard(course, unknown, work.of(course).orElse(null), kilometres(course), course.startFrom(today),
                MonthlyPrice.of(course), aged(course));
    }

    PlaceCard place(PracticePlace place, List<Criterion> unknown) {
        return new PlaceCard(place, unknown, kilometres(place), aged(place));
    }

    private Integer kilometres(Offer offer) {
        OptionalDouble distance = near == null ? OptionalDouble.empty() : postcodes.kilometres(near, offer.postcode());
        return distance.isEmpty() ? null : (Integer) (int) Math.round(distance.getAsDouble());
    }

    /** For how long a price holds is a rule with a source, like every other. */
    private boolean aged(Offer offer) {
        Fact shelfLife = law.ask(RuleKey.SHELF_LIFE_PRICE, today).known().orElse(null);
        return offer.checkedOn() == null || shelfLife != null && offer.checkedOn().plus(shelfLife.period()).isBefore(today);
    }
}

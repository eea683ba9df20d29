package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Judges whether an offer is what somebody looks for, one criterion at a time. Made anew for every search. */
final class Judge {

    /** From here on an offer is 'online': the better part of the lessons. */
    private static final int MOSTLY = 50;
    private static final int WHOLLY = 100;

    private final Filters filters;
    private final LocalDate today;
    private final Postcodes postcodes;
    private final LessonsAndWork work;

    Judge(Filters filters, LocalDate today, Postcodes postcodes, LessonsAndWork work) {
        this.filters = filters;
        this.today = today;
        this.postcodes = postcodes;
        this.work = work;
    }

    Fit of(Offer offer, Criterion criterion) {
        return offer instanceof LessonCourse course ? course(course, criterion) : place((PracticePlace) offer, criterion);
    }

    private Fit course(LessonCourse course, Criterion criterion) {
        return switch (criterion) {
            case LEVEL -> Fit.of(course.to() == null ? null : course.to() == filters.level());
            case ROUTE -> Fit.of(course.routes().isEmpty() ? null : course.routes().contains(filters.route()));
            case TIMES -> everyLesson(course);
            case WORK -> beside(course);
            case START -> begins(course);
            case NEAR -> near(course, course.onlinePercent());
            case MONTH -> affordable(course);
            case ONLINE -> Fit.of(course.onlinePercent() == null ? null : course.onlinePercent() >= MOSTLY);
            case CHILDCARE -> Fit.of(course.childcare());
            case WOMEN -> Fit.of(course.womenOnly());
            case MARK -> Fit.of(course.school().blikOpWerk());
            case LITERACY -> Fit.of(course.literacy());
            case EXAM -> Fit.of(course.examPractice());
            case LANGUAGE -> Fit.of(course.languages().isEmpty() ? null : course.languages().contains(filters.language().tag()));
        };
    }

    /** A place to practise gives no lessons: it does not bear a mark and leads to no exam, and one goes when it suits. */
    private Fit place(PracticePlace place, Criterion criterion) {
        return switch (criterion) {
            case LEVEL -> Fit.of(place.levels().isEmpty() ? null : place.levels().contains(filters.level()));
            case TIMES -> place.times() == null ? Fit.UNKNOWN
                    : Fit.of(place.times().isEmpty() || place.times().stream().anyMatch(time -> suits(time) || untilEvening(time)));
            case NEAR -> near(place, place.kind() == PracticePlace.Kind.ONLINE ? (Integer) WHOLLY : null);
            case MONTH -> affordable(place);
            case ONLINE -> Fit.of(place.kind() == PracticePlace.Kind.ONLINE);
            case WOMEN -> Fit.of(place.womenOnly());
            case ROUTE, START, WORK -> Fit.YES;
            case MARK, EXAM -> Fit.NO;
            case CHILDCARE, LITERACY, LANGUAGE -> Fit.UNKNOWN;
        };
    }

    private boolean suits(WeekTime time) {
        return filters.evening() && time.isEvening() || filters.weekend() && time.isWeekend();
    }

    private boolean untilEvening(WeekTime time) {
        return filters.evening() && time.until() != null && new WeekTime(time.day(), time.until().minusHours(1), null).isEvening();
    }

    /** Every lesson has to suit, not just some. Where one chooses, every time suits. */
    private Fit everyLesson(LessonCourse course) {
        if (course.times() == null) {
            return Fit.UNKNOWN;
        }
        List<Fit> lessons = course.times().stream().map(this::suitsAsFarAsKnown).toList();
        if (lessons.contains(Fit.NO)) {
            return Fit.NO;
        }
        return lessons.contains(Fit.UNKNOWN) ? Fit.UNKNOWN : Fit.YES;
    }

    private Fit suitsAsFarAsKnown(WeekTime time) {
        return suits(time) ? Fit.YES : Fit.of(time.from() == null && filters.evening() ? null : Boolean.FALSE);
    }

    private Fit beside(LessonCourse course) {
        boolean chosen = course.times() != null && course.times().isEmpty()
                && course.schedule() == LessonCourse.Schedule.OWN_CHOICE;
        return chosen ? Fit.YES : work.of(course).map(count -> Fit.of(count.enough())).orElse(Fit.UNKNOWN);
    }

    private Fit begins(LessonCourse course) {
        int weeks = filters.number(Filters.Field.WEEKS).orElseThrow();
        LocalDate start = course.startFrom(today);
        if (start != null) {
            return Fit.of(!start.isAfter(today.plusWeeks(weeks)));
        }
        return Fit.of(course.waitingWeeks() == null ? null : course.waitingWeeks() <= weeks);
    }

    /** What is wholly online is as near as it can be. */
    private Fit near(Offer offer, Integer onlinePercent) {
        if (onlinePercent != null && onlinePercent == WHOLLY) {
            return Fit.YES;
        }
        OptionalDouble distance = postcodes.kilometres(filters.postcode(), offer.postcode());
        return distance.isEmpty() ? Fit.UNKNOWN : Fit.of(distance.getAsDouble() <= filters.kilometres());
    }

    private Fit affordable(Offer offer) {
        BigDecimal month = MonthlyPrice.of(offer);
        return Fit.of(month == null ? null
                : month.compareTo(BigDecimal.valueOf(filters.number(Filters.Field.MONTH).orElseThrow())) <= 0);
    }

    /** What is not known of an offer among all that is looked for; it can still be what somebody looks for. */
    List<Criterion> unknown(Offer offer) {
        return judged(offer, Fit.UNKNOWN);
    }

    /** What an offer is not, among all that is looked for. */
    List<Criterion> missed(Offer offer) {
        return judged(offer, Fit.NO);
    }

    private List<Criterion> judged(Offer offer, Fit fit) {
        return judged().filter(criterion -> of(offer, criterion) == fit).toList();
    }

    private Stream<Criterion> judged() {
        return filters.active().stream();
    }
}

package nl.opkoers.schools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the list of schools tells of hours and prices, for an estimate. */
final class ListedPrices {

    private static final int PRECISE = 6;
    private static final int WHOLLY = 100;
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private ListedPrices() {
    }

    /** What an hour of a course costs. Where the price of an hour and that of the whole do not agree, both bounds are shown. */
    static Optional<Given<Inputs.Price>> hour(LessonCourse course) {
        List<BigDecimal> prices = Stream.of(Optional.ofNullable(course.pricePerHour()), byTheWhole(course))
                .flatMap(Optional::stream).sorted().toList();
        return prices.isEmpty() ? Optional.empty()
                : Optional.of(Given.of(new Inputs.Price(prices.get(0), prices.get(prices.size() - 1)), basis(course)));
    }

    /** What an hour costs by the price of the whole course. */
    static Optional<BigDecimal> byTheWhole(LessonCourse course) {
        return course.priceInAll() == null || course.hours() == null || course.hours() == 0 ? Optional.empty()
                : Optional.of(course.priceInAll().divide(BigDecimal.valueOf(course.hours()), PRECISE, RoundingMode.HALF_UP));
    }

    /** The hours of a course. */
    static Optional<Given<Span>> hours(LessonCourse course) {
        return Optional.ofNullable(course.hours()).map(hours -> Given.of(Span.exactly(hours), basis(course)));
    }

    /** What its books cost, or that they are in the price. */
    static Optional<Given<Range>> material(LessonCourse course) {
        if (Boolean.TRUE.equals(course.materialIncluded())) {
            return Optional.of(Given.of(Range.NOTHING, basis(course)));
        }
        return Optional.ofNullable(course.materialPrice()).map(price -> Given.of(Range.exactly(price), basis(course)));
    }

    /** That nobody travels to a course that is wholly online. */
    static Optional<Given<BigDecimal>> trip(LessonCourse course) {
        return course.onlinePercent() != null && course.onlinePercent() == WHOLLY
                ? Optional.of(Given.of(BigDecimal.ZERO, basis(course))) : Optional.empty();
    }

    /** How long its lessons are, one with the other; only when the times of all are known. */
    static Optional<Given<BigDecimal>> perLesson(LessonCourse course) {
        List<WeekTime> times = course.times();
        if (times == null || times.isEmpty() || !times.stream().allMatch(WeekTime::isTimed)) {
            return Optional.empty();
        }
        long minutes = times.stream().mapToLong(time -> Duration.between(time.from(), time.until()).toMinutes()).sum();
        return Optional.of(Given.of(BigDecimal.valueOf(minutes)
                .divide(MINUTES.multiply(BigDecimal.valueOf(times.size())), PRECISE, RoundingMode.HALF_UP), basis(course)));
    }

    /** What an hour costs in the evening, from the cheapest to the dearest course that says so. */
    static Optional<Given<Inputs.Price>> evening(List<LessonCourse> courses) {
        List<LessonCourse> evening = courses.stream().filter(course -> course.times() != null
                && course.times().stream().anyMatch(WeekTime::isEvening) && hour(course).isPresent()).toList();
        List<Inputs.Price> prices = evening.stream().flatMap(course -> hour(course).stream()).map(Given::value).toList();
        return prices.isEmpty() ? Optional.empty() : Optional.of(Given.of(new Inputs.Price(
                prices.stream().map(Inputs.Price::from).min(Comparator.naturalOrder()).orElseThrow(),
                prices.stream().map(Inputs.Price::to).max(Comparator.naturalOrder()).orElseThrow()), several(evening)));
    }

    /**
     * From how few to how many hours the courses take from one level to another, one after the other; empty when no courses
     * lead there.
     */
    static Optional<Given<Span>> hours(List<LessonCourse> courses, Level from, Level to) {
        if (from == null || to == null || from.compareTo(to) >= 0) {
            return Optional.empty();
        }
        List<LessonCourse> steps = courses.stream().filter(course -> isStep(course) && course.from().compareTo(from) >= 0
                && course.to().compareTo(to) <= 0).toList();
        return span(steps, from, to).map(hours -> Given.of(hours, several(steps)));
    }

    private static boolean isStep(LessonCourse course) {
        return course.hours() != null && course.hours() > 0 && course.from() != null && course.to() != null
                && course.from().compareTo(course.to()) < 0;
    }

    /** Counted back from the last level, so that a long list is gone through once for each level. */
    private static Optional<Span> span(List<LessonCourse> steps, Level from, Level to) {
        Map<Level, Span> ahead = new EnumMap<>(Level.class);
        ahead.put(to, Span.exactly(0));
        for (int at = to.ordinal() - 1; at >= from.ordinal(); at--) {
            Level level = Level.values()[at];
            steps.stream().filter(step -> step.from() == level && ahead.containsKey(step.to()))
                    .map(step -> ahead.get(step.to()).plus(Span.exactly(step.hours())))
                    .reduce((one, other) -> new Span(Math.min(one.from(), other.from()), Math.max(one.to(), other.to())))
                    .ifPresent(span -> ahead.put(level, span));
        }
        return Optional.ofNullable(ahead.get(from));
    }

    private static Basis basis(LessonCourse course) {
        return new Basis.Listed(course.school().name(), course.checkedOn());
    }

    /** Of several courses the one that was not checked for longest counts. */
    private static Basis several(List<LessonCourse> courses) {
        boolean allChecked = courses.stream().allMatch(course -> course.checkedOn() != null);
        LocalDate oldest = allChecked ? courses.stream().map(LessonCourse::checkedOn).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null) : null;
        return new Basis.Listed(null, oldest);
    }
}

package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.municipality.contract.Money;
import nl.opkoers.municipality.contract.PracticePlaces;
import nl.opkoers.municipality.contract.Providers;

/** Reads what the municipality sent. One thing that cannot be understood is not known; it never spoils the rest. */
final class Reading {

    private static final List<String> DAYS = List.of("ma", "di", "wo", "do", "vr", "za", "zo");
    private static final int WHOLE = 100;

    private Reading() {
    }

    /** Every course of every school, in the order in which they were sent. */
    static List<LessonCourse> courses(Providers providers) {
        return providers.providers().stream().filter(provider -> provider.id() != null && provider.name() != null)
                .flatMap(Reading::courses).toList();
    }

    private static Stream<LessonCourse> courses(Providers.Provider provider) {
        School school = new School(provider.id(), provider.number(), provider.name(), provider.address(),
                provider.postcode(), provider.town(), provider.phone(), provider.email(), provider.website(),
                provider.markedByBlikOpWerk(), provider.markedForEducation(), provider.source(), provider.updatedAt(),
                provider.checkedOn());
        return provider.courses().stream().filter(course -> course.id() != null && course.name() != null)
                .map(course -> course(school, course));
    }

    private static LessonCourse course(School school, Providers.Course sent) {
        return new LessonCourse(sent.id(), sent.name(), school, all(sent.routeCodes(), LearningRoute.class, LearningRoute::ofCode),
                Level.ofCode(sent.fromLevelCode()).orElse(null), Level.ofCode(sent.toLevelCode()).orElse(null),
                euro(sent.pricePerHour()), euro(sent.priceInAll()), within(sent.hours(), 1, Integer.MAX_VALUE),
                sent.materialIncluded(), euro(sent.materialPrice()), times(sent.times()),
                LessonCourse.Schedule.ofCode(sent.scheduleCode()), within(sent.onlinePercent(), 0, WHOLE), sent.childcare(),
                sent.nextStart(), within(sent.waitingWeeks(), 0, Integer.MAX_VALUE),
                all(sent.groupCodes(), ParticipantGroup.class, ParticipantGroup::ofCode), sent.languages(), sent.literacy(),
                sent.examPractice(), sent.womenOnly(), within(sent.groupSize(), 1, Integer.MAX_VALUE),
                sent.checkedOn() == null ? school.checkedOn() : sent.checkedOn());
    }

    /** Every place, in the order in which they were sent. */
    static List<PracticePlace> places(PracticePlaces places) {
        return places.places().stream().filter(place -> place.id() != null && place.name() != null).map(Reading::place).toList();
    }

    private static PracticePlace place(PracticePlaces.Place sent) {
        PracticePlaces.Where where = sent.where() == null ? new PracticePlaces.Where(null, null, null) : sent.where();
        PracticePlaces.Audience audience = sent.audience() == null
                ? new PracticePlaces.Audience(null, null, null) : sent.audience();
        return new PracticePlace(sent.id(), sent.name(), sent.organisation(), PracticePlace.Kind.ofCode(sent.kindCode()),
                sent.kindCode(), where.name(), where.address(), where.postcode(), times(sent.times()),
                all(sent.levelCodes(), Level.class, Level::ofCode), audience.womenOnly(), audience.ownAge(), audience.quiet(),
                all(sent.groupCodes(), ParticipantGroup.class, ParticipantGroup::ofCode), euro(sent.price()),
                contact(sent.contact()), sent.source(), sent.checkedOn());
    }

    private static PracticePlace.Contact contact(PracticePlaces.Contact sent) {
        return sent == null ? null : new PracticePlace.Contact(sent.name(), sent.phone(), sent.email(), sent.website());
    }

    private static <E extends Enum<E>> Set<E> all(List<String> codes, Class<E> type, Function<String, Optional<E>> known) {
        return Collections.unmodifiableSet(codes.stream().flatMap(code -> known.apply(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type))));
    }

    private static BigDecimal euro(Money money) {
        return money == null ? null : money.euro().orElse(null);
    }

    private static Integer within(Integer number, int least, int most) {
        return number == null || number < least || number > most ? null : number;
    }

    /** When one of them has no day that is understood, it is not known when it is: some of the times would mislead. */
    private static List<WeekTime> times(List<nl.opkoers.municipality.contract.WeekTime> sent) {
        if (sent == null || !sent.stream().allMatch(time -> DAYS.contains(String.valueOf(time.day())))) {
            return null;
        }
        return sent.stream().map(Reading::time).toList();
    }

    private static WeekTime time(nl.opkoers.municipality.contract.WeekTime sent) {
        DayOfWeek day = DayOfWeek.of(DAYS.indexOf(sent.day()) + 1);
        LocalTime from = clock(sent.from());
        LocalTime until = clock(sent.until());
        return from != null && until != null && !until.isAfter(from)
                ? new WeekTime(day, from, null) : new WeekTime(day, from, until);
    }

    private static LocalTime clock(String time) {
        try {
            return time == null ? null : LocalTime.parse(time);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }
}

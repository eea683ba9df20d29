package nl.opkoers.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Objects;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;

/** One thing that takes up time: arranged by somebody, or the person's own work. */
public sealed interface Entry permits Entry.Arranged, Entry.Work {

    /** The order of a day: what begins first, then what ends first, then always the same. */
    Comparator<Entry> BY_TIME = Comparator.comparing(Entry::begin).thenComparing(Entry::end).thenComparing(Entry::key);

    /** What makes it itself within one agenda; the item's own id for what was arranged. */
    String key();

    /** When it begins. */
    Instant begin();

    /** When it ends; the same as the begin when that is not known. */
    Instant end();

    /** What sort of thing it is. */
    Sort sort();

    /** Whether it will not be held. */
    boolean cancelled();

    /** Whether it takes time of which one can say how much: what is cancelled or has no known end does not. */
    default boolean takesTime() {
        return !cancelled() && end().isAfter(begin());
    }

    /** Whether some of it, or the moment at which it begins, lies in this stretch of time. */
    default boolean touches(Instant from, Instant until) {
        return begin().isBefore(until) && (end().isAfter(from) || !begin().isBefore(from));
    }

    /** The sorts of things in a week, in the order in which their hours are told. */
    enum Sort {
        LESSON,
        /** Given by the school, decides nothing about the duty. Its time is lesson time. */
        SCHOOL_TEST,
        /** Official, registered by DUO; never to be confused with a test of the school. */
        EXAM,
        APPOINTMENT, PARTICIPATION, WORK;

        /** The sort for a kind of the contract; one that is not recognised is an appointment. */
        public static Sort of(Agenda.Kind kind) {
            return switch (kind) {
                case LESSON -> LESSON;
                case SCHOOL_TEST -> SCHOOL_TEST;
                case EXAM -> EXAM;
                case PARTICIPATION -> PARTICIPATION;
                case APPOINTMENT, INTAKE, PVT, MAP, CLOSING, OTHER -> APPOINTMENT;
            };
        }

        /** Under which sort its hours are counted. */
        public Sort countedAs() {
            return this == SCHOOL_TEST ? LESSON : this;
        }
    }

    /** An item of the agenda; its begin is known. */
    record Arranged(Agenda.Item item) implements Entry {

        public Arranged {
            Objects.requireNonNull(item.begin(), "begin");
        }

        @Override
        public String key() {
            return item.id() == null ? "item-" + item.subject() + "-" + item.begin() : item.id();
        }

        @Override
        public Instant begin() {
            return item.begin();
        }

        @Override
        public Instant end() {
            return item.end() == null ? item.begin() : item.end();
        }

        @Override
        public Sort sort() {
            return Sort.of(item.kind());
        }

        @Override
        public boolean cancelled() {
            return item.cancelled();
        }
    }

    /** Once that somebody is at work. */
    record Work(Instant begin, Instant end) implements Entry {

        public Work {
            Objects.requireNonNull(begin, "begin");
            Objects.requireNonNull(end, "end");
        }

        /**
         * On a day, by the clock on the wall. The hour that the clock passes over in March does not exist: what lies wholly in
         * it takes no time. Of the hour that comes twice in October the first one is meant.
         */
        static Work on(LocalDate day, WorkPattern.Times times) {
            Instant begin = moment(day.atTime(times.begin()));
            Instant end = moment(times.endOn(day));
            return new Work(begin, end.isBefore(begin) ? begin : end);
        }

        private static Instant moment(LocalDateTime wall) {
            return wall.atZone(Dates.AMSTERDAM).toInstant();
        }

        @Override
        public String key() {
            return "work-" + begin.getEpochSecond() + "-" + end.getEpochSecond();
        }

        @Override
        public Sort sort() {
            return Sort.WORK;
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}

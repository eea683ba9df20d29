package nl.opkoers.agenda;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.opkoers.agenda.WorkMistake.What;
import nl.opkoers.agenda.WorkPattern.Times;
import nl.opkoers.agenda.WorkPattern.WorkDate;
import nl.opkoers.agenda.WorkPattern.WorkDay;

/** Goes through a pattern of work and collects everything that is wrong with it. */
final class WorkCheck {

    /** A date beyond this is rather a slip of the finger than a plan. */
    private static final Period AHEAD = Period.ofYears(1);
    private static final Period BACK = Period.ofYears(1);
    /** A pattern may have begun with the job. */
    private static final Period ANCHOR_BACK = Period.ofYears(10);
    private static final int MOST_ROWS = 366;
    private static final int MOST_IN_A_ROW = 60;
    private static final int DAYS_OF_WEEK = 7;
    /** Some Monday, to lay the days of a week beside each other. */
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final LocalDate today;
    private final List<WorkMistake> found = new ArrayList<>();

    WorkCheck(LocalDate today) {
        this.today = today;
    }

    List<WorkMistake> found() {
        return List.copyOf(found);
    }

    /** @param weeks how many weeks of work follow upon each other */
    WorkCheck days(List<WorkDay> days, int weeks) {
        if (wrongNumber(days)) {
            return this;
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int row = 0; row < days.size(); row++) {
            WorkDay day = days.get(row);
            if (day.day() == null) {
                add(What.DAY_MISSING, row);
            }
            times(day.times(), row);
            if (day.day() != null && sound(day.times())) {
                for (int week = 0; week < weeks; week++) {
                    LocalDate date = MONDAY.plusDays(day.day().ordinal() + (long) week * DAYS_OF_WEEK);
                    stretches.add(Stretch.of(date, day.times(), row));
                }
            }
        }
        return overlaps(stretches);
    }

    WorkCheck dates(List<WorkDate> dates) {
        if (wrongNumber(dates)) {
            return this;
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int row = 0; row < dates.size(); row++) {
            WorkDate date = dates.get(row);
            date(date.date(), BACK, row);
            times(date.times(), row);
            if (date.date() != null && sound(date.times())) {
                stretches.add(Stretch.of(date.date(), date.times(), row));
            }
        }
        return overlaps(stretches);
    }

    WorkCheck anchor(LocalDate date) {
        return date(date, ANCHOR_BACK, null);
    }

    /** A number of days in a row. */
    WorkCheck run(Integer days, What wrong) {
        return days == null || days < 1 || days > MOST_IN_A_ROW ? add(wrong, null) : this;
    }

    WorkCheck times(Times times, Integer row) {
        if (times == null || times.begin() == null) {
            add(What.BEGIN_MISSING, row);
        }
        if (times == null || times.end() == null) {
            add(What.END_MISSING, row);
        }
        boolean both = times != null && times.begin() != null && times.end() != null;
        return both && !times.sound() ? add(times.nextDay() ? What.LONGER_THAN_A_DAY : What.END_NOT_AFTER_BEGIN, row) : this;
    }

    private WorkCheck date(LocalDate date, Period back, Integer row) {
        if (date == null) {
            return add(What.DATE_MISSING, row);
        }
        if (date.isBefore(today.minus(back))) {
            return add(What.DATE_TOO_LONG_AGO, row);
        }
        return date.isAfter(today.plus(AHEAD)) ? add(What.DATE_TOO_FAR_AHEAD, row) : this;
    }

    private boolean wrongNumber(List<?> rows) {
        if (rows.isEmpty()) {
            add(What.NO_DAYS, null);
        } else if (rows.size() > MOST_ROWS) {
            add(What.TOO_MANY_ROWS, null);
        }
        return rows.isEmpty() || rows.size() > MOST_ROWS;
    }

    private WorkCheck overlaps(List<Stretch> stretches) {
        stretches.sort(Comparator.comparing(Stretch::begin).thenComparing(Stretch::row));
        LocalDateTime busyUntil = LocalDateTime.MIN;
        for (Stretch stretch : stretches) {
            if (stretch.begin().isBefore(busyUntil)) {
                add(What.OVERLAPS_ANOTHER, stretch.row());
            }
            busyUntil = stretch.end().isAfter(busyUntil) ? stretch.end() : busyUntil;
        }
        return this;
    }

    private WorkCheck add(What what, Integer row) {
        WorkMistake mistake = new WorkMistake(what, row);
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
        return this;
    }

    private static boolean sound(Times times) {
        return times != null && times.sound();
    }

    private record Stretch(LocalDateTime begin, LocalDateTime end, int row) {

        static Stretch of(LocalDate date, Times times, int row) {
            return new Stretch(date.atTime(times.begin()), times.endOn(date), row);
        }
    }
}

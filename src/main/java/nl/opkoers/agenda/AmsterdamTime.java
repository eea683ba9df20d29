package nl.opkoers.agenda;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import nl.opkoers.language.Dates;

/**
 * Dutch time as a calendar file has to spell it out (RFC 5545, 3.6.5): a name alone is not enough for every calendar. As
 * it is since 1996, on the days of directive 2000/84/EC.
 */
final class AmsterdamTime {

    private static final UtcOffset WINTER = new UtcOffset(true, 1, 0);
    private static final UtcOffset SUMMER = new UtcOffset(true, 2, 0);
    private static final int MARCH = 3;
    private static final int OCTOBER = 10;

    private AmsterdamTime() {
    }

    static VTimezone zone() {
        VTimezone zone = new VTimezone(Dates.AMSTERDAM.getId());
        DaylightSavingsTime summer = new DaylightSavingsTime();
        summer.setDateStart(new DateTimeComponents(1996, MARCH, 31, 2, 0, 0, false));
        zone.addDaylightSavingsTime(describe(summer, "CEST", MARCH, WINTER, SUMMER));
        StandardTime winter = new StandardTime();
        winter.setDateStart(new DateTimeComponents(1996, OCTOBER, 27, 3, 0, 0, false));
        zone.addStandardTime(describe(winter, "CET", OCTOBER, SUMMER, WINTER));
        return zone;
    }

    private static <T extends Observance> T describe(T observance, String name, int month, UtcOffset from, UtcOffset to) {
        observance.addTimezoneName(name);
        observance.setTimezoneOffsetFrom(from);
        observance.setTimezoneOffsetTo(to);
        observance.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY).byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY).build());
        return observance;
    }
}

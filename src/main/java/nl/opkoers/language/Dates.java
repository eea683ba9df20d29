package nl.opkoers.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Dates and times as people read them: day before month, a year of four digits, a clock of 24 hours, Latin digits.
 *
 * <p>Names and patterns come from {@code translations/calendar/}, not from the JDK: it has American order for Tigrinya,
 * differs between dates and numbers for Arabic, and knows no double Arabic month names. The calendar is always the
 * Gregorian one. In Arabic, times and numeric dates are isolated from left to right (see {@link Bidi}); everywhere they
 * stay on one line, because the second half of a broken one reads as another date or time. In Tigrinya a time has its part of the
 * day: many count the hours from dawn, and half past eight is then half past two.
 */
public final class Dates {
    /** The zone of every appointment, lesson and legal date. */
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final List<String> PARTS = List.of("night", "morning", "afternoon", "evening");
    private static final int HOURS_IN_DAY = 24;
    /** A dash between word joiners, at which no line is broken. */
    private static final String TO = "\u2060–\u2060";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MONTH_NUMBER = DateTimeFormatter.ofPattern("MM", Locale.ROOT);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);
    private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd-'\u2060'MM-'\u2060'uuuu", Locale.ROOT);
    private static final Map<Language, Dates> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Dates(language, load(language)));
        }
    }

    private final Language language;
    private final Properties names;
    private final boolean saysPart;

    private Dates(Language language, Properties names) {
        this.language = language;
        this.names = names;
        this.saysPart = name("pattern.time").contains("{part}");
    }

    public static Dates of(Language language) {
        return ALL.get(language);
    }

    /** The day that it is in Amsterdam. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** The first day of the week of a day. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The day in Amsterdam on which something is. */
    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(AMSTERDAM).toLocalDate();
    }

    /** With the day of the week: {@code di 15 september 2026}. */
    public String day(LocalDate date) {
        return fill("pattern.day", date);
    }

    /** Without the day of the week: {@code 15 september 2026}; in Tigrinya with its digits, as {@link #dutchBelow} says why. */
    public String date(LocalDate date) {
        return fill("pattern.date", date);
    }

    /** In digits only: {@code 15-09-2026}. */
    public String numeric(LocalDate date) {
        return Bidi.ltr(language, NUMERIC.format(date));
    }

    /** A month with its year, for the head of a calendar: {@code september 2026}. */
    public String month(YearMonth month) {
        return fill("pattern.month", month.atDay(1));
    }

    /**
     * The same date in Dutch and in digits, to be shown below {@link #day} as a second line with {@code lang="nl"}.
     *
     * @return present where a date in the language alone can be misread: Tigrinya uses the same month names for the
     *     Ethiopian calendar, in which they are other months
     */
    public Optional<String> dutchBelow(LocalDate date) {
        if (language != Language.TI) {
            return Optional.empty();
        }
        Dates dutch = of(Language.NL);
        return Optional.of(dutch.day(date) + " (" + dutch.numeric(date) + ")");
    }

    /** The full name of a day of the week. */
    public String weekday(DayOfWeek day) {
        return name("weekday." + day.getValue());
    }

    /** The short name of a day of the week, for the head of a column; the full name where no short one exists. */
    public String weekdayShort(DayOfWeek day) {
        return name("weekday_short." + day.getValue());
    }

    /** {@code 14:30}; in a language in which many count the hours from dawn, with the part of the day: {@code 14:30 (middag)}. */
    public String time(LocalTime time) {
        return inPart(TIME.format(time), partOfDay(time));
    }

    /** {@code 14:30–16:00}; with its part of the day, or both, where a time has one. */
    public String timeRange(LocalTime start, LocalTime end) {
        String part = partOfDay(start);
        return part.equals(partOfDay(end)) ? inPart(TIME.format(start) + TO + TIME.format(end), part) : time(start) + TO + time(end);
    }

    /** {@code 14:30} alone, where there is no place for more and something beside it says the rest. */
    public String clock(LocalTime time) {
        return Bidi.ltr(language, TIME.format(time));
    }

    private String inPart(String digits, String part) {
        return name("pattern.time").replace("{time}", Bidi.ltr(language, digits)).replace("{part}", part);
    }

    /** Night until 6, morning until 12, afternoon until 18, evening until midnight; nothing where a time is said without. */
    private String partOfDay(LocalTime time) {
        return saysPart ? name("part." + PARTS.get(time.getHour() * PARTS.size() / HOURS_IN_DAY)) : "";
    }

    /** Day and time: {@code di 15 september 2026, 14:30}. */
    public String moment(LocalDateTime moment) {
        return name("pattern.moment")
                .replace("{date}", day(moment.toLocalDate()))
                .replace("{time}", time(moment.toLocalTime()));
    }

    /** The moment on a clock in Amsterdam. */
    public String moment(Instant moment) {
        return moment(LocalDateTime.ofInstant(moment, AMSTERDAM));
    }

    /** The moment on a clock in Amsterdam, whatever zone it came in. */
    public String moment(ZonedDateTime moment) {
        return moment(moment.toInstant());
    }

    private String fill(String pattern, LocalDate date) {
        UnaryOperator<String> month = prefix -> prefix + date.getMonthValue();
        return name(pattern)
                .replace("{weekday}", weekday(date.getDayOfWeek()))
                .replace("{weekday_short}", weekdayShort(date.getDayOfWeek()))
                .replace("{day}", Integer.toString(date.getDayOfMonth()))
                .replace("{month}", name(month.apply("month.")))
                .replace("{month_number}", MONTH_NUMBER.format(date))
                .replace("{month_dutch}", of(Language.NL).name(month.apply("month.")))
                .replace("{year}", YEAR.format(date))
                .replace("{numeric}", numeric(date));
    }

    private String name(String key) {
        return names.getProperty(key);
    }

    private static Properties load(Language language) {
        String file = "/calendar/calendar_" + language.tag() + ".properties";
        Properties names = new Properties();
        try (var reader = new InputStreamReader(Dates.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        checkComplete(file, names);
        return names;
    }

    private static void checkComplete(String file, Properties names) {
        for (Month month : Month.values()) {
            require(file, names, "month." + month.getValue());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            require(file, names, "weekday." + day.getValue());
            require(file, names, "weekday_short." + day.getValue());
        }
        if (names.getProperty("pattern.time", "").contains("{part}")) {
            PARTS.forEach(part -> require(file, names, "part." + part));
        }
        for (String pattern : new String[] {"day", "date", "month", "moment", "time"}) {
            require(file, names, "pattern." + pattern);
        }
    }

    private static void require(String file, Properties names, String key) {
        if (names.getProperty(key, "").isBlank()) {
            throw new IllegalStateException(file + " lacks " + key);
        }
    }
}

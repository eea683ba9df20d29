package nl.opkoers.page;

import com.ibm.icu.util.ULocale;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.opkoers.language.Amounts;
import nl.opkoers.language.Bidi;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Durations;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.PhoneNumbers;
import nl.opkoers.language.Texts;

/** How templates write values in the language of the page: {@code {show:date(day)}}. */
@TemplateExtension(namespace = "show")
public final class Show {

    private static final int PERCENT = 100;
    private static final Pattern HTTP = Pattern.compile("(?i:https?)://[^/\\s]+\\S*");
    /** A name of at least two parts, of which the last one is no number, and perhaps a path. */
    private static final Pattern HOST = Pattern.compile("(?:[\\p{IsAlphabetic}\\d-]+\\.)+\\p{IsAlphabetic}{2,}(?:[/?#]\\S*)?");

    private Show() {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    private static Dates dates() {
        return Dates.of(language());
    }

    /** A day without its weekday. */
    public static String date(LocalDate day) {
        return dates().date(day);
    }

    /** A day, or that it is not known. */
    public static String dateOrUnknown(LocalDate day) {
        return day == null ? Texts.in(language()).value_unknown() : date(day);
    }

    /** The day on which something happened, without the time. */
    public static String date(Instant moment) {
        return dates().date(Dates.dayOf(moment));
    }

    /** A day with its weekday. */
    public static String day(LocalDate day) {
        return dates().day(day);
    }

    /** The full name of a day of the week. */
    public static String weekday(DayOfWeek day) {
        return dates().weekday(day);
    }

    /** The day in Amsterdam on which something is. */
    public static LocalDate dayOf(Instant moment) {
        return Dates.dayOf(moment);
    }

    /** A time of the day. */
    public static String timeOfDay(LocalTime time) {
        return dates().time(time);
    }

    /** A day and a time. */
    public static String moment(Instant moment) {
        return dates().moment(moment);
    }

    /** The same day in Dutch, where a reader needs it to compare with a letter; {@code null} elsewhere. */
    public static String dateDutch(LocalDate day) {
        return dates().dutchBelow(day).orElse(null);
    }

    /** What is left, in at most two units: years and months, or months and days, or days. */
    public static String duration(Period left) {
        return Durations.of(language()).left(left);
    }

    /** A period of the law. */
    public static String period(Period period) {
        return Durations.of(language()).period(period);
    }

    /** Hours and minutes. */
    public static String hours(Duration duration) {
        return Durations.of(language()).hours(duration);
    }

    /** Hours and minutes, from minutes. */
    public static String minutes(Number minutes) {
        return hours(Duration.ofMinutes(minutes.longValue()));
    }

    /** How many letters a text has, as people count them. */
    public static Integer letters(String text) {
        return Typed.letters(text);
    }

    /** A whole number inside a sentence. */
    public static String number(Integer number) {
        return Bidi.ltr(language(), String.valueOf(number));
    }

    /** A share between 0 and 1 in whole per cents that are reached: all of it is only said when nothing is left. */
    public static Integer percent(double share) {
        return (int) (share * PERCENT);
    }

    /** An amount in euros. */
    public static String euro(BigDecimal euros) {
        return Amounts.of(language()).euro(euros);
    }

    /** An amount in euros without its cents, for one that is an estimate. */
    public static String wholeEuro(BigDecimal euros) {
        return Amounts.of(language()).wholeEuro(euros);
    }

    /** A phone number to read. */
    public static String phone(String number) {
        return PhoneNumbers.of(language()).show(number);
    }

    /** A phone number to dial. */
    public static String dial(String number) {
        return PhoneNumbers.dial(number);
    }

    /**
     * Where a website that somebody typed is; {@code null} when that is not sure. Without a scheme a link would lead within the
     * portal, and a script can be written as an address.
     */
    public static String site(String typed) {
        String address = typed.strip();
        if (HTTP.matcher(address).matches()) {
            return address;
        }
        return HOST.matcher(address).matches() ? "https://" + address : null;
    }

    /** A person's name, in whatever script; a dash for one that a municipality left out, which must not keep a page from coming. */
    public static String name(String name) {
        return Bidi.auto(name == null ? "–" : name);
    }

    /** Several people's names. */
    public static String names(List<String> names) {
        return names.stream().map(Bidi::auto).collect(Collectors.joining(" · "));
    }

    /** A Dutch proper name, such as a school's or a law's, inside a sentence. */
    public static String dutchName(String name) {
        return name == null ? Texts.in(language()).value_unknown() : Bidi.auto(name);
    }

    /** A value inside an address. */
    public static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A value as one step of an address. */
    public static String path(String value) {
        return query(value).replace("+", "%20");
    }

    /** The times between which something is, in Amsterdam; the first one alone when the second is not known. */
    public static String times(Instant begin, Instant end) {
        LocalTime from = begin.atZone(Dates.AMSTERDAM).toLocalTime();
        return end == null ? dates().time(from) : dates().timeRange(from, end.atZone(Dates.AMSTERDAM).toLocalTime());
    }

    /** A language as the reader calls it: its own name only who speaks it can read. Else by its own, or by its tag. */
    public static String languageName(String tag) {
        return Bidi.auto(Language.ofTag(tag).map(Texts.in(language())::language).orElseGet(() -> rareName(tag)));
    }

    private static String rareName(String tag) {
        String here = ULocale.getDisplayLanguage(tag, language().tag());
        return here.equals(tag) ? ULocale.getDisplayLanguage(tag, tag) : here;
    }

    /** A language tag that is fit for a {@code lang} attribute: 'und' (undetermined) when it is missing or garbled. */
    public static String tag(String tag) {
        return tag != null && tag.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*") ? tag : "und";
    }
}

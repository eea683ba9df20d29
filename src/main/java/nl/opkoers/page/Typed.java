package nl.opkoers.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody typed in a form, as it is read everywhere. */
public final class Typed {

    /** As a browser writes a date: years of more digits are not meant, and neither the calendar nor the database has them all. */
    private static final int DATE_LENGTH = 10;
    /** As a browser writes a time, and as somebody does whose browser knows no times. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");

    private Typed() {
    }

    /** The fields of a form, by name; of several values the first one, each as {@link #text} reads it. */
    public static Map<String, String> of(MultivaluedMap<String, String> fields) {
        return fields.keySet().stream().collect(Collectors.toMap(name -> name, name -> text(fields.getFirst(name))));
    }

    /**
     * A text without the character zero, which PostgreSQL does not know, and with one character for the end of a line: browsers
     * send two, and count one.
     *
     * @param typed {@code null} where nothing was sent
     */
    public static String text(String typed) {
        return typed == null ? "" : typed.replace("\0", "").replace("\r\n", "\n");
    }

    /** How many letters a text has as people count them, and as the contract with the municipality does; {@code null} has none. */
    public static int letters(String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    /** The same with the digits 0 to 9 in the place of those of other scripts, and without what only turns the direction. */
    public static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        String all = typed == null ? "" : typed;
        all.codePoints().filter(sign -> Character.getType(sign) != Character.FORMAT)
                .forEach(sign -> plain.appendCodePoint(Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign));
        return plain.toString();
    }

    /** The day in a text; empty when there is none that a browser would send. */
    public static Optional<LocalDate> day(String typed) {
        String day = text(typed).strip();
        return day.length() == DATE_LENGTH ? read(() -> LocalDate.parse(day)) : Optional.empty();
    }

    /** The constant of this name, in whichever case; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Stream.of(all).filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Which page of a list is meant, from 1; the first when that is not said, or no list is as long. */
    public static int page(String typed) {
        return typed != null && PAGE.matcher(typed).matches() ? Integer.parseInt(typed) : 1;
    }

    /** The time in a text, to the minute; empty when there is none. */
    public static Optional<LocalTime> time(String typed) {
        return read(() -> LocalTime.parse(text(typed).strip(), TIME).truncatedTo(ChronoUnit.MINUTES));
    }

    private static <T> Optional<T> read(Supplier<T> typed) {
        try {
            return Optional.of(typed.get());
        } catch (DateTimeException garbled) {
            return Optional.empty();
        }
    }
}

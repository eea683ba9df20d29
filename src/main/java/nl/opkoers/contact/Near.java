package nl.opkoers.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.OfficeHours;

/**
 * Somebody around a person.
 *
 * @param fresh      whether they began so lately that the person may not have heard of it
 * @param former     whose place they took; {@code null} when there was nobody before
 * @param substitute who answers for them today; {@code null} when they are there
 * @param talk       when the two meet next; {@code null} when nothing is planned, or that is not known
 */
record Near(Contacts.Contact contact, boolean fresh, Contacts.Contact former, Contacts.Substitute substitute, Instant talk) {

    private static final List<String> DAYS = List.of("ma", "di", "wo", "do", "vr", "za", "zo");

    /** The days on which they can be reached, in a language; {@code null} when they are not told in a way that can be read. */
    static String days(OfficeHours hours, Language language) {
        List<Optional<List<DayOfWeek>>> parts = Stream.of(String.valueOf(hours.days()).split("\\s*,\\s*")).map(Near::span).toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return null;
        }
        String comma = switch (language) {
            case AR -> "، ";
            case TI -> "፡ ";
            default -> ", ";
        };
        return parts.stream().flatMap(Optional::stream).flatMap(List::stream).map(Dates.of(language)::weekdayShort)
                .collect(Collectors.joining(comma));
    }

    /** One day, or the days of {@code ma-vr}. */
    private static Optional<List<DayOfWeek>> span(String text) {
        String[] ends = text.strip().split("\\s*-\\s*");
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        return ends.length > 2 || first < 0 || last < first ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(first, last).mapToObj(day -> DayOfWeek.of(day + 1)).toList());
    }
}

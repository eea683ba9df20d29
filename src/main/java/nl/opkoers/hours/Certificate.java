package nl.opkoers.hours;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.opkoers.language.Bidi;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Durations;
import nl.opkoers.language.Language;

/**
 * What can be shown to somebody else of one's hours: how many were accepted, of what kind and with what activity. Not where, with
 * whom or what was written about them; and each kind by itself, as they are different things.
 *
 * @param name         as the municipality addresses the person; a line to write on when that is not known
 * @param municipality its name; {@code null} when it was never heard of
 * @param date         the day on which it is made
 * @param parts        one for each kind of which something was accepted
 */
public record Certificate(String name, String municipality, LocalDate date, List<Part> parts) {

    private static final String LINE_TO_WRITE_ON = ".".repeat(40);

    /**
     * An entry as a certificate states it.
     *
     * @param entry its id
     */
    record Stated(UUID entry, Kind kind, Activity activity, LocalDate day, int minutes) {

        static Stated of(Entry entry) {
            Written written = entry.written();
            return new Stated(entry.id(), written.kind(), written.activity(), written.day(), written.minutes());
        }
    }

    /** The hours of one kind. */
    public record Part(Kind kind, LocalDate first, LocalDate last, int minutes, List<Done> done) {

        private static Part of(Kind kind, List<Stated> stated) {
            List<Stated> mine = stated.stream().filter(each -> each.kind() == kind)
                    .sorted(Comparator.comparing(Stated::day)).toList();
            List<Done> done = Arrays.stream(Activity.values()).map(activity -> Done.of(activity, mine))
                    .filter(each -> each.minutes() > 0).toList();
            return mine.isEmpty() ? null
                    : new Part(kind, mine.get(0).day(), mine.get(mine.size() - 1).day(), sum(mine), done);
        }

        public String from(Language language) {
            return Dates.of(language).date(first);
        }

        public String until(Language language) {
            return Dates.of(language).date(last);
        }

        public String hours(Language language) {
            return inWords(minutes, language);
        }
    }

    /** How long somebody did one thing. */
    public record Done(Activity activity, int minutes) {

        private static Done of(Activity activity, List<Stated> stated) {
            return new Done(activity, sum(stated.stream().filter(each -> each.activity() == activity).toList()));
        }

        public String hours(Language language) {
            return inWords(minutes, language);
        }
    }

    /** @param name {@code null} when it is not known */
    static Certificate of(String name, String municipality, LocalDate date, List<Stated> stated) {
        List<Part> parts = Arrays.stream(Kind.values()).map(kind -> Part.of(kind, stated)).filter(part -> part != null)
                .toList();
        return new Certificate(name == null ? LINE_TO_WRITE_ON : name, municipality, date, parts);
    }

    private static int sum(List<Stated> stated) {
        return stated.stream().mapToInt(Stated::minutes).sum();
    }

    private static String inWords(int minutes, Language language) {
        return Durations.of(language).hours(Duration.ofMinutes(minutes));
    }

    /** The side on which the name begins, by its first letter. */
    public String nameDirection() {
        return Bidi.directionOf(name).attribute();
    }

    public String date(Language language) {
        return Dates.of(language).date(date);
    }
}

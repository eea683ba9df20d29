package nl.opkoers.agenda;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;

/**
 * An agenda as the text that calendars of phones read (iCalendar, RFC 5545). It lands on lock screens, watches and servers
 * of others: so it holds when, at which address, and one of two plain words. Not what about, with whom, at whose, or why;
 * the name of a place would tell that too.
 */
final class Calendar {

    /** How often a calendar that heeds it comes back (RFC 7986, 5.7; Microsoft's and Apple's older name for it). */
    private static final String REFRESH = "PT4H";
    private static final int LONGEST_LINE = 75;
    private static final String NEW_LINE = "\r\n";

    private Calendar() {
    }

    /**
     * The only words in it.
     *
     * @param cancelled what to say instead of a title when it does not take place: not every calendar shows a status
     */
    record Words(String name, String lesson, String appointment, UnaryOperator<String> cancelled) {
    }

    /**
     * The whole agenda but what somebody said not to come to; the same text for the same agenda. What has no id or no beginning
     * cannot be in a calendar.
     *
     * <p>There is no METHOD: that would make each item a message of iTIP, which has to name an organizer and the moment of
     * sending (RFC 5546, 3.2.1). Without it, DTSTAMP is when the item last changed (RFC 5545, 3.8.7.2).
     *
     * @param declined the keys of what they said not to come to: a phone would remind them of it
     */
    static String of(ParticipantKey whose, Agenda agenda, Set<String> declined, Words words) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//agenda//agenda 1//NL");
        calendar.addName(words.name());
        calendar.addExperimentalProperty("X-WR-CALNAME", words.name());
        calendar.addExperimentalProperty("X-WR-TIMEZONE", Dates.AMSTERDAM.getId());
        calendar.addExperimentalProperty("REFRESH-INTERVAL", ICalDataType.DURATION, REFRESH);
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", REFRESH);
        calendar.getTimezoneInfo().setDefaultTimezone(
                new TimezoneAssignment(TimeZone.getTimeZone(Dates.AMSTERDAM), AmsterdamTime.zone()));
        agenda.items().stream().filter(item -> item.id() != null && item.begin() != null && !declined.contains(item.id()))
                .forEach(item -> calendar.addEvent(event(whose, item, words, agenda.updatedAt())));
        return folded(written(calendar));
    }

    private static VEvent event(ParticipantKey whose, Agenda.Item item, Words words, Instant told) {
        VEvent event = new VEvent();
        Date changed = Date.from(item.updatedAt() != null ? item.updatedAt() : told != null ? told : item.begin());
        event.setUid(uid(whose, item.id()));
        event.setDateTimeStamp(changed);
        event.setLastModified(changed);
        event.setDateStart(Date.from(item.begin()), true);
        if (item.end() != null && item.end().isAfter(item.begin())) {
            event.setDateEnd(Date.from(item.end()), true);
        }
        event.setSequence(Math.max(0, item.version() - 1));
        event.setStatus(item.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setClassification(Classification.PRIVATE);
        String title = isLesson(item) ? words.lesson() : words.appointment();
        event.setSummary(item.cancelled() ? words.cancelled().apply(title) : title);
        if (item.place() != null && item.place().address() != null && !item.place().address().isBlank()) {
            event.setLocation(item.place().address());
        }
        return event;
    }

    private static boolean isLesson(Agenda.Item item) {
        return item.kind() == Agenda.Kind.LESSON;
    }

    /** The same for the same item for ever, and telling nothing of the person, the item or our host (RFC 7986, 5.3). */
    private static String uid(ParticipantKey whose, String item) {
        String all = String.join("\n", whose.municipality(), whose.participant(), item);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String written(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Lines of at most 75 octets (RFC 5545, 3.1). The library counts letters, of which one in Tigrinya is three octets. */
    static String folded(String lines) {
        StringBuilder folded = new StringBuilder(lines.length());
        for (String line : lines.split(NEW_LINE)) {
            int octets = 0;
            for (int letter : line.codePoints().toArray()) {
                int width = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
                if (octets + width > LONGEST_LINE) {
                    folded.append(NEW_LINE).append(' ');
                    octets = 1;
                }
                folded.appendCodePoint(letter);
                octets += width;
            }
            folded.append(NEW_LINE);
        }
        return folded.toString();
    }
}

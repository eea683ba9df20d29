package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Meeting;
import org.junit.jupiter.api.Test;

/**
 * The agenda in the calendar of a phone. Written by one library and read here by another one (ical4j), whose validation is
 * that of RFC 5545.
 *
 * <p>What the two calendars that nearly everybody has ask for in their documentation, as found in November 2026:
 * <ul>
 * <li>Google Calendar (support.google.com/calendar, answers 37100 and 37118): an address that can be opened without
 *     signing in; it is read by Google's own servers and shown up to twelve hours later; an address can be added in a
 *     browser only, not in the app; what is imported is iCalendar text of at most one megabyte. It takes out what is
 *     cancelled, going by UID and STATUS (Calendar API, events: iCalUID, status).
 * <li>Apple Calendar (iPhone User Guide, Calendar; developer.apple.com, device management, SubscribedCalendars): an
 *     https address, in the app under Add Subscription Calendar; it goes by UID and SEQUENCE, and shows X-WR-CALNAME as
 *     the name that one may change. A webcal address would be asked for without encryption first: none is made.
 * <li>both: text/calendar in UTF-8, VERSION and PRODID, a UID and a DTSTAMP for each event, a VTIMEZONE for each TZID.
 * </ul>
 */
class CalendarTest {

    private static final ParticipantKey SELAM = new ParticipantKey("9901", "selam-1");
    private static final Calendar.Words ENGLISH =
            new Calendar.Words("Calendar", "Lesson", "Appointment", title -> "Cancelled: " + title);
    private static final Calendar.Words TIGRINYA =
            new Calendar.Words("ዓውደ-ኣዋርሕ", "ትምህርቲ", "ቆጸራ", title -> "እዚ ኣይካየድን እዩ፦ " + title);
    private static final Instant TOLD = Instant.parse("2026-11-20T08:00:00Z");
    private static final int MOST_BYTES_GOOGLE_IMPORTS = 1_048_576;

    @Test
    void aLessonIsALessonAtATimeAndAnAddress() {
        VEvent lesson = only(calendar(item("les-7-2026-11-24", 3, "Les", "Gepland", "2026-11-24T08:00:00Z")));

        assertEquals("Lesson", lesson.getSummary().getValue());
        assertEquals("Stationsweg 8, 9901 AB Waterstad", lesson.getLocation().getValue());
        assertEquals("DTSTART;TZID=Europe/Amsterdam:20261124T090000", line(lesson.getDateTimeStart()));
        assertEquals("DTEND;TZID=Europe/Amsterdam:20261124T103000", line(lesson.getDateTimeEnd()));
        assertEquals("2", lesson.getSequence().getValue());
        assertEquals("CONFIRMED", lesson.getStatus().getValue());
        assertEquals("20261120T080000Z", lesson.getDateTimeStamp().getValue());
        assertEquals("20261120T080000Z", lesson.getLastModified().getValue());
    }

    @Test
    void everythingThatIsNoLessonIsAnAppointment() {
        List<Agenda.Item> items = Stream.of("Examen", "Schooltoets", "Afspraak", "Intake", "PVT", "MAP", "Eindgesprek",
                "Participatie", "Iets nieuws").map(kind -> item(kind, 1, kind, "Gepland", "2026-11-24T08:00:00Z")).toList();
        assertEquals(Set.of("Appointment"), read(calendar(items)).<VEvent>getComponents("VEVENT").stream()
                .map(event -> event.getSummary().getValue()).collect(Collectors.toSet()));
    }

    @Test
    void nothingInItTellsWhatAboutWithWhomOrWhy() {
        String text = unfolded(calendar(item("examen-KNM-4", 1, "Examen", "Gepland", "2026-11-24T08:00:00Z")));

        for (String telling : List.of("Examen", "KNM", "spreekangst", "Examenlocatie", "DUO", "DESCRIPTION", "ORGANIZER",
                "ATTENDEE", "Femke", "bring", "Oproepbrief", "https", "http", "Ziekte", "selam-1", "9901\n", "Op Koers",
                "inburger", "URL", "CATEGORIES", "CONTACT", "COMMENT", "X-ALT")) {
            assertFalse(text.toLowerCase().contains(telling.toLowerCase()), telling + " in\n" + text);
        }
        assertEquals(Set.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "SEQUENCE", "STATUS", "CLASS",
                "LAST-MODIFIED"), only(text).getPropertyList().getAll().stream().map(Property::getName)
                .collect(Collectors.toSet()), "a new field has to be thought about");
    }

    @Test
    void whatIsCancelledSaysSoInItsStatusAndInItsTitleAndRises() {
        VEvent planned = only(calendar(item("a-1", 1, "Les", "Gepland", "2026-11-24T08:00:00Z")));
        VEvent cancelled = only(calendar(item("a-1", 2, "Les", "Vervallen", "2026-11-24T08:00:00Z")));

        assertEquals("CANCELLED", cancelled.getStatus().getValue());
        assertEquals("Cancelled: Lesson", cancelled.getSummary().getValue());
        assertEquals(planned.getUid(), cancelled.getUid());
        assertTrue(cancelled.getSequence().getSequenceNo() > planned.getSequence().getSequenceNo());
    }

    @Test
    void whatSomebodySaidNotToComeToIsNotInIt() {
        List<Agenda.Item> items = List.of(item("a-1", 1, "Les", "Gepland", "2026-11-24T08:00:00Z"),
                item("a-2", 1, "Afspraak", "Gepland", "2026-11-25T08:00:00Z"));

        VEvent left = only(Calendar.of(SELAM, agenda(items), Set.of("a-1"), ENGLISH));

        assertEquals("Appointment", left.getSummary().getValue());
    }

    @Test
    void whatIsMovedKeepsItsIdentityAndAnotherPersonsLessonHasAnother() {
        Agenda.Item before = item("a-1", 1, "Les", "Gepland", "2026-11-24T08:00:00Z");
        Agenda.Item after = item("a-1", 2, "Les", "Gewijzigd", "2026-11-25T08:00:00Z");

        assertEquals(only(calendar(before)).getUid(), only(calendar(after)).getUid());
        String hers = Calendar.of(new ParticipantKey("9901", "semhar-2"), agenda(List.of(before)), Set.of(), ENGLISH);
        assertNotEquals(only(calendar(before)).getUid(), only(hers).getUid());
        assertTrue(only(hers).getUid().orElseThrow().getValue().matches("[0-9a-f-]{36}"), "and it tells nothing");
    }

    @Test
    void theSameAgendaIsTheSameText() {
        List<Agenda.Item> items = List.of(item("a-1", 1, "Les", "Gepland", "2026-11-24T08:00:00Z"));
        assertEquals(calendar(items), calendar(items));
    }

    @Test
    void aLessonAcrossTheChangeOfTheClockLastsAsLongAsItLasts() {
        for (String change : List.of("2027-03-28T00:30:00Z", "2026-10-25T00:30:00Z")) {
            Instant begin = Instant.parse(change);
            VEvent night = only(calendar(item("n", 1, "Les", "Gepland", change)));
            ZonedDateTime local = begin.atZone(Dates.AMSTERDAM);
            assertEquals(local.toLocalDateTime(), ((ZonedDateTime) night.getDateTimeStart().getDate()).toLocalDateTime());
            assertEquals(begin.plus(Duration.ofMinutes(90)).atZone(Dates.AMSTERDAM).toLocalDateTime(),
                    ((ZonedDateTime) night.getDateTimeEnd().getDate()).toLocalDateTime());
        }
    }

    /** Read by the other library from the text alone, for every day on which anything can be in it. */
    @Test
    void theZoneThatIsSpelledOutIsDutchTime() {
        VTimeZone zone = read(calendar(List.of())).<VTimeZone>getComponent("VTIMEZONE").orElseThrow();
        assertEquals("Europe/Amsterdam", zone.getTimeZoneId().getValue());
        LocalDate first = LocalDate.of(2021, 1, 1);
        IntStream.range(0, 366 * 20).mapToObj(first::plusDays).forEach(day -> {
            ZonedDateTime noon = day.atTime(LocalTime.NOON).atZone(Dates.AMSTERDAM);
            Observance holds = zone.getApplicableObservance(noon.toInstant());
            assertEquals(noon.getOffset(), holds.getTimeZoneOffsetTo().getOffset(), day.toString());
        });
        // The library above takes a wrong hour on the days of change, so these are compared with the transitions themselves.
        for (Observance change : zone.getObservances()) {
            ZoneOffset before = change.getTimeZoneOffsetFrom().getOffset();
            LocalDateTime begins = LocalDateTime.from(change.<DtStart<?>>getRequiredProperty("DTSTART").getDate());
            Instant moment = begins.toInstant(before);
            ZoneOffsetTransition dutch = Dates.AMSTERDAM.getRules().nextTransition(moment.minusSeconds(1));
            assertEquals(moment, dutch.getInstant());
            assertEquals(before, dutch.getOffsetBefore());
            assertEquals(change.getTimeZoneOffsetTo().getOffset(), dutch.getOffsetAfter());
        }
    }

    @Test
    void itIsNamedRefreshedAndValidByTheStandard() {
        String text = calendar(item("a-1", 1, "Les", "Gepland", "2026-11-24T08:00:00Z"));
        net.fortuna.ical4j.model.Calendar calendar = read(text);

        assertFalse(calendar.validate().hasErrors(), calendar.validate().toString());
        for (String expected : List.of("VERSION:2.0", "X-WR-CALNAME:Calendar", "NAME:Calendar",
                "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H", "X-WR-TIMEZONE:Europe/Amsterdam")) {
            assertTrue(text.contains("\r\n" + expected + "\r\n"), expected + " lacks in\n" + text);
        }
        assertTrue(text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("END:VCALENDAR\r\n"));
    }

    @Test
    void linesAreFoldedByOctetsAndNeverInsideALetter() {
        Agenda.Item wordy = at(item("a-1", 1, "Les", "Vervallen", "2026-11-24T08:00:00Z"),
                "ጎደና ".repeat(40) + "شارع " .repeat(30) + "\uD83C\uDFEB".repeat(30) + "; a, b\\ c\nd");
        String text = Calendar.of(SELAM, agenda(List.of(wordy)), Set.of(), TIGRINYA);

        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        for (String line : new String(octets, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            assertTrue(line.length() <= 75, line.length() + " octets: " + line);
            String alone = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            assertFalse(alone.contains("\uFFFD"), "a letter is broken in " + alone);
        }
        assertEquals(0, text.replace("\r\n", "").chars().filter(sign -> sign == '\n' || sign == '\r').count());
        assertEquals(wordy.place().address(), only(text).getLocation().getValue());
        assertEquals("እዚ ኣይካየድን እዩ፦ ትምህርቲ", only(text).getSummary().getValue());
    }

    @Test
    void aLineOfExactlySeventyFiveOctetsIsLeftWhole() {
        String whole = "x".repeat(75) + "\r\n";
        assertEquals(whole, Calendar.folded(whole));
        assertEquals("x".repeat(75) + "\r\n y\r\n", Calendar.folded("x".repeat(75) + "y\r\n"));
    }

    @Test
    void whatIsNotKnownIsLeftOutAndNothingFails() {
        Agenda.Item bare = new Agenda.Item("a-1", 0, null, null, Instant.parse("2026-11-24T08:00:00Z"), null, null, null, null,
                null, null, null, null, null, null, null, null);
        Agenda.Item without = new Agenda.Item(null, 1, "Les", "Gepland", null, null, null, null, null, null, null, null, null,
                null, null, null, null);
        String text = Calendar.of(SELAM, new Agenda(null, null, null, null, List.of(bare, without), null), Set.of(), ENGLISH);

        VEvent event = only(text);
        assertEquals("0", event.getSequence().getValue());
        assertEquals(null, event.getLocation());
        assertFalse(read(text).validate().hasErrors());
    }

    @Test
    void aYearOfTwoLessonsADayIsSmallEnoughForEveryCalendar() {
        List<Agenda.Item> year = IntStream.range(0, 392 * 2).mapToObj(count -> item("les-" + count, 1, "Les", "Gepland",
                Instant.parse("2026-11-01T08:00:00Z").plus(Duration.ofHours(12L * count)).toString())).toList();
        String text = Calendar.of(SELAM, agenda(year), Set.of(), TIGRINYA);

        assertEquals(year.size(), read(text).getComponents("VEVENT").size());
        assertTrue(text.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES_GOOGLE_IMPORTS);
    }

    @Test
    void wordsCannotReachOutsideTheirField() {
        Agenda.Item sly = at(item("a-1", 1, "Les", "Gepland", "2026-11-24T08:00:00Z"),
                "x\r\nATTENDEE:mailto:a@b.nl\nEND:VEVENT\rBEGIN:VALARM");
        String text = calendar(sly);
        assertArrayEquals(new String[0], Arrays.stream(text.split("\r\n|\r|\n"))
                .filter(line -> line.startsWith("ATTENDEE") || line.startsWith("BEGIN:VALARM")).toArray());
        assertEquals(1, read(text).getComponents("VEVENT").size());
    }

    private static String calendar(Agenda.Item item) {
        return calendar(List.of(item));
    }

    private static String calendar(List<Agenda.Item> items) {
        return Calendar.of(SELAM, agenda(items), Set.of(), ENGLISH);
    }

    private static Agenda agenda(List<Agenda.Item> items) {
        return new Agenda("Gemeente Waterstad", TOLD, null, null, items, null);
    }

    private static Agenda.Item item(String id, int version, String kind, String status, String begin) {
        Instant start = Instant.parse(begin);
        return new Agenda.Item(id, version, kind, status, start, start.plus(Duration.ofMinutes(90)),
                "Spreken oefenen, spreekangst", new Meeting.Place("Examenlocatie DUO", "Stationsweg 8, 9901 AB Waterstad"),
                "https://example.org/x", List.of("Oproepbrief"), "ti", "Femke Noordhof", "DUO", TOLD, null,
                new Agenda.Exam("KNM", "B1"), new Agenda.Reply("Afgemeld", version, "Ziekte", null, TOLD));
    }

    private static Agenda.Item at(Agenda.Item item, String address) {
        return new Agenda.Item(item.id(), item.version(), item.kindCode(), item.status(), item.begin(), item.end(),
                item.subject(), new Meeting.Place(null, address), item.onlineLink(), item.bring(),
                item.interpreterLanguage(), item.with(), item.source(), item.updatedAt(), null, item.exam(), item.reply());
    }

    private static net.fortuna.ical4j.model.Calendar read(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    private static VEvent only(String text) {
        List<VEvent> events = read(text).getComponents("VEVENT");
        assertEquals(1, events.size());
        return events.get(0);
    }

    private static String line(Property property) {
        return property.toString().strip();
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }
}

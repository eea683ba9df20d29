package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.contact.WeekHours;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.municipality.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an answer may be expected, and until when one waits for it. */
class AskedTalkTest {

    /** A Saturday. */
    private static final Instant ASKED = Instant.parse("2026-11-21T10:15:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:15:00Z, 3, 2026-11-26", // Saturday: Monday, Tuesday, Wednesday
        "2026-11-23T10:15:00Z, 3, 2026-11-27", // Monday: Tuesday, Wednesday, Thursday
        "2026-11-26T10:15:00Z, 3, 2026-12-02", // Thursday: Friday, Monday, Tuesday
        "2026-11-20T10:15:00Z, 5, 2026-11-28", // Friday: the whole week after it
        "2026-11-22T23:30:00Z, 1, 2026-11-25", // past midnight in Amsterdam it is Monday already
        "2026-11-23T10:15:00Z, 0, 2026-11-25"})
    void workingDaysPassOverTheWeekend(Instant from, int within, LocalDate before) {
        assertEquals(before, AskedTalk.answerBefore(from, within));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 251, Integer.MAX_VALUE})
    void whatNobodyCouldMeanIsNoPromise(int within) {
        assertNull(AskedTalk.answerBefore(ASKED, within));
        assertNull(AskedTalk.answerBefore(ASKED, null));
    }

    @Test
    void theAnswerIsCountedFromWhenTheMunicipalityHasTheRequest() {
        Instant arrived = ASKED.plus(Duration.ofDays(4));

        assertNull(talk(new Delivery.OnItsWay(3), 3, Duration.ofDays(4)).getAnswerBefore());
        assertEquals(LocalDate.of(2026, 12, 1), talk(new Delivery.Arrived(arrived), 3, Duration.ofDays(4)).getAnswerBefore());
    }

    @Test
    void oneWaitsUntilTheDayThatWasPromised() {
        assertTrue(talk(new Delivery.Arrived(ASKED), 3, Duration.ofDays(4)).isOpen());
        AskedTalk passed = talk(new Delivery.Arrived(ASKED), 3, Duration.ofDays(5));
        assertTrue(passed.isPassed());
        assertFalse(passed.isOpen());
    }

    @Test
    void withoutAPromiseOneWaitsTwoWeeks() {
        assertTrue(talk(new Delivery.Arrived(ASKED), null, Duration.ofDays(13)).isOpen());
        assertFalse(talk(new Delivery.Arrived(ASKED), null, Duration.ofDays(14)).isOpen());
    }

    @Test
    void whatHasNotArrivedIsStillToComeAndWhatWasNotTakenIsNot() {
        assertTrue(talk(new Delivery.Saved(), 3, Duration.ofDays(20)).isOpen());
        AskedTalk refused = talk(new Delivery.Refused(ASKED, new Refusal(Refusal.OUTDATED_VERSION, List.of())), 3, Duration.ZERO);
        assertEquals(Told.State.NOTTAKEN, refused.state(), "whatever the reason, it is no changed appointment");
        assertFalse(refused.isOpen());
    }

    @Test
    void theHoursAreReadAsTheyWereWritten() {
        AskedTalk talk = talk(new Delivery.Saved(), 3, Duration.ZERO);
        assertNull(talk.getHours());
        talk.request().week = LocalDate.of(2026, 11, 16);
        talk.request().load = "{\"WORK\": 90, \"total\": 600, \"LESSON\": 540}";

        assertEquals(new WeekHours(LocalDate.of(2026, 11, 16), Map.of(WeekHours.Sort.LESSON, Duration.ofMinutes(540),
                WeekHours.Sort.WORK, Duration.ofMinutes(90)), Duration.ofMinutes(600)), talk.getHours());
    }

    @ParameterizedTest
    @EnumSource(Entry.Sort.class)
    void everySortThatTakesTimeCanGoAlong(Entry.Sort sort) {
        assertEquals(sort.countedAs().name(), WeekHours.Sort.valueOf(sort.countedAs().name()).name());
    }

    private static AskedTalk talk(Delivery delivery, Integer within, Duration later) {
        TalkRequest request = new TalkRequest();
        request.key = new TalkRequest.Key("9901", "p7", UUID.randomUUID());
        request.askedAt = ASKED;
        request.answerWithin = within;
        return AskedTalk.of(request, Optional.of(delivery), ASKED.plus(later));
    }
}

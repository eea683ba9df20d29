package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The next lesson: of those that are on, the first one that has not ended, unless something else comes before it. */
class SoonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    @Test
    void theFirstThatIsOnAndHasNotEndedIsNext() {
        assertEquals("now", next(null, item("later", "Les", 3, 5, "Gepland"), item("over", "Les", -3, -1, "Gepland"),
                item("off", "Les", 1, 2, "Vervallen"), item("now", "Les", -1, 1, "Gewijzigd")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Les", "Schooltoets", "Participatie"})
    void whatTheDossierDoesNotTellOfIsTaken(String kind) {
        assertEquals("one", next(null, item("one", kind, 1, 2, "Gepland")));
    }

    /** These the dossier tells of, as it is now: what the agenda said of them last may be over. */
    @ParameterizedTest
    @ValueSource(strings = {"Examen", "Intake", "PVT", "MAP", "Eindgesprek", "Iets nieuws"})
    void whatTheDossierTellsOfIsNot(String kind) {
        assertNull(next(null, item("one", kind, 1, 2, "Gepland")));
    }

    @ParameterizedTest
    @CsvSource({"3, one", "2, ", "1, "})
    void onlyWhatComesBeforeATalkIsNext(int talk, String expected) {
        assertEquals(expected, next(talk("talk", talk), item("one", "Les", 2, 4, "Gepland")));
    }

    /** The talk of how it goes is in the dossier under the same id; an appointment with somebody else is in the agenda alone. */
    @ParameterizedTest
    @CsvSource({"talk, ", "guide, guide"})
    void anAppointmentIsNextUnlessTheDossierTellsOfIt(String id, String expected) {
        assertEquals(expected, next(talk("talk", 3), item(id, "Afspraak", 1, 2, "Gepland")), "as it was, before the talk was moved");
        assertEquals(id, next(null, item(id, "Afspraak", 1, 2, "Gepland")));
    }

    private static Planned talk(String id, int hours) {
        return new Planned(Planned.Kind.TALK, null, new Meeting(id, hours(hours), null, null, null, null, null, null, null), null);
    }

    @ParameterizedTest
    @CsvSource({"Afgemeld, 2, later", "Afgemeld, 1, one", "Bevestigd, 2, one", "Verzet gevraagd, 2, one"})
    void whatTheMunicipalityKnowsThatIsMissedIsNotNext(String reply, int version, String expected) {
        assertEquals(expected, next(null, replied(reply, version), item("later", "Les", 3, 5, "Gepland")));
    }

    private static Agenda.Item replied(String reply, int version) {
        return new Agenda.Item("one", 2, "Les", "Gepland", hours(1), hours(2), null, null, null, null, null, null, null, null, null, null,
                new Agenda.Reply(reply, version, null, null, NOW));
    }

    @Test
    void withoutAnEndItIsOverOnceItBegan() {
        assertEquals("next", next(null, item("begun", "Les", -1, null, "Gepland"), item("next", "Les", 1, null, "Gepland"),
                item("some day", "Les", null, null, "Gepland")));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, true, false", "PT13H, true, true", "P6D, true, true", "P7DT1S, false, "})
    void whatWasSeenBeforeTodaySaysWhenAndNotForLong(Duration ago, boolean known, Boolean dated) {
        Optional<Soon> soon = soon(NOW.minus(ago), null, item("one", "Les", 1, 2, "Gepland"));
        assertEquals(known, soon.isPresent());
        soon.ifPresent(next -> assertEquals(dated ? NOW.minus(ago) : null, next.asOf()));
    }

    private static String next(Planned planned, Agenda.Item... items) {
        return soon(NOW, planned, items).map(soon -> soon.getMeeting().id()).orElse(null);
    }

    private static Optional<Soon> soon(Instant asOf, Planned planned, Agenda.Item... items) {
        return Soon.of(new Seen.Stale<>(new Agenda(null, null, null, null, Arrays.asList(items), List.of()), asOf),
                Stream.ofNullable(planned).toList(), NOW);
    }

    private static Agenda.Item item(String id, String kind, Integer begin, Integer end, String status) {
        return new Agenda.Item(id, 1, kind, status, hours(begin), hours(end), null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Instant hours(Integer fromNow) {
        return fromNow == null ? null : NOW.plus(Duration.ofHours(fromNow));
    }
}

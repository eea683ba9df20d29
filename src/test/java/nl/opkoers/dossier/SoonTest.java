package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
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
        assertEquals("next", next(null, item("next", "Les", 1, -1, "Gepland")), "an end that cannot be is none");
    }

    @ParameterizedTest
    @CsvSource({"PT1H, true, false", "PT13H, true, true", "P6D, true, true", "P7DT1S, false, "})
    void whatWasSeenBeforeTodaySaysWhenAndNotForLong(Duration ago, boolean known, Boolean dated) {
        Optional<Soon> soon = soon(NOW.minus(ago), null, item("one", "Les", 1, 2, "Gepland"));
        assertEquals(known, soon.isPresent());
        soon.ifPresent(next -> assertEquals(dated ? NOW.minus(ago) : null, next.asOf()));
    }

    /** What is kept for Home of an agenda leads to the same as all of it, for as long as it is taken as known. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsAheadLeadsToTheSameAsTheWhole(long seed) {
        Random random = new Random(seed);
        Agenda agenda = agenda(IntStream.range(0, 40).mapToObj(n -> anything(random, "item-" + n)).toArray(Agenda.Item[]::new));
        Agenda ahead = Soon.ahead(agenda, NOW);
        Planned talk = talk("item-7", 24 * random.nextInt(1, 20));
        for (List<Planned> planned : List.of(List.<Planned>of(), List.of(talk))) {
            for (Duration later = Duration.ZERO; later.toDays() <= 7; later = later.plusHours(5)) {
                assertEquals(Soon.of(new Seen.Stale<>(agenda, NOW), planned, NOW.plus(later)),
                        Soon.of(new Seen.Stale<>(ahead, NOW), planned, NOW.plus(later)), later::toString);
            }
        }
    }

    private static Agenda.Item anything(Random random, String id) {
        int begin = random.nextInt(-100, 500);
        return item(id, List.of("Les", "Les", "Schooltoets", "Afspraak", "Examen").get(random.nextInt(5)), begin, begin + 3,
                random.nextInt(4) == 0 ? "Vervallen" : "Gepland");
    }

    @Test
    void ofAYearOfLessonsNextWeeksAreAheadAndTheFirstAfterThem() {
        Agenda.Item[] lessons = IntStream.range(0, 50).mapToObj(week -> item("week-" + week, "Les", 1 + 7 * 24 * week, 3 + 7 * 24 * week, "Gepland"))
                .toArray(Agenda.Item[]::new);
        assertEquals(List.of("week-0", "week-1"), Soon.ahead(agenda(lessons), NOW).items().stream().map(Agenda.Item::id).toList());
    }

    private static String next(Planned planned, Agenda.Item... items) {
        return soon(NOW, planned, items).map(soon -> soon.getMeeting().id()).orElse(null);
    }

    private static Optional<Soon> soon(Instant asOf, Planned planned, Agenda.Item... items) {
        return Soon.of(new Seen.Stale<>(agenda(items), asOf), Stream.ofNullable(planned).toList(), NOW);
    }

    private static Agenda agenda(Agenda.Item... items) {
        return new Agenda(null, null, null, null, Arrays.asList(items), List.of());
    }

    private static Agenda.Item item(String id, String kind, Integer begin, Integer end, String status) {
        return new Agenda.Item(id, 1, kind, status, hours(begin), hours(end), null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Instant hours(Integer fromNow) {
        return fromNow == null ? null : NOW.plus(Duration.ofHours(fromNow));
    }
}

package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.law.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever somebody starts the demo, there is something overdue, something that soon is, and enough to count. */
class PopulationConversationsTest {

    /** Under ten a team lead sees no number. */
    private static final int SEEN = 10;

    /** Each day of two months with holidays in them, of the turn of a year, and of a February of 28 days. */
    static Stream<LocalDate> days() {
        return Stream.of("2026-11-21", "2027-01-01", "2027-03-01", "2028-04-27").map(LocalDate::parse)
                .flatMap(day -> day.datesUntil(day.plusDays(40)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void eachSumIsOfTenAtLeast(LocalDate today) {
        List<CastConversations.Told> all = PopulationConversations.on(today);
        List<CastConversations.Told> waiting = all.stream().filter(told -> told.turns().size() == 1).toList();

        for (String coach : List.of(Staff.COACH_A, Staff.COACH_B)) {
            Map<Boolean, Long> ofCoach = late(waiting.stream().filter(told -> told.contact().equals(coach)), today);
            assertEquals(coach.equals(Staff.COACH_A) ? 2 : 1, ofCoach.get(true));
            assertEquals(2, ofCoach.get(false));
            assertTrue(all.stream().anyMatch(told -> told.contact().equals(coach) && told.turns().size() > 1));
        }
        assertSeen(late(waiting.stream(), today));
        for (int ago = 1; ago <= 3; ago++) {
            YearMonth month = YearMonth.from(today).minusMonths(ago);
            assertSeen(all.stream().filter(told -> told.turns().size() > 1 && YearMonth.from(promised(told)).equals(month))
                    .collect(Collectors.partitioningBy(told -> !day(told, 1).isBefore(promised(told)), Collectors.counting())));
        }
        for (CastConversations.Told told : all) {
            for (int turn = 0; turn < told.turns().size(); turn++) {
                assertTrue(day(told, turn).isBefore(today), told.turns().get(turn) + " is not behind us");
                assertTrue(turn == 0 || WorkingDays.isOne(day(told, turn)) && at(told, turn).isAfter(at(told, turn - 1)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-03-31"})
    void eachIsOfSomebodyElseAndOfWhoIsTheirCoach(LocalDate today) {
        Map<String, Resident> residents = Filled.populationOn(today).stream().collect(Collectors.toMap(Resident::id, Function.identity()));
        Set<String> asked = new HashSet<>();

        for (CastConversations.Told told : PopulationConversations.on(today)) {
            Resident resident = residents.get(told.participant());
            assertTrue(asked.add(told.participant()), told.participant());
            assertTrue(Staff.isContactOf(told.contact(), resident.dossier()), told.contact());
            assertEquals(told.opening().path("language"), resident.dossier().at("/persoon/voorkeurstaal"));
            assertTrue(resident.dossier().at("/inburgeringsplicht/indicatorInburgeringsplicht").asBoolean(), "whose integration is over");
            assertTrue(resident.dossier().at("/contactpersonen/personen/0/van").textValue().compareTo(day(told, 0).toString()) < 0);
        }
    }

    @Test
    void theyAreTheSameEachTime() {
        LocalDate today = LocalDate.of(2026, 11, 21);
        assertEquals(PopulationConversations.on(today), PopulationConversations.on(today));
    }

    private static void assertSeen(Map<Boolean, Long> late) {
        assertTrue(late.get(true) >= SEEN && late.get(false) >= SEEN, late.toString());
    }

    private static Map<Boolean, Long> late(Stream<CastConversations.Told> waiting, LocalDate today) {
        return waiting.collect(Collectors.partitioningBy(told -> !promised(told).isAfter(today), Collectors.counting()));
    }

    private static LocalDate promised(CastConversations.Told told) {
        return WorkingDays.before(day(told, 0), 3);
    }

    private static LocalDate day(CastConversations.Told told, int turn) {
        return at(told, turn).atZone(RelativeDates.ZONE).toLocalDate();
    }

    private static Instant at(CastConversations.Told told, int turn) {
        return Instant.parse(told.turns().get(turn).path("at").textValue());
    }
}

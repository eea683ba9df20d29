package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.served.ServedMunicipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Joost van Wijk (M-1002) guides Rima Najjar himself, took over Selam Tesfay's dossier until the 20th, and stands in for
 * Karel Zijlstra from the 15th up to and including the 28th, which opens Kofi Asante's.
 */
class CaseloadsTest {

    private static final String JOOST = "M-1002";
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Caseload CASELOAD = new Contract().read("""
            {"medewerkerId": "M-1002", "inburgeraars": [
              {"inburgeraarId": "rima", "aanspreeknaam": "Rima Najjar", "van": "2026-11-07", "tot": null, "vervangt": null, "nieuw": 1},
              {"inburgeraarId": "selam", "aanspreeknaam": "Selam Tesfay", "van": "2025-01-01", "tot": "2026-11-20"},
              {"inburgeraarId": "kofi", "aanspreeknaam": "Kofi Asante", "van": "2024-02-21", "tot": null,
               "vervangt": {"medewerkerId": "M-1004", "naam": "Karel Zijlstra", "van": "2026-11-15", "tot": "2026-11-28"}},
              {"aanspreeknaam": "Iemand zonder sleutel"}, null]}""", Caseload.class);

    @ParameterizedTest
    @CsvSource({
            "2026-11-06, selam",
            "2026-11-07, rima selam",
            "2026-11-14, rima selam",
            "2026-11-15, rima selam kofi",
            "2026-11-20, rima selam kofi",
            "2026-11-21, rima kofi",
            "2026-11-28, rima kofi",
            "2026-11-29, rima"})
    void aDayOpensWhoIsOnesOwnThenAndWhomOneStandsInForThen(LocalDate day, String expected) {
        for (String time : List.of("00:00", "23:59")) {
            Instant now = day.atTime(LocalTime.parse(time)).atZone(Dates.AMSTERDAM).toInstant();

            assertEquals(Set.of(expected.split(" ")), opened(new Seen.Fresh<>(CASELOAD, now), now), day + " " + time);
        }
    }

    @Test
    void whoIsNamedTwiceIsThereOnceAndAsOnesOwn() {
        Caseload twice = new Contract().read("""
                {"medewerkerId": "M-1002", "inburgeraars": [
                  {"inburgeraarId": "kofi", "van": "2024-02-21", "vervangt": {"medewerkerId": "M-1004", "naam": "Karel Zijlstra"}},
                  {"inburgeraarId": "kofi", "van": "2025-01-01"}, {"inburgeraarId": "rima", "van": "2026-11-07"}]}""", Caseload.class);

        List<Caseload.Member> open = twice.on(LocalDate.of(2026, 11, 18));

        assertEquals(List.of("kofi", "rima"), open.stream().map(Caseload.Member::participant).toList());
        assertNull(open.get(0).instead());
    }

    @Test
    void aListOfYesterdayIsJudgedByTheDayThatItIsNow() {
        Instant evening = Instant.parse("2026-11-28T20:00:00Z");
        Instant nextMorning = Instant.parse("2026-11-29T07:00:00Z");

        assertEquals(Set.of("rima", "kofi"), opened(new Seen.Stale<>(CASELOAD, evening), evening));
        assertEquals(Set.of("rima"), opened(new Seen.Stale<>(CASELOAD, evening), nextMorning));
    }

    @Test
    void aListThatIsTooOldOpensNothingAndIsNotAnEmptyOne() {
        Instant seen = Instant.parse("2026-11-18T09:00:00Z");

        assertEquals(Set.of("rima", "selam", "kofi"), opened(new Seen.Stale<>(CASELOAD, seen), seen.plus(A_DAY)));
        assertInstanceOf(Seen.Unavailable.class,
                Caseloads.open(new Seen.Stale<>(CASELOAD, seen), JOOST, seen.plus(A_DAY).plusSeconds(1), A_DAY));
    }

    @Test
    void theListOfAnotherOpensNothing() {
        Instant now = Instant.parse("2026-11-18T09:00:00Z");

        assertEquals(List.of(), Caseloads.open(new Seen.Fresh<>(CASELOAD, now), "M-1001", now, A_DAY).known().orElseThrow());
    }

    @Test
    void whoDoesNotWorkHereAnyMoreHasNoListAndAnOutageIsOne() {
        Instant now = Instant.parse("2026-11-18T09:00:00Z");

        assertInstanceOf(Seen.Absent.class, Caseloads.open(new Seen.Absent<>(), JOOST, now, A_DAY));
        assertInstanceOf(Seen.Unavailable.class, Caseloads.open(new Seen.Unavailable<>(), JOOST, now, A_DAY));
    }

    @ParameterizedTest
    @CsvSource({"coach, coach", "team-lead, team-lead", "team-lead coach, coach", "receptie, staff", "'', staff", "COACH, staff"})
    void groupsDecideWhatSomebodyIsHere(String groups, String role) {
        assertEquals(role, Groups.role(new ServedMunicipality.Groups("coach", "team-lead"), Set.of(groups.split(" "))));
    }

    private static Set<String> opened(Seen<Caseload> seen, Instant now) {
        return Set.copyOf(Caseloads.open(seen, JOOST, now, A_DAY).known().orElseThrow().stream()
                .map(Caseload.Member::participant).toList());
    }
}

package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** "ana bea 5" says that Bea answers for Ana up to and including the fifth. */
class RosterTest {

    @Test
    void whoIsThereNeedsNobody() {
        assertEquals(Optional.empty(), roster("ana bea 5").standIn("bea").map(Absence::substitute));
        assertEquals(List.of(), covered(roster("ana bea 5"), "ana"));
    }

    @Test
    void whoAnswersForWhoeverStandsInAnswersForBothInTheDaysOfBoth() {
        Roster roster = roster("ana bea 9", "bea cas 5", "cas dirk 7", "eva bea 3");

        assertEquals("ana dirk 5", told(roster.standIn("ana").orElseThrow()));
        assertEquals(List.of("cas dirk 7", "bea dirk 5", "ana dirk 5", "eva dirk 3"), covered(roster, "dirk"));
        assertEquals(List.of("ana bea 9", "eva bea 3"), covered(roster, "bea"), "as long as they are asked, they may answer");
    }

    @Test
    void allWhoMayAnswerAreThoseWhoCoverThem() {
        Roster roster = roster("ana bea 9", "bea cas 5", "ana eva 7", "dirk ana 3", "cas ana 9");

        List<String> all = roster.allFor("ana").stream().map(RosterTest::told).toList();

        assertEquals(List.of("ana bea 9", "ana cas 5", "ana eva 7"), all);
        for (String name : List.of("bea", "cas", "eva", "dirk")) {
            assertEquals(covered(roster, name).stream().filter(told -> told.startsWith("ana ")).toList(),
                    all.stream().filter(told -> told.contains(" " + name + " ")).toList(), name);
        }
    }

    @Test
    void ofTwoThatWereNotedTheLongestCounts() {
        assertEquals("ana cas 8", told(roster("ana bea 5", "ana cas 8").standIn("ana").orElseThrow()));
    }

    @Test
    void aCircleEnds() {
        Roster circle = roster("ana bea 5", "bea cas 6", "cas ana 7");

        assertEquals("ana ana 5", told(circle.standIn("ana").orElseThrow()));
        assertEquals(List.of("cas ana 7", "bea ana 6"), covered(circle, "ana"));
    }

    private static Roster roster(String... away) {
        return new Roster(List.of(away).stream().map(RosterTest::absence).toList());
    }

    private static Absence absence(String away) {
        String[] said = away.split(" ");
        return new Absence(UUID.randomUUID(), said[0], said[0], said[1], said[1], LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, Integer.parseInt(said[2])), null);
    }

    private static List<String> covered(Roster roster, String substitute) {
        return roster.coveredBy(substitute).stream().map(RosterTest::told).toList();
    }

    private static String told(Absence absence) {
        return absence.employee() + " " + absence.substituteName() + " " + absence.until().getDayOfMonth();
    }
}

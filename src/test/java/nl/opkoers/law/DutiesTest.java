package nl.opkoers.law;

import static nl.opkoers.law.LearningRoute.EDUCATION;
import static nl.opkoers.law.LearningRoute.Z;
import static nl.opkoers.law.ParticipantGroup.ASYLUM;
import static nl.opkoers.law.ParticipantGroup.FAMILY_OR_OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a participant owes")
class DutiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** Every cell of the table. A question mark: it depends on what is not known, and nobody guesses. */
    @ParameterizedTest(name = "{0} on route {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        ASYLUM          | B1        | KNM, READING B1, LISTENING B1, WRITING B1, SPEAKING B1, PVT 12, MAP
        FAMILY_OR_OTHER | B1        | KNM, READING B1, LISTENING B1, WRITING B1, SPEAKING B1, PVT 12, MAP
        UNKNOWN         | B1        | KNM, READING B1, LISTENING B1, WRITING B1, SPEAKING B1, PVT 12, MAP
        ASYLUM          | EDUCATION | KNM, TRANSITION_PROGRAMME B1, PVT 12
        FAMILY_OR_OTHER | EDUCATION | KNM, TRANSITION_PROGRAMME B1, PVT 12
        UNKNOWN         | EDUCATION | KNM, TRANSITION_PROGRAMME B1, PVT 12
        ASYLUM          | Z         | LANGUAGE_HOURS 800, PARTICIPATION_HOURS 800, PVT 12, MAP, CLOSING_TALK
        FAMILY_OR_OTHER | Z         | LANGUAGE_HOURS 800, PVT 12, MAP, CLOSING_TALK
        UNKNOWN         | Z         | LANGUAGE_HOURS 800, PARTICIPATION_HOURS?, PVT 12, MAP, CLOSING_TALK
        ASYLUM          | -         | KNM?, READING?, LISTENING?, WRITING?, SPEAKING?, TRANSITION_PROGRAMME?, LANGUAGE_HOURS?, PARTICIPATION_HOURS?, PVT 12, MAP?, CLOSING_TALK?
        FAMILY_OR_OTHER | -         | KNM?, READING?, LISTENING?, WRITING?, SPEAKING?, TRANSITION_PROGRAMME?, LANGUAGE_HOURS?, PVT 12, MAP?, CLOSING_TALK?
        UNKNOWN         | -         | KNM?, READING?, LISTENING?, WRITING?, SPEAKING?, TRANSITION_PROGRAMME?, LANGUAGE_HOURS?, PARTICIPATION_HOURS?, PVT 12, MAP?, CLOSING_TALK?
        """)
    void byGroupAndRoute(ParticipantGroup group, LearningRoute route, String expected) {
        assertEquals(expected, inShort(duties(group, route, null)));
    }

    @Test
    @DisplayName("never includes participation hours for a family migrant, whatever the route")
    void noParticipationTargetForFamily() {
        for (LearningRoute route : new LearningRoute[] {LearningRoute.B1, EDUCATION, Z, null}) {
            assertTrue(duties(FAMILY_OR_OTHER, route, null).all().stream()
                .noneMatch(duty -> duty.kind() == DutyKind.PARTICIPATION_HOURS), "route " + route);
        }
    }

    @Test
    @DisplayName("stays in the B1 route at A2 after a level reduction, with KNM as it was")
    void levelReduction() {
        assertEquals("KNM, READING A2, LISTENING A2, WRITING A2, SPEAKING A2, PVT 12, MAP",
            inShort(duties(ASYLUM, LearningRoute.B1, LanguageLevel.A2)));
    }

    @Test
    @DisplayName("keeps the end level of the education route, whatever level is passed along")
    void educationRouteIsNeverLowered() {
        assertEquals("KNM, TRANSITION_PROGRAMME B1, PVT 12", inShort(duties(ASYLUM, EDUCATION, LanguageLevel.A2)));
    }

    @Test
    @DisplayName("carries the rule it rests on")
    void everyDutyHasItsSource() {
        Duty.Owed participation = duties(ASYLUM, Z, null).owed(DutyKind.PARTICIPATION_HOURS).orElseThrow();
        assertEquals("Besluit inburgering 2021, art. 3.14", participation.fact().source());
    }

    @Test
    @DisplayName("is not known at all before this law, so nothing of it is shown to someone under the old one")
    void beforeTheLaw() {
        Duties before = Duties.of(ASYLUM, Z, null, LawBook.standard(), LocalDate.of(2021, 12, 31));
        assertEquals(List.of(), before.owed());
    }

    private static Duties duties(ParticipantGroup group, LearningRoute route, LanguageLevel level) {
        return Duties.of(group, route, level, LawBook.standard(), TODAY);
    }

    private static String inShort(Duties duties) {
        return duties.all().stream().map(DutiesTest::inShort).collect(Collectors.joining(", "));
    }

    private static String inShort(Duty duty) {
        String name = duty.part().map(Enum::name).orElse(duty.kind().name());
        if (duty instanceof Duty.Owed owed) {
            return name + owed.level().map(level -> " " + level).orElse("")
                + (owed.hours().isPresent() ? " " + owed.hours().getAsInt() : "");
        }
        return name + "?";
    }
}

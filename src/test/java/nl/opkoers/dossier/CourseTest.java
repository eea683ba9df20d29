package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dossier read with the law, also one that has gaps or words from tomorrow. */
class CourseTest {

    @Test
    void ofWhomNothingIsKnownThereIsStillAPage() {
        Course nobody = Case.empty().course();
        assertEquals(ParticipantGroup.UNKNOWN, nobody.getGroup());
        assertNull(nobody.getPlan());
        assertNull(nobody.getRoute());
        assertNull(nobody.getContact());
        assertNull(nobody.getSubstitute());
        assertNull(nobody.getFormerContact());
        assertFalse(nobody.isPlanInForce());
        assertEquals(List.of(), nobody.versions());
        assertEquals(List.of(), nobody.getGranted());
        assertEquals(List.of(), nobody.getCountedHours());
        assertFalse(nobody.isPaysSchool() || nobody.isPartsUnknown() || nobody.isLiteracy());
    }

    @Test
    void ofWhomIsExemptNothingIsAsked() {
        Course exempt = Case.of("z-tigrinya").with("inburgeringsplicht", "{'indicatorInburgeringsplicht': false}").course();
        assertEquals(List.of(), exempt.parts());
        assertNull(exempt.getParticipationTarget());
        assertFalse(exempt.isPartsUnknown() || exempt.isHoursUnknown() || exempt.isExemptForNow());
    }

    @Test
    void anExemptionForAWhileSaysUntilWhen() {
        Case forNow = Case.empty().with("inburgeringsplicht",
                "{'indicatorInburgeringsplicht': false, 'redenGeenInburgeringsplicht': 'Tijdelijke vrijstelling'}");
        assertTrue(forNow.course().isExemptForNow());
        assertNull(forNow.course().getExemptUntil());
        Course until = forNow.with("vrijstellingen", "{'besluiten': [{'soort': 'Tijdelijk', 'resultaat': 'Toekenning',"
                + " 'einddatum': 'today+6months'}, {'soort': 'Volledig', 'resultaat': 'Toekenning', 'einddatum': 'today+1year'}]}").course();
        assertEquals(Case.TODAY.plusMonths(6).minusDays(1), until.getExemptUntil());
    }

    @ParameterizedTest
    @CsvSource({"onbekend, B, false", "onbekend, Z, true", "Asielstatushouder, Z, false", "Gezinsmigrant en overige migrant, Z, false"})
    void ofWhomTheGroupIsNotKnownItIsNotSaidThatNoHoursAreOwed(String group, String route, boolean unknown) {
        assertEquals(unknown, Case.withPlan(group, route).course().isHoursUnknown());
    }

    @Test
    void aGroupOrRouteFromTomorrowIsNotGuessed() {
        Course unknown = Case.of("unknown-values").course();
        assertEquals(ParticipantGroup.UNKNOWN, unknown.getGroup());
        assertNull(unknown.getRoute());
        assertNull(unknown.getParticipationTarget());
        assertTrue(unknown.isPartsUnknown());
    }

    @ParameterizedTest
    @CsvSource({"Asielstatushouder, Z, false", "Asielstatushouder, Q, true", "Iets van morgen, Z, true", "Iets van morgen, B, false"})
    void whatDependsOnTheUnknownIsSaidToBeUnknown(String group, String route, boolean unknown) {
        assertEquals(unknown, Case.withPlan(group, route).course().isPartsUnknown());
    }

    @Test
    void aTeacherIsNotWhoAnswersForThePlan() {
        String people = "{'personen': [{'naam': 'Juf Anna', 'rol': 'Docent'}, {'naam': 'Marloes', 'rol': 'Coach'}]}";
        assertEquals("Marloes", Case.empty().with("contactpersonen", people).course().getContact().name());
        assertNull(Case.empty().with("contactpersonen", people.replace("'Coach'", "'Docent'")).course().getContact());
    }

    @Test
    void ofTwoVersionsWithoutAnIdTheFirstIsInForce() {
        Course course = Case.empty().with("pip", "{'actueel': {'leerroute': 'Z'}, 'historie': [{'leerroute': 'B'}]}").course();
        assertEquals(List.of(true, false), course.versions().stream().map(course::isInForce).toList());
    }

    @Test
    void afterAMoveThePlanOfBeforeIsShownButIsNotInForce() {
        Course moved = Case.of("moved-arabic").course();
        assertEquals(LearningRoute.B1, moved.getRoute());
        assertFalse(moved.isPlanInForce() || moved.isInForce(moved.getPlan()));
        assertEquals(1, moved.versions().size());
    }

    @Test
    void onlyTheAsylumHolderOnTheZRouteHasATargetForParticipation() {
        assertEquals(800, Case.of("z-tigrinya").course().getParticipationTarget());
        for (String person : List.of("g-turkish-z", "b1-arabic-exam", "o-arabic-load", "g-turkish-new", "unknown-values")) {
            assertNull(Case.of(person).course().getParticipationTarget(), person);
        }
    }

    @Test
    void hoursAreCountedByKindAndNeverSummed() {
        List<Course.Counted> counted = Case.withPlan("Asielstatushouder", "Z").with("uren", "{'soorten': [{'soort': 'Lesuren', 'uren': 3}, "
                + "{'soort': 'Participatie-uren', 'uren': 4}, {'soort': 'Van morgen', 'uren': 5}, {'soort': 'Elders gevolgd', 'uren': null}]}")
                .course().getCountedHours();
        assertEquals(Arrays.asList(Hours.Kind.LESSONS, Hours.Kind.PARTICIPATION, null), counted.stream().map(Course.Counted::kind).toList());
        assertEquals(Arrays.asList(800, 800, null), counted.stream().map(Course.Counted::target).toList());
    }

    @Test
    void theOneWhoAnswersForThePlanComesFirst() {
        Course course = contacts("{'naam': 'Docent', 'rol': 'Docent', 'van': 'today-1day'}, {'naam': 'Oud', 'rol': 'Klantmanager', 'van': null}, "
                + "{'naam': 'Nieuw', 'rol': 'Klantmanager', 'van': 'today-1year'}").course();
        assertEquals(List.of("Nieuw", "Oud", "Docent"), course.contacts().stream().map(Contacts.Contact::name).toList());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"today, today, Sam", "today-1week, today+1week, Sam", "today+1day, today+1week, -", "today-1week, today-1day, -"})
    void aSubstituteAnswersFromTheFirstDayToTheLast(String from, String until, String expected) {
        Course course = contacts("{'naam': 'Femke', 'vervanger': {'naam': 'Sam', 'van': '" + from + "', 'tot': '" + until + "'}}").course();
        assertEquals(expected, course.getSubstitute() == null ? null : course.getSubstitute().name());
    }

    @Test
    void decisionsInForceAreShownWithTheirKind() {
        Course course = Case.empty().with("vrijstellingen", "{'bron': 'DUO', 'besluiten': [{'resultaat': 'Toekenning'}, {'resultaat': 'Afwijzing'}]}")
                .with("ontheffingen", "{'bron': 'DUO', 'besluiten': [{'resultaat': 'Toekenning', 'einddatum': 'today+1day'}]}").course();
        assertEquals(List.of(false, true), course.getGranted().stream().map(Course.Granted::dispensation).toList());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"A, true", "AA, true", "NVT, false", "-, false", "B, false"})
    void learningToReadIsPartOfThePlanForSome(String code, boolean expected) {
        String quoted = code == null ? "null" : "'" + code + "'";
        assertEquals(expected, Case.empty().with("pip", "{'actueel': {'indicatorAlfabetiseringsonderwijs': " + quoted + "}}").course().isLiteracy());
    }

    private static Case contacts(String people) {
        return Case.empty().with("contactpersonen", "{'personen': [" + people + "]}");
    }
}

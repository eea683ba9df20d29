package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.opkoers.municipality.Bsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The people of the scenarios are who they should be, whatever day they are seeded on. */
class CastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Map<String, ObjectNode> cast = Filled.castOn(TODAY);

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-12-31", "2027-02-28", "2027-03-31", "2028-02-29", "2027-08-31"})
    void everyDossierIsTrueOnAnyDay(LocalDate day) {
        Filled.castOn(day).forEach((key, dossier) -> {
            if (!Set.of("old-law", "unknown-values").contains(key)) {
                DossierRules.check(key, dossier, day);
            }
        });
    }

    @Test
    void everyoneHasANumberOfTheirOwn() {
        Set<String> numbers = Cast.all().stream()
                .map(member -> member.bsn() != null ? member.bsn() : member.vNumber() != null ? member.vNumber() : member.employeeId())
                .filter(Objects::nonNull).collect(Collectors.toSet());

        assertEquals(Cast.all().size(), numbers.size());
        Cast.all().stream().map(CastMember::bsn).filter(Objects::nonNull).forEach(bsn ->
                assertTrue(bsn.matches("9999[0-9]{5}") && Bsn.passesElevenTest(bsn), bsn));
    }

    @Test
    void everyCellOfTheLawIsThere() {
        Set<String> cells = cast.values().stream()
                .map(dossier -> dossier.at("/doelgroep/indeling").asText() + " " + dossier.at("/pip/actueel/leerroute").asText())
                .collect(Collectors.toSet());

        for (String group : Set.of("Asielstatushouder", "Gezinsmigrant en overige migrant")) {
            for (String route : Set.of("B", "O", "Z")) {
                assertTrue(cells.contains(group + " " + route), group + " " + route);
            }
        }
    }

    @Test
    void selamHasThreeHundredAndTwelveAcceptedHours() {
        assertEquals(312, hours("z-tigrinya", "Participatie-uren").path("uren").intValue());
        String words = cast.get("z-tigrinya").at("/pip/actueel/doelen/0/eigenWoorden/tekst").textValue();
        assertTrue(words.chars().anyMatch(letter -> letter >= 0x1200 && letter <= 0x137F));
    }

    @Test
    void tigrinyaIsWrittenTheEritreanWay() {
        cast.values().forEach(dossier -> dossier.findValues("eigenWoorden").stream()
                .filter(words -> words.path("taal").asText().equals("ti"))
                .map(words -> words.path("tekst").textValue())
                .forEach(text -> assertFalse(text.matches(".*[ፀ-ፆሠ-ሧኀ-ኇ].*") || text.matches("(.*\\s)?አ.*"), text)));
    }

    @Test
    void nabilHasSevenMonthsLeft() {
        assertEquals(LocalDate.of(2027, 6, 21), LocalDate.parse(cast.get("z-arabic-elder").at("/termijn/einddatum").textValue()));
    }

    @Test
    void walidFailedSpeakingOnceAndWaitsThreeMonths() {
        JsonNode speaking = part("b1-arabic-exam", "SP");
        assertEquals("Gezakt", speaking.at("/pogingen/0/resultaat").textValue());
        assertEquals(1, speaking.path("pogingen").size());
        assertEquals(1, speaking.path("gratisPogingenTegoed").intValue());
        LocalDate planned = LocalDate.parse(speaking.at("/gepland/afspraak/begin").textValue().substring(0, 10));
        assertTrue(planned.isAfter(TODAY.plusWeeks(12)) && planned.isBefore(TODAY.plusWeeks(14)));
        assertEquals("Geslaagd", part("b1-arabic-exam", "KNM").at("/pogingen/0/resultaat").textValue());
        assertEquals("Geslaagd", part("b1-arabic-exam", "LE").at("/pogingen/0/resultaat").textValue());
    }

    @Test
    void omarsLessonHoursAreNearlySpentWithAYearToGo() {
        JsonNode hours = hours("b1-arabic-hours", "Lesuren");
        int left = hours.path("budget").intValue() - hours.path("uren").intValue();
        assertTrue(left > 0 && left < 60, "left: " + left);
        assertEquals(TODAY.plusYears(1).toString(), cast.get("b1-arabic-hours").at("/termijn/einddatum").textValue());
    }

    @Test
    void filmonHasNoBsnNoPipAndNoTerm() {
        assertEquals(null, Cast.member("azc-tigrinya-wait").bsn());
        ObjectNode dossier = cast.get("azc-tigrinya-wait");
        assertTrue(dossier.at("/pip/actueel").isNull() && dossier.path("termijn").isNull());
        assertEquals(140, dossier.at("/persoon/opvang/afstandKilometer").intValue());
    }

    @Test
    void rimaTookHerOldPlanAlong() {
        ObjectNode dossier = cast.get("moved-arabic");
        assertEquals(TODAY.minusMonths(1).toString(), dossier.at("/verhuizing/ingeschrevenOp").textValue());
        assertTrue(dossier.at("/pip/actueel").isNull());
        assertEquals("9902", dossier.at("/pip/historie/0/gemeentecode").textValue());
    }

    @Test
    void imransQuestionWaitsFortyDaysAndHisContactLeft() {
        ObjectNode dossier = cast.get("switched-english");
        assertEquals(TODAY.minusDays(40).toString(), dossier.at("/voortgang/openVragen/0/gesteldOp").textValue());
        assertTrue(LocalDate.parse(dossier.at("/voortgang/openVragen/0/antwoordVoor").textValue()).isAfter(TODAY));
        assertTrue(dossier.at("/contactpersonen/personen/0/tot").isNull());
        assertTrue(dossier.at("/contactpersonen/personen/1/tot").isTextual());
        assertTrue(dossier.at("/pvt/afspraak").isNull() && dossier.at("/pvt/datumOndertekeningPvt").isNull());
    }

    @Test
    void zeynepsDiplomaIsOnItsWay() {
        assertFalse(cast.get("done-turkish").at("/afronding/verzonden").booleanValue());
    }

    @Test
    void mehmetFallsUnderTheOldLaw() {
        assertEquals("Wi2013", cast.get("old-law").at("/inburgeringsplicht/wet").textValue());
        assertTrue(cast.get("old-law").path("pip").isNull() && cast.get("old-law").path("termijn").isNull());
    }

    @Test
    void coachBStandsInForAColleagueWhoIsAway() {
        JsonNode substitute = cast.get("g-english-debt").at("/contactpersonen/personen/0/vervanger");
        assertEquals(Cast.member("coach-b").displayName(), substitute.path("naam").textValue());
        assertTrue(LocalDate.parse(substitute.path("van").textValue()).isBefore(TODAY));
        assertTrue(LocalDate.parse(substitute.path("tot").textValue()).isAfter(TODAY));
    }

    private JsonNode hours(String key, String kind) {
        return find(cast.get(key).at("/uren/soorten"), "soort", kind);
    }

    private JsonNode part(String key, String name) {
        return find(cast.get(key).at("/examens/onderdelen"), "onderdeel", name);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("No " + value);
    }
}

package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the people of the municipality change shows in the agenda, in the dossier and in the feed, or is refused. */
class BackOfficeTest {

    private static RunningMunicipality waterstad;
    private static LocalDate today;

    private final BackOffice office = waterstad.municipality().backOffice();
    private long before;

    @BeforeAll
    static void start() {
        waterstad = new RunningMunicipality();
        today = LocalDate.ofInstant(waterstad.now(), RelativeDates.ZONE);
    }

    @AfterAll
    static void stop() {
        waterstad.close();
    }

    @BeforeEach
    void remember() {
        before = waterstad.municipality().lastEvent();
    }

    @Test
    void aCancelledLessonStaysInTheAgendaAsCancelled() throws IOException {
        JsonNode lesson = lesson("b1-arabic-hours", 4);
        String reply = waterstad.pathOf("b1-arabic-hours") + "/agenda/" + lesson.path("id").textValue() + "/_bevestig";
        assertEquals(200, waterstad.post(reply, UUID.randomUUID(), "{\"versie\":1}").statusCode());
        before = waterstad.municipality().lastEvent();

        assertDone(office.cancel(id("b1-arabic-hours"), lesson.path("id").textValue()));

        JsonNode after = item("b1-arabic-hours", lesson);
        assertEquals("Vervallen 2", after.path("status").textValue() + " " + after.path("versie"));
        assertEquals(lesson.path("begin"), after.path("begin"));
        assertEquals(1, after.at("/reactie/versie").intValue(), "the reply was to the lesson as it was");
        assertEquals(List.of("OK201 " + lesson.path("id").textValue() + " 2"), told());
        assertRefused(409, "", office.cancel(id("b1-arabic-hours"), lesson.path("id").textValue()));
        assertRefused(409, "", office.move(id("b1-arabic-hours"), lesson.path("id").textValue(), soon(), soon().plusSeconds(60)));
    }

    @Test
    void aMovedLessonSaysWhenItWasToBe() throws IOException {
        JsonNode lesson = lesson("b1-arabic-hours", 6);
        String item = lesson.path("id").textValue();

        assertDone(office.move(id("b1-arabic-hours"), item, soon(), soon().plusSeconds(3600)));
        assertDone(office.move(id("b1-arabic-hours"), item, soon().plusSeconds(600), soon().plusSeconds(3600)));

        JsonNode after = item("b1-arabic-hours", lesson);
        assertEquals("Gewijzigd 3", after.path("status").textValue() + " " + after.path("versie"));
        assertEquals(lesson.path("begin"), after.path("oorspronkelijkBegin"));
        assertEquals(lesson.path("onderwerp"), after.path("onderwerp"));
        assertEquals(List.of("OK201 " + item + " 2", "OK201 " + item + " 3"), told());
    }

    @Test
    void aMovedAppointmentMovesInTheDossierToo() throws IOException {
        String item = waterstad.caller().dossierOf("g-turkish-z").at("/voortgang/volgendGesprek/id").textValue();

        assertDone(office.move(id("g-turkish-z"), item, soon(), soon().plusSeconds(1800)));

        JsonNode talk = waterstad.caller().dossierOf("g-turkish-z").at("/voortgang/volgendGesprek");
        assertEquals(soon(), Instant.parse(talk.path("begin").textValue()));
        assertEquals("Gewijzigd", talk.path("status").textValue());
        assertEquals(List.of("OK201 " + item + " 2"), told());
        assertDone(office.cancel(id("g-turkish-z"), item));
        assertEquals("Vervallen", waterstad.caller().dossierOf("g-turkish-z").at("/voortgang/volgendGesprek/status").textValue());
    }

    @Test
    void nothingIsMovedIntoThePastOrToNowhere() throws IOException {
        String item = lesson("z-tigrinya", 7).path("id").textValue();

        assertRefused(400, "begin:voorbij einde:einde-voor-begin",
                office.move(id("z-tigrinya"), item, soon().minus(Duration.ofDays(30)), soon().minus(Duration.ofDays(31))));
        assertRefused(404, "", office.move(id("z-tigrinya"), "nothing", soon(), soon().plusSeconds(60)));
        assertRefused(404, "", office.cancel(UUID.randomUUID().toString(), item));
        JsonNode past = waterstad.agenda("z-tigrinya", today.minusWeeks(5), today).path("onderdelen").get(0);
        assertRefused(409, "", office.cancel(id("z-tigrinya"), past.path("id").textValue()));
        assertEquals(List.of(), told());
    }

    @Test
    void aNewContactTakesThePlaceOfTheFormer() throws IOException {
        assertDone(office.replaceContact(id("extended-arabic"), "M-1005", today));

        JsonNode persons = waterstad.caller().dossierOf("extended-arabic").at("/contactpersonen/personen");
        assertEquals("Femke Noordhof", persons.get(0).path("naam").textValue());
        assertTrue(persons.get(0).path("tot").isNull());
        assertEquals(today.minusDays(1).toString(), persons.get(1).path("tot").textValue());
        assertEquals(List.of("OK202"), told());
        assertRefused(400, "medewerkerId:onbekende-waarde", office.replaceContact(id("extended-arabic"), "M-9", today));
    }

    @Test
    void aResultIsPublished() throws IOException {
        String planned = waterstad.caller().dossierOf("b1-arabic-exam").at("/examens/onderdelen/4/gepland/afspraak/id").textValue();

        assertRefused(400, "examendatum:in-de-toekomst onderdeel:onbekende-waarde resultaat:onbekende-waarde niveau:onbekende-waarde",
                office.publishExamResult(id("b1-arabic-exam"), new ExamResult("XX", today.plusDays(1), null, "Goed", null)));
        assertDone(office.publishExamResult(id("b1-arabic-exam"), new ExamResult("LU", today.minusDays(40), "B1", "Geslaagd", null)));

        JsonNode exams = waterstad.caller().dossierOf("b1-arabic-exam").at("/examens/onderdelen");
        assertEquals("Geslaagd", exams.get(2).at("/pogingen/0/resultaat").textValue());
        assertEquals(planned, exams.get(4).at("/gepland/afspraak/id").textValue(), "another exam is still to come");
        assertEquals(List.of("SS199"), told());
    }

    @Test
    void aPlanIsAmendedByTheRulesOfDuo() throws IOException {
        String omar = id("b1-arabic-hours");
        assertRefused(400, "niveau:niveau-niet-bij-route geschatteIntensiteitB1Route:intensiteit-niet-bij-route",
                office.amendPip(omar, plan("O", "A2", today)));
        assertRefused(400, "niveau:niveau-niet-bij-route geschatteIntensiteitB1Route:intensiteit-niet-bij-route",
                office.amendPip(omar, plan("Z", "B1", today)));
        assertRefused(400, "leerroute:onbekende-waarde niveau:onbekende-waarde dagtekeningPip:in-de-toekomst",
                office.amendPip(omar, plan("X", "C1", today.plusDays(1))));
        assertRefused(400, "dagtekeningPip:voor-vorig-plan", office.amendPip(omar, plan("B", "A2", today.minusYears(3))));
        assertRefused(400, "dagtekeningPip:in-de-toekomst dagtekeningPip:na-termijn",
                office.amendPip(omar, plan("B", "A2", today.plusYears(2))));
        assertRefused(400, "geschatteIntensiteitB1Route:buiten-bereik",
                office.amendPip(omar, plan("B", "A2", today).put("geschatteIntensiteitB1Route", 0)));
        assertEquals(List.of(), told());

        assertDone(office.amendPip(omar, plan("B", "A2", today).put("redenWijziging", "Afschaling naar A2")));
        JsonNode plans = waterstad.caller().dossierOf("b1-arabic-hours").path("pip");
        assertEquals("2 A2 Afschaling naar A2", plans.at("/actueel/versie") + " " + plans.at("/actueel/niveau").textValue() + " "
                + plans.at("/actueel/redenWijziging").textValue());
        assertEquals("B1", plans.at("/historie/0/niveau").textValue());
        assertEquals(plans.at("/historie/0/doelen"), plans.at("/actueel/doelen"), "what was not amended stays");
        assertEquals(List.of("OK203"), told());
    }

    @Test
    void aFirstPlanStartsTheTermAndHasNoLowerLevel() throws IOException {
        String emre = id("before-pip-turkish");
        assertRefused(400, "niveau:niveau-niet-bij-eerste-plan", office.amendPip(emre, plan("B", "A2", today)));
        assertRefused(400, "dagtekeningPip:verplicht leerroute:onbekende-waarde",
                office.amendPip(emre, Json.object()));

        assertDone(office.amendPip(emre, plan("B", "B1", today)));

        JsonNode term = waterstad.caller().dossierOf("before-pip-turkish").path("termijn");
        assertEquals(today.plusDays(1).toString(), term.path("startdatum").textValue());
        assertEquals(today.plusDays(1).plusYears(3).toString(), term.path("einddatum").textValue());
        assertEquals(List.of("OK203", "SS102"), told());
    }

    @Test
    void partsAreCompletedInTheOrderOfDuo() throws IOException {
        String selam = id("z-tigrinya");
        LocalDate pip = LocalDate.parse(waterstad.caller().dossierOf("z-tigrinya").at("/pip/actueel/dagtekeningPip").textValue());

        assertRefused(400, "datumAfrondingZroute:voor-pvt-of-map", office.registerZRoute(selam, today));
        assertRefused(400, "datumEindgesprekMap:in-de-toekomst", office.registerMap(selam, today.plusDays(1)));
        assertRefused(400, "datumOndertekeningPvt:voor-eerste-plan", office.registerPvt(selam, pip.minusDays(1)));
        assertDone(office.registerPvt(selam, pip));
        assertDone(office.registerMap(selam, today.minusDays(2)));
        assertRefused(400, "datumAfrondingZroute:voor-pvt-of-map", office.registerZRoute(selam, today.minusDays(3)));
        assertDone(office.registerZRoute(selam, today.minusDays(2)));
        assertEquals(List.of("OK206", "OK206", "OK206"), told());
        assertRefused(400, "datumEindgesprekMap:niet-in-deze-route", office.registerMap(id("o-arabic-load"), today));
        assertRefused(400, "datumOndertekeningPvt:voor-eerste-plan datumOndertekeningPvt:niet-in-deze-route",
                office.registerPvt(id("azc-tigrinya-wait"), today));
    }

    private static ObjectNode plan(String route, String level, LocalDate date) {
        return Json.object().put("leerroute", route).put("niveau", level).put("dagtekeningPip", date.toString());
    }

    private static Instant soon() {
        return today.plusDays(20).atTime(10, 0).atZone(RelativeDates.ZONE).toInstant();
    }

    private static String id(String key) {
        return waterstad.municipality().idOf(key);
    }

    private static JsonNode lesson(String key, int number) throws IOException {
        List<JsonNode> lessons = new ArrayList<>();
        waterstad.agenda(key, today.plusDays(1), today.plusWeeks(12)).path("onderdelen").forEach(item -> {
            if (item.path("soort").asText().equals("Les") && item.path("versie").intValue() == 1) {
                lessons.add(item);
            }
        });
        return lessons.get(number);
    }

    private static JsonNode item(String key, JsonNode wanted) throws IOException {
        for (JsonNode item : waterstad.agenda(key, today, today.plusWeeks(20)).path("onderdelen")) {
            if (item.path("id").equals(wanted.path("id"))) {
                return item;
            }
        }
        throw new AssertionError("It is no longer in the agenda");
    }

    private List<String> told() throws IOException {
        List<String> told = new ArrayList<>();
        Caller.json(waterstad.caller().get("/v1/gebeurtenissen?na=" + before)).path("gebeurtenissen").forEach(event ->
                told.add((event.path("code").textValue() + " " + event.at("/onderwerp/id").asText("") + " "
                        + event.at("/onderwerp/versie").asText("")).strip()));
        return told;
    }

    private static void assertDone(Optional<Problem> problem) {
        assertEquals(Optional.empty(), problem);
    }

    private static void assertRefused(int status, String mistakes, Optional<Problem> problem) {
        assertEquals(status, problem.orElseThrow().status());
        assertEquals(mistakes, problem.get().mistakes().stream().map(mistake -> mistake.field() + ":" + mistake.code())
                .collect(Collectors.joining(" ")));
    }
}

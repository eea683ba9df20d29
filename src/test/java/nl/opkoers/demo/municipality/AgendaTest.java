package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have at fixed times, and what they let know about it. */
class AgendaTest {

    private static RunningMunicipality waterstad;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        waterstad = new RunningMunicipality();
        today = LocalDate.ofInstant(waterstad.now(), RelativeDates.ZONE);
    }

    @AfterAll
    static void stop() {
        waterstad.close();
    }

    @AfterEach
    void repair() {
        waterstad.municipality().faults().clear();
    }

    @Test
    void selamHasLessonsAKitchenShiftATestAndHerAppointments() throws IOException {
        JsonNode agenda = waterstad.agenda("z-tigrinya", today, today.plusWeeks(6));

        assertEquals(waterstad.caller().dossierOf("z-tigrinya").at("/map/afspraak/id").textValue(),
                one(agenda, kind("MAP")).path("id").textValue());
        assertEquals("Voortgangsgesprek", one(agenda, kind("Afspraak")).path("onderwerp").textValue());
        assertEquals("Toets lezen", one(agenda, kind("Schooltoets")).path("onderwerp").textValue());
        assertTrue(all(agenda, kind("Les")).size() >= 8);
        assertTrue(all(agenda, kind("Participatie")).size() >= 5);
        JsonNode moved = one(agenda, item -> item.path("status").asText().equals("Gewijzigd"));
        assertTrue(moved.path("oorspronkelijkBegin").isTextual() && moved.path("versie").intValue() == 2);
        assertEquals(1, all(agenda, item -> item.path("status").asText().equals("Vervallen")).size());
        List<String> begins = new ArrayList<>();
        agenda.path("onderdelen").forEach(item -> begins.add(item.path("begin").textValue()));
        assertEquals(begins.stream().sorted().toList(), begins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"azc-tigrinya-wait", "done-turkish", "old-law"})
    void whoHasNoLessonsHasNone(String key) throws IOException {
        assertEquals(0, all(waterstad.agenda(key, today.minusWeeks(4), today.plusWeeks(40)), kind("Les")).size());
    }

    @ParameterizedTest
    @CsvSource({"z-tigrinya, 3", "b1-arabic-exam, 3", "b1-arabic-hours, 3", "o-arabic-load, 8", "g-turkish-z, 3", "g-english-debt, 2",
        "moved-arabic, 2", "g-turkish-new, 0", "before-pip-turkish, 0"})
    void aWeekOfLessonsIsAsFullAsTheStoriesSay(String key, int lessons) throws IOException {
        LocalDate monday = mondayOfSchoolWeeks(1);

        assertEquals(lessons, all(waterstad.agenda(key, monday, monday.plusWeeks(1)), kind("Les")).size());
    }

    @Test
    void liamHasLessonsEveryOtherWeek() throws IOException {
        LocalDate monday = mondayOfSchoolWeeks(2);
        int first = all(waterstad.agenda("g-english-shift", monday, monday.plusWeeks(1)), kind("Les")).size();
        int second = all(waterstad.agenda("g-english-shift", monday.plusWeeks(1), monday.plusWeeks(2)), kind("Les")).size();

        assertEquals(2, Math.max(first, second));
        assertEquals(0, Math.min(first, second));
    }

    @Test
    void walidsExamSaysWhichItIs() throws IOException {
        JsonNode exam = one(waterstad.agenda("b1-arabic-exam", today.plusWeeks(12), today.plusWeeks(15)), kind("Examen"));

        assertEquals("SP", exam.at("/examen/onderdeel").textValue());
        assertEquals("B1", exam.at("/examen/niveau").textValue());
        assertEquals("DUO", exam.path("bron").textValue());
    }

    @Test
    void anUnknownKindAndStatusIsPassedOnAsItIs() throws IOException {
        JsonNode item = one(waterstad.agenda("unknown-values", today, today.plusWeeks(4)), kind("Excursie"));

        assertEquals("Op reserve", item.path("status").textValue());
    }

    @Test
    void mostOfThePopulationHasLessonsForMonthsToCome() {
        assertTrue(Integer.parseInt(waterstad.query(
                "select count(distinct inburgeraar) from lesrooster where laatste > now() + interval '1 month'")) > 1_000);
    }

    @Test
    void anUnchangedAgendaIsNotSentAgain() throws IOException {
        String path = waterstad.pathOf("extended-arabic") + "/agenda?van=" + today + "&tot=" + today.plusWeeks(1);
        String tag = waterstad.caller().get(path).headers().firstValue("ETag").orElseThrow();

        assertEquals(304, waterstad.caller().call("GET", path, null, Map.of("If-None-Match", tag)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | 2
            van=2026-01-01                  | 1
            van=2026-02-30&tot=1            | 2
            van=2026-01-02&tot=2026-01-02   | 1
            van=2026-01-01&tot=2027-02-06   | 1
            van=%2B99999-01-01&tot=x        | 2
            """)
    void aBadPeriodIsRefusedWithAllThatIsWrong(String query, int mistakes) throws IOException {
        HttpResponse<String> answer = waterstad.caller().get(waterstad.pathOf("z-tigrinya") + "/agenda?" + query);

        assertEquals(400, answer.statusCode());
        assertEquals(mistakes, Caller.json(answer).path("fouten").size(), answer.body());
    }

    @Test
    void nobodyHasNoAgenda() throws IOException {
        String query = "/agenda?van=2026-01-01&tot=2026-01-02";

        assertEquals(404, waterstad.caller().get("/v1/inburgeraars/nobody" + query).statusCode());
        assertEquals(404, waterstad.caller().get("/v1/inburgeraars/" + UUID.randomUUID() + query).statusCode());
    }

    @Test
    void selamConfirmsSaysNoAndAsksForAnotherTime() throws IOException {
        JsonNode lesson = comingLesson("z-tigrinya", 5);
        String path = itemPath("z-tigrinya", lesson);
        String version = "{\"versie\":" + lesson.path("versie") + "}";

        JsonNode confirmed = Caller.json(waterstad.post(path + "/_bevestig", UUID.randomUUID(), version));
        assertEquals("Bevestigd", confirmed.at("/reactie/soort").textValue());
        assertEquals(lesson.path("versie"), confirmed.path("versie"), "a reply changes no version");

        waterstad.post(path + "/_afmelden", UUID.randomUUID(), "{\"versie\":1,\"reden\":\"Ziekte\",\"toelichting\":\"koorts\"}");
        JsonNode declined = sameIn(waterstad.agenda("z-tigrinya", today, today.plusWeeks(8)), lesson).path("reactie");
        assertEquals("Afgemeld Ziekte", declined.path("soort").textValue() + " " + declined.path("reden").textValue());
        assertTrue(declined.path("toelichting").isMissingNode(), "what she explained is for the school, not for an answer");

        Instant wish = waterstad.now().plus(Duration.ofDays(9));
        String proposal = "{\"begin\":\"" + wish + "\",\"einde\":\"" + wish.plusSeconds(3600) + "\"}";
        HttpResponse<String> asked = waterstad.post(path + "/_verzet", UUID.randomUUID(), "{\"versie\":1,\"voorstellen\":[" + proposal + "]}");
        assertEquals(200, asked.statusCode(), asked.body());
        assertEquals(wish, Instant.parse(Caller.json(asked).at("/reactie/voorstellen/0/begin").textValue()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _bevestig | {}                                                        | versie:verplicht
            _bevestig | {"versie":0}                                              | versie:buiten-bereik
            _bevestig | {"versie":1.5}                                            | versie:geen-geheel-getal
            _bevestig | {"versie":1,"reden":"Ziekte"}                             | :onbekend-veld
            _bevestig | []                                                        | :geen-object
            _bevestig | {"versie":1                                               | :geen-json
            _afmelden | {"versie":"1","reden":"Geen zin","toelichting":7}         | versie:geen-geheel-getal reden:onbekende-waarde toelichting:geen-tekst
            _afmelden | {"versie":1,"toelichting":"a\\u0000b"}                    | toelichting:teken-niet-toegestaan
            _verzet   | {"versie":1}                                              | voorstellen:verplicht
            _verzet   | {"versie":1,"voorstellen":[]}                             | voorstellen:aantal-buiten-bereik
            _verzet   | {"versie":1,"voorstellen":[{},{},{},{}]}                  | voorstellen:aantal-buiten-bereik
            _verzet   | {"voorstellen":[{"begin":"2020-01-01T10:00:00Z","einde":"2020-01-01T09:00:00+01:00"},7]} | versie:verplicht voorstellen[1]:geen-object voorstellen[0].begin:voorbij voorstellen[0].einde:einde-voor-begin
            _verzet   | {"versie":1,"voorstellen":[{"begin":"morgen"}]}           | voorstellen[0].einde:verplicht voorstellen[0].begin:geen-tijdstip
            """)
    void aBadReplyIsRefusedWithAllThatIsWrong(String reply, String body, String mistakes) throws IOException {
        HttpResponse<String> answer = waterstad.post(itemPath("z-tigrinya", comingLesson("z-tigrinya", 6)) + "/" + reply, UUID.randomUUID(), body);

        assertEquals(400, answer.statusCode(), answer.body());
        List<String> found = new ArrayList<>();
        Caller.json(answer).path("fouten").forEach(mistake -> found.add(mistake.path("veld").textValue() + ":" + mistake.path("code").textValue()));
        assertEquals(mistakes, String.join(" ", found));
    }

    @Test
    void anExplanationHasFiveHundredCharactersInAnyScript() throws IOException {
        String path = itemPath("z-tigrinya", comingLesson("z-tigrinya", 7)) + "/_afmelden";

        assertEquals(200, waterstad.post(path, UUID.randomUUID(), "{\"versie\":1,\"toelichting\":\"" + "ቀ".repeat(500) + "\"}").statusCode());
        assertEquals(400, waterstad.post(path, UUID.randomUUID(), "{\"versie\":1,\"toelichting\":\"" + "ቀ".repeat(501) + "\"}").statusCode());
    }

    @Test
    void nobodyRepliesToWhatIsOverOrCancelledOrNotThere() throws IOException {
        JsonNode past = waterstad.agenda("b1-arabic-hours", today.minusWeeks(3), today).path("onderdelen").get(0);
        JsonNode cancelled = one(waterstad.agenda("b1-arabic-exam", today, today.plusWeeks(6)), item -> item.path("status").asText().equals("Vervallen"));

        assertConflict("voorbij", waterstad.post(itemPath("b1-arabic-hours", past) + "/_afmelden", UUID.randomUUID(), "{\"versie\":1}"));
        assertConflict("vervallen", waterstad.post(itemPath("b1-arabic-exam", cancelled) + "/_bevestig", UUID.randomUUID(), "{\"versie\":2}"));
        assertConflict("versie-verouderd", waterstad.post(itemPath("b1-arabic-hours", comingLesson("b1-arabic-hours", 3)) + "/_bevestig",
                UUID.randomUUID(), "{\"versie\":2}"));
        assertEquals(404, waterstad.post(waterstad.pathOf("z-tigrinya") + "/agenda/nothing/_bevestig", UUID.randomUUID(), "{\"versie\":1}").statusCode());
        assertEquals(404, waterstad.post("/v1/inburgeraars/" + UUID.randomUUID() + "/agenda/x/_bevestig", UUID.randomUUID(), "{\"versie\":1}").statusCode());
    }

    @Test
    void whatTheDossierMovesTheAgendaMovesToo() throws IOException {
        JsonNode before = one(waterstad.agenda("z-arabic-elder", today, today.plusWeeks(8)), kind("Afspraak"));
        Instant later = Instant.parse(before.path("begin").textValue()).plus(Duration.ofDays(1));
        long events = waterstad.municipality().feed().last();

        waterstad.municipality().change("z-arabic-elder", dossier -> {
            ((ObjectNode) dossier.at("/voortgang/volgendGesprek")).put("begin", later.toString()).put("einde", later.plusSeconds(1800).toString())
                    .put("status", "Gewijzigd");
            return dossier;
        });

        JsonNode after = sameIn(waterstad.agenda("z-arabic-elder", today, today.plusWeeks(8)), before);
        assertEquals(2, after.path("versie").intValue());
        assertEquals(before.path("begin"), after.path("oorspronkelijkBegin"));
        assertNotEquals(before.path("bijgewerktOp"), after.path("bijgewerktOp"));
        JsonNode event = Caller.json(waterstad.caller().get("/v1/gebeurtenissen?na=" + events)).at("/gebeurtenissen/0");
        assertEquals("OK201", event.path("code").textValue());
        assertEquals(before.path("id"), event.at("/onderwerp/id"));
        assertEquals(2, event.at("/onderwerp/versie").intValue());
    }

    /** The Monday of so many whole weeks that are over and were no holiday. */
    private static LocalDate mondayOfSchoolWeeks(int weeks) {
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1).minusWeeks(weeks);
        while (!SchoolHolidays.between(monday, monday.plusWeeks(weeks)).isEmpty()) {
            monday = monday.minusWeeks(1);
        }
        return monday;
    }

    private static JsonNode comingLesson(String key, int number) throws IOException {
        return all(waterstad.agenda(key, today.plusDays(1), today.plusWeeks(20)), item -> kind("Les").test(item)
                && item.path("versie").intValue() == 1).get(number);
    }

    private static String itemPath(String key, JsonNode item) {
        return waterstad.pathOf(key) + "/agenda/" + item.path("id").textValue();
    }

    private static void assertConflict(String kind, HttpResponse<String> answer) throws IOException {
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals("urn:opkoers:probleem:" + kind, Caller.json(answer).path("type").textValue());
    }

    private static Predicate<JsonNode> kind(String kind) {
        return item -> kind.equals(item.path("soort").textValue());
    }

    private static JsonNode sameIn(JsonNode agenda, JsonNode item) {
        return one(agenda, other -> other.path("id").equals(item.path("id")));
    }

    private static JsonNode one(JsonNode agenda, Predicate<JsonNode> wanted) {
        List<JsonNode> found = all(agenda, wanted);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static List<JsonNode> all(JsonNode agenda, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(agenda.path("onderdelen").spliterator(), false).filter(wanted).toList();
    }
}

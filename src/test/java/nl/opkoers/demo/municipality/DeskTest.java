package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever shows the demo changes things at the desk; the API and its feed say so, or the form says what is wrong. */
class DeskTest {

    private static final Pattern CALL = Pattern.compile("(?m)^curl(?: -X (PUT))?(?: --json '(.*)')? localhost:8081(\\S+)$");

    private static RunningMunicipality waterstad;
    private static DeskBrowser browser;
    private static LocalDate today;

    private long before;

    @BeforeAll
    static void start() {
        waterstad = RunningMunicipality.withDesk();
        browser = new DeskBrowser(waterstad.municipality().port());
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
    void aLessonIsCancelled() throws IOException {
        String lesson = lesson("z-tigrinya");

        browser.assertDone("vervallen", browser.send(browser.form("z-tigrinya", "vervallen", lesson), Map.of()));

        assertEquals("Vervallen", item("z-tigrinya", lesson).path("status").textValue());
        assertEquals(List.of("OK201 " + lesson), told());
        assertTrue(browser.page("/beheer/personen/z-tigrinya").select("form input[value=" + lesson + "]").isEmpty());
        HttpResponse<String> again = browser.post("/beheer/personen/z-tigrinya/vervallen", Map.of("agendaonderdeel", lesson), Map.of());
        assertEquals(409, again.statusCode());
        assertEquals("Dit agendaonderdeel gaat niet door.", browser.page(again).select("[role=alert]").text());
    }

    @Test
    void aLessonIsMovedByTheClockOfAmsterdam() throws IOException {
        String lesson = lesson("b1-arabic-hours");
        FormElement form = browser.form("b1-arabic-hours", "verzetten", lesson);
        String past = today.minusDays(1) + "T10:00";

        HttpResponse<String> refused = browser.send(form, Map.of("begin", past, "einde", "morgen"));
        assertEquals(400, refused.statusCode());
        Element kept = browser.page(refused).selectFirst("details[open] form");
        assertEquals(past, kept.select("[name=begin]").val());
        assertEquals("morgen", kept.select("[name=einde]").val());
        assertEquals("Een bestaand tijdstip met tijdzone is nodig.", kept.select(".mistake").text());
        assertEquals(List.of(), told());

        String begin = today.plusDays(20) + "T10:00";
        browser.assertDone("verzetten", browser.send(form, Map.of("begin", begin, "einde", today.plusDays(20) + "T11:30")));
        assertEquals(LocalDateTime.parse(begin).atZone(RelativeDates.ZONE).toInstant().toString(),
                item("b1-arabic-hours", lesson).path("begin").textValue());
        assertEquals(List.of("OK201 " + lesson), told());
    }

    @Test
    void aContactIsReplaced() throws IOException {
        Document page = browser.page("/beheer/personen/extended-arabic");
        assertTrue(page.select("[name=medewerkerId] option").eachText().contains("Femke Noordhof (Klantmanager, M-1005)"));

        browser.assertDone("contactpersoon", browser.act(page, "contactpersoon", Map.of("medewerkerId", "M-1005", "van", today.toString())));

        assertEquals("Femke Noordhof", waterstad.caller().dossierOf("extended-arabic").at("/contactpersonen/personen/0/naam").textValue());
        assertEquals(List.of("OK202"), told());
        assertEquals("Dit gegeven is verplicht.", browser.mistakes(browser.act(page, "contactpersoon", Map.of("van", ""))));
    }

    @Test
    void anExamResultIsPublished() throws IOException {
        Document page = browser.page("/beheer/personen/b1-arabic-exam");
        Map<String, String> result = Map.of("onderdeel", "LU", "examendatum", today.minusDays(40).toString(), "niveau", "B1",
                "resultaat", "Geslaagd");

        browser.assertDone("examenuitslag", browser.act(page, "examenuitslag", result));

        assertEquals("Geslaagd", waterstad.caller().dossierOf("b1-arabic-exam").at("/examens/onderdelen/2/pogingen/0/resultaat").textValue());
        assertEquals(List.of("SS199"), told());
        assertEquals("Dit mag niet in de toekomst liggen. Deze waarde is hier niet bekend.", browser.mistakes(browser.act(page, "examenuitslag",
                Map.of("onderdeel", "LE", "examendatum", today.plusDays(2).toString()))));
    }

    @Test
    void whatDuoRefusesInAPlanIsToldAtTheFormAndKept() throws IOException {
        Document page = browser.page("/beheer/personen/g-turkish-new");
        String route = page.select("[name=leerroute] option[selected]").val();

        HttpResponse<String> refused = browser.act(page, "pip", Map.of("leerroute", "O", "niveau", "A2",
                "geschatteIntensiteitB1Route", "600", "dagtekeningPip", today.toString(), "redenWijziging", "\"Anders\" <b>"));

        Element kept = browser.page(refused).selectFirst("#pip");
        assertEquals("Dit niveau past niet bij deze leerroute. Een geschatte intensiteit is er alleen voor asielstatushouders in"
                + " de B1-route.", kept.select(".mistake").text());
        assertEquals("O A2", kept.select("[name=leerroute] option[selected]").val() + " "
                + kept.select("[name=niveau] option[selected]").val());
        assertEquals("\"Anders\" <b>", kept.select("[name=redenWijziging]").val());
        assertEquals("true", kept.select("[name=niveau]").attr("aria-invalid"));
        assertEquals(List.of(), told());
        assertEquals("Een geheel getal is nodig.", browser.mistakes(browser.act(page, "pip", Map.of("pvtUren", "veel"))));

        browser.assertDone("pip", browser.act(page, "pip", Map.of("leerroute", "Z", "niveau", "", "dagtekeningPip", today.toString(),
                "redenWijziging", "Wijziging van leerroute")));
        JsonNode plan = waterstad.caller().dossierOf("g-turkish-new").path("pip");
        assertEquals("Z", plan.at("/actueel/leerroute").textValue());
        assertTrue(plan.at("/actueel/niveau").isNull());
        assertEquals(route, plan.at("/historie/0/leerroute").textValue());
        assertEquals(List.of("OK203"), told());
    }

    @Test
    void theZRouteIsCompletedAfterTheMap() throws IOException {
        Document page = browser.page("/beheer/personen/z-tigrinya");
        assertFalse(page.select("[name=datumOndertekeningPvt]").val().isEmpty(), "already signed");
        assertEquals("De Z-route is pas klaar als het PVT en de MAP klaar zijn.",
                browser.mistakes(browser.act(page, "zroute", Map.of("datumAfrondingZroute", today.toString()))));

        browser.assertDone("map", browser.act(page, "map", Map.of("datumEindgesprekMap", today.toString())));
        browser.assertDone("zroute", browser.act(page, "zroute", Map.of("datumAfrondingZroute", today.toString())));
        browser.assertDone("pvt", browser.act(page, "pvt", Map.of("datumOndertekeningPvt", today.minusDays(3).toString())));

        JsonNode dossier = waterstad.caller().dossierOf("z-tigrinya");
        assertEquals(today.minusDays(3) + " " + today + " " + today, dossier.at("/pvt/datumOndertekeningPvt").textValue() + " "
                + dossier.at("/map/datumEindgesprekMap").textValue() + " " + dossier.at("/zroute/datumAfrondingZroute").textValue());
        assertEquals(3, told().size());
    }

    @Test
    void theSameIsDoneWithJson() throws IOException {
        JsonNode person = Caller.json(browser.get("/demo/personen?naam=Shanti")).at("/personen/0");
        assertEquals("exempt-english", person.path("sleutel").textValue());
        String path = "/demo/personen/b1-arabic-exam";
        String item = lesson("b1-arabic-exam");
        assertTrue(Caller.json(browser.get(path + "/agenda")).path("onderdelen").findValuesAsText("id").contains(item));

        assertEquals(204, browser.json("POST", path + "/vervallen", "{\"agendaonderdeel\":\"" + item + "\"}").statusCode());
        assertEquals(List.of("OK201 " + item), told());
        assertEquals(item, Caller.json(browser.get("/demo/gebeurtenissen")).at("/gebeurtenissen/0/onderwerp/id").textValue());
        assertEquals(409, browser.json("POST", path + "/vervallen", "{\"agendaonderdeel\":\"" + item + "\"}").statusCode());
        HttpResponse<String> refused = browser.json("POST", path + "/pip", "{\"niveau\":7,\"anders\":1}");
        assertEquals("onbekend-veld geen-tekst", Caller.json(refused).at("/fouten/0/code").textValue() + " "
                + Caller.json(refused).at("/fouten/1/code").textValue());
        assertEquals(404, browser.json("POST", path + "/anders", "{}").statusCode());
        assertEquals(404, browser.json("POST", "/demo/personen/niemand/pvt", "{}").statusCode());
        assertEquals(400, browser.json("POST", path + "/pvt", "").statusCode());
    }

    /** In the order in which they stand there: the first one shows the ids of which the second takes one. */
    @Test
    void whatReadmeShowsCanBeDone() throws IOException {
        List<MatchResult> calls = CALL.matcher(Files.readString(Path.of("README.md"))).results().toList();
        for (MatchResult call : calls) {
            String body = call.group(2) == null ? null : call.group(2).replace("'$(date +%F)'", today.toString()).replace("<id>", lesson("z-tigrinya"));
            HttpResponse<String> answer = body == null ? browser.get(call.group(3))
                    : browser.json(call.group(1) == null ? "POST" : call.group(1), call.group(3), body);
            assertEquals(body == null ? 200 : 204, answer.statusCode(), call.group() + " " + answer.body());
        }
        assertEquals(4, calls.size());
        assertEquals(204, browser.json("PUT", "/demo/storingen", "{}").statusCode());
    }

    private static String lesson(String key) throws IOException {
        for (JsonNode item : waterstad.agenda(key, today.plusDays(14), today.plusWeeks(10)).path("onderdelen")) {
            if (item.path("soort").asText().equals("Les") && item.path("versie").intValue() == 1) {
                return item.path("id").textValue();
            }
        }
        throw new AssertionError("No lesson of " + key);
    }

    private static JsonNode item(String key, String id) throws IOException {
        for (JsonNode item : waterstad.agenda(key, today, today.plusWeeks(12)).path("onderdelen")) {
            if (item.path("id").textValue().equals(id)) {
                return item;
            }
        }
        throw new AssertionError("It is no longer in the agenda");
    }

    private List<String> told() throws IOException {
        List<String> told = new ArrayList<>();
        waterstad.caller().read("/v1/gebeurtenissen?na=" + before).path("gebeurtenissen").forEach(event ->
                told.add((event.path("code").textValue() + " " + event.at("/onderwerp/id").asText("")).strip()));
        return told;
    }
}

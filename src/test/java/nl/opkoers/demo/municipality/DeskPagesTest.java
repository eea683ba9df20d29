package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk shows, what it switches, and whom it keeps out. */
class DeskPagesTest {

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
    void aPersonIsChosenFromTheCastOrFoundByName() throws IOException {
        Document choose = browser.page("/beheer");
        assertEquals(Cast.withDossier().size(), choose.select(".people a").size());
        assertTrue(choose.select(".invented").text().contains("verzonnen"));
        assertEquals("/beheer/personen/z-tigrinya", choose.select(".people a").get(0).attr("href"));

        assertEquals(List.of("Selam Tesfay z-tigrinya"), browser.page("/beheer?naam=lam%20TESF").select(".people a").eachText());
        assertEquals(0, browser.page("/beheer?naam=%25_").select(".people a").size());
        String other = browser.page("/beheer?naam=an").select(".people a:not(:has(.key))").get(0).attr("href");
        assertTrue(browser.page(other).select("form").size() > 5);
        assertEquals(404, browser.get("/beheer/personen/niemand").statusCode());
        assertEquals("Niet gevonden", browser.page(browser.get("/beheer/elders")).select("h1").text());
    }

    @Test
    void theFeedIsShownAndBegunAgain() throws IOException {
        assertEquals(204, browser.json("POST", "/demo/personen/done-turkish/contactpersoon",
                "{\"medewerkerId\":\"M-1002\",\"van\":\"" + today + "\"}").statusCode());
        Document page = browser.page("/beheer/gebeurtenissen");
        assertTrue(page.select("tbody tr").get(0).text().contains("OK202 Contactpersoon veranderd Zeynep Arslan"));
        String series = waterstad.query("select reeks from gebeurtenisreeks");

        browser.assertDone("opnieuw", browser.send(page, "/beheer/gebeurtenissen/opnieuw", Map.of()));

        assertFalse(series.equals(waterstad.query("select reeks from gebeurtenisreeks")));
        assertEquals(0, browser.page("/beheer/gebeurtenissen").select("tbody tr").size());
    }

    @Test
    void faultsAreSwitchedForEachResource() throws IOException {
        Document page = browser.page("/beheer/storingen");
        assertEquals(Resource.values().length, page.select("fieldset").size());

        browser.assertDone("storingen", browser.send(faults(page), Map.of("gemeente.soort", "503", "gemeente.opnieuwNaSeconden", "7")));
        HttpResponse<String> busy = waterstad.caller().get("/v1/gemeente");
        assertEquals("503 7", busy.statusCode() + " " + busy.headers().firstValue("Retry-After").orElse(""));
        assertEquals(200, waterstad.caller().get("/v1/aanbieders").statusCode());

        Document on = browser.page("/beheer/storingen");
        assertEquals("503", on.select("fieldset.on [name=gemeente.soort] option[selected]").val());
        HttpResponse<String> refused = browser.send(faults(on), Map.of("gemeente.vertragingMilliseconden", "-5", "zoek.opnieuwNaSeconden", "x"));
        assertEquals("Een geheel getal is nodig. Dit getal is te klein of te groot.", browser.mistakes(refused));
        assertEquals("-5", browser.page(refused).select("[name=gemeente.vertragingMilliseconden]").val());

        browser.assertDone("uit", browser.send(on, "/beheer/storingen/uit", Map.of()));
        assertEquals(200, waterstad.caller().get("/v1/gemeente").statusCode());
    }

    @Test
    void aPageFromElsewhereCannotDriveTheDesk() throws IOException {
        Map<String, String> lesson = Map.of("agendaonderdeel", lesson("b1-arabic-exam"));
        String cancel = "/beheer/personen/b1-arabic-exam/vervallen";
        assertEquals(403, browser.post(cancel, lesson, Map.of("Origin", "https://elders.example")).statusCode());
        assertEquals(403, browser.post(cancel, lesson, Map.of("Origin", "null")).statusCode());
        assertEquals(403, browser.post(cancel, lesson, Map.of("Sec-Fetch-Site", "same-site")).statusCode());
        assertEquals(403, browser.post("/demo/gebeurtenissen/_opnieuw", Map.of(), Map.of("Origin", "http://localhost:8080")).statusCode());
        assertTrue(browser.raw("GET /beheer HTTP/1.1\r\nHost: elders.example:8081\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 403 "));
        assertTrue(browser.raw("PUT /demo/storingen HTTP/1.1\r\nHost: elders.example\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\nConnection: close\r\n\r\n{}").startsWith("HTTP/1.1 403 "));
        assertTrue(browser.raw("GET /beheer HTTP/1.1\r\nHost: localhost:8081\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200 "));
        assertEquals(before, waterstad.municipality().lastEvent());
    }

    @Test
    void noPageHoldsANumberOfAPersonOrRunsWhatANameSays() throws IOException {
        waterstad.municipality().change("old-law", dossier -> {
            dossier.withObject("/persoon").put("aanspreeknaam", "<script>x</script>\" onload='y'");
            return dossier;
        });
        List<String> paths = new ArrayList<>(List.of("/beheer?naam=a", "/beheer/gebeurtenissen", "/beheer/storingen", "/demo/personen"));
        Cast.withDossier().forEach(member -> paths.add("/beheer/personen/" + member.key()));
        for (String path : paths) {
            HttpResponse<String> answer = browser.get(path);
            assertEquals(200, answer.statusCode(), path);
            assertFalse(answer.body().matches("(?s).*\\b\\d{9,10}\\b.*"), path);
        }
        for (String path : List.of("/beheer", "/beheer/personen/old-law", "/beheer/gebeurtenissen", "/beheer?naam=%3Cscript%3E%22")) {
            Document page = browser.page(path);
            assertTrue(page.select("script, [onload]").isEmpty(), path);
            assertTrue(path.contains("naam") || page.text().contains("<script>x</script>\" onload='y'"), path);
        }
        assertTrue(browser.get("/beheer").headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
    }

    private static FormElement faults(Document page) {
        return (FormElement) page.selectFirst("form[action=/beheer/storingen]");
    }

    private static String lesson(String key) throws IOException {
        for (JsonNode item : waterstad.agenda(key, today.plusDays(14), today.plusWeeks(10)).path("onderdelen")) {
            if (item.path("soort").asText().equals("Les") && item.path("versie").intValue() == 1) {
                return item.path("id").textValue();
            }
        }
        throw new AssertionError("No lesson of " + key);
    }
}

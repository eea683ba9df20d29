package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people report of schools, how good the list is, and that a table is taken over whole or not at all. */
class DeskOffersTest {

    private static final String QUALITY = "/beheer/aanbod";
    private static final String UPLOAD = "/beheer/aanbod/inlezen";
    private static final String HEADER = "aanbiederId;school;plaatsnaam;cursusId;cursus;prijsPerUur;lestijden;kinderopvang\n";

    private static RunningMunicipality waterstad;
    private static DeskBrowser browser;

    @BeforeAll
    static void start() {
        waterstad = RunningMunicipality.withDesk();
        browser = new DeskBrowser(waterstad.municipality().port());
    }

    @AfterAll
    static void stop() {
        waterstad.close();
    }

    @Test
    void whatSomebodyReportsIsKeptWithoutWhoTheyAreAndDealtWithAtTheDesk() throws IOException {
        JsonNode school = waterstad.caller().read("/v1/aanbieders").at("/aanbieders/0");
        String course = school.at("/cursussen/0/id").textValue();
        String path = "/v1/aanbieders/" + school.path("id").textValue() + "/meldingen";
        UUID key = UUID.randomUUID();

        HttpResponse<String> first = waterstad.post(path, key, "{\"soort\":\"Prijs\",\"cursusId\":\"" + course
                + "\",\"toelichting\":\"<b>15 euro</b>\",\"taal\":\"nl\"}");

        assertEquals(201, first.statusCode(), first.body());
        assertFalse(first.body().contains("15 euro"), "the words stay where they are");
        List<Effect> effects = waterstad.municipality().effects().stream().filter(effect -> effect.key().equals(key)).toList();
        assertEquals(List.of("OFFER_REPORT null"), effects.stream().map(effect -> effect.kind() + " " + effect.participant()).toList());
        Document page = browser.page(QUALITY);
        assertTrue(page.text().contains("<b>15 euro</b>"), "as it was typed, and not run");
        assertTrue(page.text().contains(school.at("/cursussen/0/naam").textValue()));
        String action = page.selectFirst("form[action^=" + QUALITY + "/meldingen/]").attr("action");

        browser.assertDone("melding", browser.send(page, action, Map.of()));

        assertFalse(browser.page(QUALITY).text().contains("15 euro"));
    }

    @Test
    void whatIsWrongAtAPlaceToPractiseIsSeenAndDealtWithAtTheSameDesk() throws IOException {
        JsonNode place = waterstad.caller().read("/v1/informeel-aanbod").at("/plekken/0");
        String path = "/v1/informeel-aanbod/" + place.path("id").textValue() + "/meldingen";
        UUID key = UUID.randomUUID();
        String body = "{\"soort\":\"Tijden\",\"toelichting\":\"om elf uur\",\"taal\":\"nl\"}";

        HttpResponse<String> first = waterstad.post(path, key, body);

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(place.path("id"), Caller.json(first).path("oefenplekId"));
        assertFalse(first.body().contains("elf uur"), "the words stay where they are");
        assertEquals(first.body(), waterstad.post(path, key, body).body(), "what arrives again is the same report");
        assertEquals(List.of("OFFER_REPORT null"), waterstad.municipality().effects().stream()
                .filter(effect -> effect.key().equals(key)).map(effect -> effect.kind() + " " + effect.participant()).toList());
        Document page = browser.page(QUALITY);
        String report = "#m-" + Caller.json(first).path("meldingId").textValue();
        assertTrue(page.select(report).text().contains(place.path("naam").textValue()), page.text());
        assertTrue(page.select(report).text().contains("om elf uur"));

        browser.assertDone("melding", browser.send(page, page.selectFirst(report + " form").attr("action"), Map.of()));

        assertEquals(0, browser.page(QUALITY).select(report).size());
    }

    @Test
    void aReportAboutAPlaceNamesNoCourseAndAboutNoPlaceIsNotFound() throws IOException {
        String places = "/v1/informeel-aanbod/";
        String path = places + waterstad.caller().read("/v1/informeel-aanbod").at("/plekken/0/id").textValue() + "/meldingen";
        String body = "{\"soort\":\"Prijs\",\"taal\":\"nl\",\"cursusId\":\"C-1\"}";

        HttpResponse<String> answer = waterstad.post(path, UUID.randomUUID(), body);

        assertEquals(400, answer.statusCode());
        assertEquals("onbekend-veld", Caller.json(answer).at("/fouten/0/code").textValue());
        String school = waterstad.caller().read("/v1/aanbieders").at("/aanbieders/0/id").textValue();
        assertEquals(404, waterstad.post(places + school + "/meldingen", UUID.randomUUID(), "{}").statusCode());
        assertEquals(404, waterstad.post(places + "%00/meldingen", UUID.randomUUID(), "{}").statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|soort:verplicht taal:verplicht",
        "{\"soort\":\"\",\"taal\":\"Ti\"}|soort:verplicht taal:geen-taal",
        "{\"soort\":\"Prijs\",\"taal\":\"nl\",\"naam\":\"Selam\"}|:onbekend-veld"})
    void aReportThatSaysTooLittleOrTooMuchIsRefused(String body, String mistakes) throws IOException {
        String path = "/v1/aanbieders/" + waterstad.caller().read("/v1/aanbieders").at("/aanbieders/0/id").textValue() + "/meldingen";

        HttpResponse<String> answer = waterstad.post(path, UUID.randomUUID(), body);

        assertEquals(400, answer.statusCode());
        StringBuilder found = new StringBuilder();
        Caller.json(answer).path("fouten").forEach(mistake -> found.append(' ').append(mistake.path("veld").textValue())
                .append(':').append(mistake.path("code").textValue()));
        assertEquals(mistakes, found.toString().strip());
        assertEquals(404, waterstad.post("/v1/aanbieders/A-9/meldingen", UUID.randomUUID(), "{}").statusCode());
    }

    @Test
    void whatHasNoPriceOrWasNotCheckedForLongStandsInTheLists() throws IOException {
        LocalDate oldest = LocalDate.ofInstant(waterstad.now(), RelativeDates.ZONE).minusDays(90);
        int unpriced = 0;
        int unchecked = 0;
        for (JsonNode school : waterstad.caller().read("/v1/aanbieders").path("aanbieders")) {
            for (JsonNode course : school.path("cursussen")) {
                unpriced += course.path("prijsPerUur").isNull() && course.path("prijsTotaal").isNull() ? 1 : 0;
                unchecked += course.path("gecontroleerdOp").isNull()
                        || LocalDate.parse(course.path("gecontroleerdOp").textValue()).isBefore(oldest) ? 1 : 0;
            }
        }
        Document page = browser.page(QUALITY);

        assertTrue(unpriced > 0 && unchecked > 0, unpriced + " " + unchecked);
        assertTrue(page.select("#zonder_prijs").text().endsWith(": " + unpriced), page.select("h2").eachText().toString());
        assertTrue(page.select("#niet_gecontroleerd").text().endsWith(": " + unchecked));
    }

    @Test
    void aNewSchoolIsSeenFirstThenTakenOverAndTheSameFileChangesNothingMore() throws IOException {
        byte[] file = bytes(HEADER
                + "N-1;Taal aan de Kade;Waterstad;N-1-a;Avond naar B1;€ 13,5;\"di 19:00-21:30, do 19:00-21:30\";ja\n"
                + "N-1;Taal aan de Kade;Waterstad;N-1-b;Ochtend;1.250,00;;\n");
        Document preview = browser.page(upload(file));
        assertEquals(List.of("3", "0", "0"), preview.select("dd").eachText());
        assertEquals(404, waterstad.caller().get("/v1/aanbieders/N-1").statusCode(), "only looked at");
        String action = preview.selectFirst("form[action^=" + UPLOAD + "/]").attr("action");

        browser.assertDone("ingelezen", browser.send(preview, action, Map.of()));

        JsonNode school = waterstad.caller().read("/v1/aanbieders/N-1");
        assertEquals("Taal aan de Kade 13.5 EUR di 21:30 true", String.join(" ", school.path("naam").asText(),
                school.at("/cursussen/0/prijsPerUur/bedrag").asText(), school.at("/cursussen/0/prijsPerUur/valuta").asText(),
                school.at("/cursussen/0/lestijden/0/dag").asText(), school.at("/cursussen/0/lestijden/1/tot").asText(),
                school.at("/cursussen/0/kinderopvang").asText()));
        assertTrue(school.at("/cursussen/1/kinderopvang").isNull(), "an empty cell is not known");
        Document again = browser.page(upload(file));
        assertEquals(List.of("0", "0", "3"), again.select("dd").eachText());
        assertTrue(again.select("form[action^=" + UPLOAD + "/]").isEmpty());
        assertTrue(browser.send(preview, action, Map.of()).headers().firstValue("Location").orElse("").endsWith("inlezing_weg"),
                "pressed twice");
    }

    @Test
    void whatThePageGivesOutCanBeReadInAgainAndChangesNothing() throws IOException {
        byte[] table = bytes(browser.get(QUALITY + "/aanbod.csv").body());

        HttpResponse<String> answer = upload(table);
        Document preview = browser.page(answer);

        assertEquals(200, answer.statusCode(), preview.select("#fouten").text());
        assertEquals(List.of("0", "0"), preview.select("dd").eachText().subList(0, 2), preview.select("#veranderingen").text());
    }

    @Test
    void aPriceThatChangedIsAllThatChanges() throws IOException {
        JsonNode school = waterstad.caller().read("/v1/aanbieders").at("/aanbieders/1");
        JsonNode course = school.at("/cursussen/0");
        String line = "aanbiederId,school,cursusId,cursus,prijsPerUur\n" + school.path("id").textValue() + ",\""
                + school.path("naam").textValue() + "\"," + course.path("id").textValue() + ",\"" + course.path("naam").textValue()
                + "\",99.95\n";

        Document preview = browser.page(upload(bytes(line)));
        assertEquals("prijsPerUur", preview.select("#veranderingen td:last-child").text());
        browser.send(preview, preview.selectFirst("form[action^=" + UPLOAD + "/]").attr("action"), Map.of());

        JsonNode after = waterstad.caller().read("/v1/aanbieders/" + school.path("id").textValue());
        assertEquals(99.95, after.at("/cursussen/0/prijsPerUur/bedrag").doubleValue());
        assertEquals(course.path("lestijden"), after.at("/cursussen/0/lestijden"));
        assertEquals(school.path("bijgewerktOp"), after.path("bijgewerktOp"), "the school itself stayed the same");
    }

    @Test
    void oneMistakeAndNothingIsTakenOverAndEachIsNamedByLineAndColumn() throws IOException {
        String before = waterstad.query("select count(*) from aanbieder") + waterstad.query("select count(*) from aanbod_inlezing");

        HttpResponse<String> refused = upload(bytes(HEADER
                + "M-1;School Goed;Waterstad;M-1-a;Cursus;13,50;;ja\n"
                + "M 2;School Fout;Waterstad;M-2-a;Cursus;dertien;di 9-12;misschien\n"
                + "M-1;School Anders;Waterstad;M-1-a;Cursus;13,50;;\n"
                + "M-3;;Waterstad;;Cursus;;;\n"));

        assertEquals(400, refused.statusCode());
        assertEquals(List.of("3 aanbiederId", "3 prijsPerUur", "3 lestijden", "3 kinderopvang", "4 school", "4 cursusId", "5 school",
                "5 cursusId"), browser.page(refused).select("#fouten tbody tr").stream()
                .map(row -> row.child(0).text() + " " + row.child(1).text()).toList());
        assertEquals(before, waterstad.query("select count(*) from aanbieder") + waterstad.query("select count(*) from aanbod_inlezing"));
    }

    @Test
    void aCourseOfAnotherSchoolIsNotTakenAway() throws IOException {
        String course = waterstad.caller().read("/v1/aanbieders").at("/aanbieders/2/cursussen/0/id").textValue();

        HttpResponse<String> refused = upload(bytes(HEADER + "N-9;Kaper;Waterstad;" + course + ";Cursus;1;;\n"));

        assertEquals(400, refused.statusCode());
        assertTrue(browser.page(refused).select("#fouten").text().contains("andere school"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''|Er staat niets",
        "naam;prijs|Deze kolom is niet bekend",
        "aanbiederId;aanbiederId;school|twee keer",
        "plaatsnaam|Deze kolom is nodig"})
    void aTableWithoutTheRightColumnsIsRefused(String text, String why) throws IOException {
        HttpResponse<String> refused = upload(bytes(text));

        assertEquals(400, refused.statusCode());
        assertTrue(browser.page(refused).select("#fouten").text().contains(why), browser.page(refused).text());
    }

    @Test
    void aSpreadsheetIsReadAsWellWithItsNumbersAndDays() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("scholen");
            List<String> header = List.of("aanbiederId", "school", "cursusId", "cursus", "prijsPerUur", "eerstvolgendeStart", "kinderopvang");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(2, 0, "X-1");
            sheet.value(2, 1, "Ħuis سكول");
            sheet.value(2, 2, "X-1-a");
            sheet.value(2, 3, "Cursus");
            sheet.value(2, 4, 14.25);
            sheet.value(2, 5, LocalDate.of(2027, 1, 12));
            sheet.style(2, 5).format("dd-mm-yyyy").set();
            sheet.value(2, 6, true);
            sheet.value(3, 0, "X-2");
        }

        HttpResponse<String> refused = upload(file.toByteArray());
        assertEquals("4 school", browser.page(refused).select("#fouten tbody tr").stream()
                .map(row -> row.child(0).text() + " " + row.child(1).text()).findFirst().orElseThrow(), refused.body());
        assertEquals(1, browser.page(refused).select("#fouten tbody tr").size(), "the row with number, day and yes was read");
    }

    @Test
    void anOldSpreadsheetsLettersAndAFileThatIsNone() throws IOException {
        byte[] old = (HEADER + "O-1;Café Één;Waterstad;;;;;\n").getBytes(Charset.forName("windows-1252"));
        assertTrue(browser.page(upload(old)).text().contains("Café Één"));

        assertEquals(400, upload(new byte[] {'P', 'K', 3, 4, 0, 1, 2}).statusCode());
        assertEquals(413, upload(new byte[4 * 1024 * 1024]).statusCode());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> upload(byte[] file) throws IOException {
        String boundary = "grens";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"lijst\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"));
        body.write(file);
        body.write(bytes("\r\n--" + boundary + "--\r\n"));
        String address = "http://127.0.0.1:" + waterstad.municipality().port();
        try {
            return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(HttpRequest.newBuilder(URI.create(address + UPLOAD))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary).header("Origin", address)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to the municipality takes effect once, however often it arrives, or is refused with all that is wrong. */
class WritesTest {

    private static final String HELP = """
            {"onderwerp":"Een brief","urgentie":"Snel","taal":"ti","tolk":null,"ontvangenOp":"2026-11-20T10:00:00+01:00","antwoordVoor":"2026-11-25"}""";
    private static final String CONTACT = """
            {"kanaal":"Telefoon","onderwerp":"Een brief","taal":"ti","tijdstip":"2026-11-20T09:00:00Z","medewerkerId":"M-1001"}""";

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
    void whatArrivesTwiceHappensOnceAndIsAnsweredTheSame() throws IOException {
        UUID key = UUID.randomUUID();
        HttpResponse<String> first = waterstad.post(help(), key, HELP);
        HttpResponse<String> again = waterstad.post(help(), key, HELP);

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(201, again.statusCode());
        assertEquals(first.body(), again.body());
        assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
        assertEquals(help() + "/" + Caller.json(first).path("hulpvraagId").textValue(), first.headers().firstValue("Location").orElseThrow());
        assertEquals(1, effects(key).size());
    }

    @Test
    void aRefusalIsRepeatedToo() throws IOException {
        UUID key = UUID.randomUUID();

        assertEquals(waterstad.post(help(), key, "{}").body(), waterstad.post(help(), key, "{}").body());
        assertConflict("sleutel-hergebruikt", waterstad.post(help(), key, HELP));
        assertEquals(0, effects(key).size());
    }

    @Test
    void aKeyIsForOneCall() throws IOException {
        UUID key = UUID.randomUUID();
        waterstad.post(help(), key, HELP);

        assertConflict("sleutel-hergebruikt", waterstad.post(help(), key, HELP.replace("Snel", "Normaal")));
        assertConflict("sleutel-hergebruikt", waterstad.post(waterstad.pathOf("z-arabic-elder") + "/hulpvragen", key, HELP));
        assertConflict("sleutel-hergebruikt", waterstad.post(contacts(), key, HELP));
        assertEquals(1, effects(key).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-1-1-1-1", "0b8e2f4c6d1a4e0f9a3752c1d8e4b790"})
    void withoutAProperKeyNothingHappens(String key) throws IOException {
        int before = waterstad.municipality().effects().size();
        Map<String, String> headers = key.isEmpty() ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "Idempotency-Key", key);

        assertMistakes("Idempotency-Key:geen-sleutel", waterstad.caller().call("POST", help(), HELP, headers));
        assertEquals(before, waterstad.municipality().effects().size());
    }

    @Test
    void manyAtTheSameMomentHaveOneEffectAndOneAnswer() {
        UUID key = UUID.randomUUID();
        List<CompletableFuture<String>> calls = IntStream.range(0, 12).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                HttpResponse<String> answer = waterstad.post(hours("z-tigrinya"), key, report(today.minusDays(3), 30));
                return answer.statusCode() + answer.body();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        })).toList();

        assertEquals(1, calls.stream().map(CompletableFuture::join).distinct().count());
        assertTrue(calls.get(0).join().startsWith("201"), calls.get(0).join());
        assertEquals(1, effects(key).size());
    }

    @Test
    void whatWasDoneBeforeTheConnectionBrokeIsDone() throws IOException {
        for (Fault fault : List.of(Fault.dropped(), Fault.truncated(), Fault.wrongJson())) {
            UUID key = UUID.randomUUID();
            waterstad.municipality().faults().set(Resource.CONTACTS, fault);
            if (fault.kind() == Fault.Kind.DROPPED) {
                assertThrows(IOException.class, () -> waterstad.post(contacts(), key, CONTACT));
            } else {
                assertEquals(201, waterstad.spoilt("POST", contacts(), key, CONTACT).statusCode());
            }
            assertEquals(1, effects(key).size(), fault.toString());

            waterstad.municipality().faults().clear();
            HttpResponse<String> again = waterstad.post(contacts(), key, CONTACT);
            assertEquals(201, again.statusCode());
            assertEquals(effects(key).get(0).subject(), Caller.json(again).path("klantcontactId").textValue());
            assertEquals(1, effects(key).size(), fault.toString());
        }
    }

    @Test
    void whatWasRefusedAtTheDoorDidNotHappen() throws IOException {
        UUID key = UUID.randomUUID();
        for (Fault fault : List.of(Fault.error(), Fault.busy(Duration.ofSeconds(1)))) {
            waterstad.municipality().faults().set(Resource.HELP_REQUESTS, fault);
            assertTrue(waterstad.post(help(), key, HELP).statusCode() >= 500);
            assertEquals(0, effects(key).size());
        }
        waterstad.municipality().faults().clear();
        assertEquals(201, waterstad.post(help(), key, HELP).statusCode());
        assertEquals(1, effects(key).size());
    }

    @Test
    void aKeyIsKeptForAWeekAndNoLonger() throws IOException {
        UUID key = UUID.randomUUID();
        String first = waterstad.post(contacts(), key, CONTACT).body();
        waterstad.query("update ontvangen set ontvangen_op = ontvangen_op - interval '6 days 23 hours' where sleutel = '" + key + "' returning 1");
        assertEquals(first, waterstad.post(contacts(), key, CONTACT).body());

        waterstad.query("update ontvangen set ontvangen_op = ontvangen_op - interval '2 hours' where sleutel = '" + key + "' returning 1");
        assertNotEquals(first, waterstad.post(contacts(), key, CONTACT).body());
        assertEquals(2, effects(key).size());
    }

    @Test
    void selamsAcceptedHoursCountAndAreCorrectedAndWithdrawn() throws IOException {
        String elder = "z-arabic-elder";
        int before = total(elder);
        long events = waterstad.municipality().feed().last();

        HttpResponse<String> reported = waterstad.post(hours(elder), UUID.randomUUID(), report(today.minusDays(1), 150));
        String path = reported.headers().firstValue("Location").orElseThrow();
        assertEquals(before + 2, total(elder), "two and a half hours are two whole ones");
        assertEquals(today.minusDays(1).toString(), waterstad.caller().dossierOf(elder).at("/uren/soorten/1/bekendTot").textValue());

        waterstad.post(hours(elder), UUID.randomUUID(), report(today.minusDays(2), 30));
        assertEquals(before + 3, total(elder), "halves add up");

        JsonNode corrected = Caller.json(waterstad.put(path, UUID.randomUUID(), report(today.minusDays(1), 270)));
        assertEquals(2, corrected.path("versie").intValue());
        assertEquals(before + 5, total(elder));

        waterstad.put(path, UUID.randomUUID(), report(today.minusDays(1), 270).replace("}", ",\"ingetrokken\":true}"));
        assertEquals(before, total(elder));

        JsonNode told = Caller.json(waterstad.caller().get("/v1/gebeurtenissen?na=" + events)).path("gebeurtenissen");
        assertEquals(4, told.size());
        told.forEach(event -> assertEquals("OK204", event.path("code").textValue()));
        assertEquals(3, told.get(3).at("/onderwerp/versie").intValue());
    }

    @Test
    void whoOwesNoHoursMayHaveThemRegisteredButGetsNoTotal() throws IOException {
        HttpResponse<String> answer = waterstad.post(hours("g-turkish-z"), UUID.randomUUID(), report(today.minusDays(1), 60));

        assertEquals(201, answer.statusCode(), answer.body());
        assertFalse(waterstad.caller().dossierOf("g-turkish-z").at("/uren/soorten").toString().contains("Participatie"));
    }

    @Test
    void everyKindOfHoursIsCountedInItsOwnTotal() throws IOException {
        int participation = total("z-arabic-elder");
        int practice = practice("z-arabic-elder");
        String path = waterstad.post(hours("z-arabic-elder"), UUID.randomUUID(), report(today, 120, "MAP-praktijkuren"))
                .headers().firstValue("Location").orElseThrow();
        HttpResponse<String> voluntary = waterstad.post(hours("z-arabic-elder"), UUID.randomUUID(), report(today, 60, "Vrijwillige uren"));

        assertEquals("Vrijwillige uren", Caller.json(voluntary).path("soort").textValue());
        assertEquals(practice + 2, practice("z-arabic-elder"));
        assertEquals(participation, total("z-arabic-elder"));

        JsonNode now = Caller.json(waterstad.put(path, UUID.randomUUID(), report(today, 120)));
        assertEquals("Participatie-uren", now.path("soort").textValue(), "what is not said is participation");
        assertEquals(practice, practice("z-arabic-elder"));
        assertEquals(participation + 2, total("z-arabic-elder"));
        waterstad.put(path, UUID.randomUUID(), report(today, 120).replace("}", ",\"ingetrokken\":true}"));
        assertEquals(participation, total("z-arabic-elder"));
    }

    @Test
    void aKindOfHoursThatNobodyKnowsIsRefused() throws IOException {
        assertMistakes("soort:onbekende-waarde", waterstad.post(hours("z-tigrinya"), UUID.randomUUID(), report(today, 60, "Slaapuren")));
    }

    @Test
    void hoursAreMadeBetweenTheFirstPlanAndTheEndOfTheTerm() throws IOException {
        LocalDate pip = LocalDate.parse(waterstad.caller().dossierOf("z-tigrinya").at("/pip/actueel/dagtekeningPip").textValue());

        assertMistakes("datum:in-de-toekomst", waterstad.post(hours("z-tigrinya"), UUID.randomUUID(), report(today.plusDays(1), 60)));
        assertEquals(201, waterstad.post(hours("z-tigrinya"), UUID.randomUUID(), report(today, 60)).statusCode());
        assertEquals(201, waterstad.post(hours("z-tigrinya"), UUID.randomUUID(), report(pip, 60)).statusCode());
        assertMistakes("datum:voor-eerste-plan", waterstad.post(hours("z-tigrinya"), UUID.randomUUID(), report(pip.minusDays(1), 60)));
        assertMistakes("datum:voor-eerste-plan", waterstad.post(hours("azc-tigrinya-wait"), UUID.randomUUID(), report(today, 60)));
        waterstad.municipality().change("z-dispensation", dossier -> {
            dossier.withObject("/termijn").put("einddatum", today.minusDays(3).toString());
            return dossier;
        });
        assertMistakes("datum:na-termijn", waterstad.post(hours("z-dispensation"), UUID.randomUUID(), report(today.minusDays(3), 60)));
        assertEquals(201, waterstad.post(hours("z-dispensation"), UUID.randomUUID(), report(today.minusDays(4), 60)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                   | datum:verplicht minuten:verplicht activiteit:verplicht beoordeeldDoor:verplicht beoordeeldOp:verplicht
            {"datum":"2026-02-30","minuten":20,"activiteit":"","nederlandsGesproken":"Soms","beoordeeldDoor":7,"beoordeeldOp":"2026-01-01T10:00:00"} | datum:geen-datum minuten:geen-kwartieren activiteit:verplicht nederlandsGesproken:onbekende-waarde beoordeeldDoor:geen-tekst beoordeeldOp:geen-tijdstip
            {"minuten":0,"ingetrokken":true}     | :onbekend-veld datum:verplicht activiteit:verplicht beoordeeldDoor:verplicht beoordeeldOp:verplicht minuten:buiten-bereik
            {"minuten":1455,"datum":"20260101"}  | activiteit:verplicht beoordeeldDoor:verplicht beoordeeldOp:verplicht datum:geen-datum minuten:buiten-bereik
            nothing                              | :geen-json
            """)
    void badHoursAreRefusedWithAllThatIsWrong(String body, String mistakes) throws IOException {
        assertMistakes(mistakes, waterstad.post(hours("z-tigrinya"), UUID.randomUUID(), body));
    }

    @Test
    void onlyWhatWasReportedCanBeCorrected() throws IOException {
        String own = waterstad.post(hours("z-tigrinya"), UUID.randomUUID(), report(today, 15)).headers().firstValue("Location").orElseThrow();
        String others = hours("z-arabic-elder") + own.substring(own.lastIndexOf('/'));

        assertEquals(404, waterstad.put(others, UUID.randomUUID(), report(today, 15)).statusCode());
        assertEquals(404, waterstad.put(hours("z-tigrinya") + "/" + UUID.randomUUID(), UUID.randomUUID(), report(today, 15)).statusCode());
        assertEquals(404, waterstad.put(hours("z-tigrinya") + "/%00", UUID.randomUUID(), report(today, 15)).statusCode());
        assertMistakes("ingetrokken:geen-ja-nee", waterstad.put(own, UUID.randomUUID(), report(today, 15).replace("}", ",\"ingetrokken\":\"ja\"}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hulpvragen     | {}                                     | onderwerp:verplicht urgentie:verplicht taal:verplicht ontvangenOp:verplicht
            hulpvragen     | {"onderwerp":"x","urgentie":"Nu","taal":"Tigrinya","tolk":"","ontvangenOp":"gisteren","antwoordVoor":"gauw","tekst":"geheim"} | :onbekend-veld antwoordVoor:geen-datum urgentie:onbekende-waarde taal:geen-taal tolk:verplicht ontvangenOp:geen-tijdstip
            klantcontacten | {}                                     | kanaal:verplicht onderwerp:verplicht taal:verplicht tijdstip:verplicht
            klantcontacten | {"kanaal":"Telefoon","onderwerp":"x","taal":"ti","tijdstip":"2026-11-20T09:00:00Z","inhoud":"geheim"} | :onbekend-veld
            """)
    void whatWasSaidIsNeverTaken(String resource, String body, String mistakes) throws IOException {
        HttpResponse<String> answer = waterstad.post(waterstad.pathOf("z-tigrinya") + "/" + resource, UUID.randomUUID(), body);

        assertMistakes(mistakes, answer);
        assertFalse(answer.body().contains("geheim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hulpvragen", "klantcontacten", "participatie-uren"})
    void nothingIsKeptForNobody(String resource) throws IOException {
        assertEquals(404, waterstad.post("/v1/inburgeraars/" + UUID.randomUUID() + "/" + resource, UUID.randomUUID(), "{}").statusCode());
        assertEquals(404, waterstad.post("/v1/inburgeraars/nobody/" + resource, UUID.randomUUID(), "{}").statusCode());
    }

    @Test
    void aResourceSaysWhatCanBeDoneWithIt() throws IOException {
        HttpResponse<String> answer = waterstad.caller().call("DELETE", hours("z-tigrinya"), null, Map.of());

        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.headers().firstValue("Allow").orElseThrow());
        assertEquals("PUT", waterstad.caller().call("PATCH", hours("z-tigrinya") + "/x", null, Map.of()).headers().firstValue("Allow").orElseThrow());
    }

    private static String help() {
        return waterstad.pathOf("z-tigrinya") + "/hulpvragen";
    }

    private static String contacts() {
        return waterstad.pathOf("z-tigrinya") + "/klantcontacten";
    }

    private static String hours(String key) {
        return waterstad.pathOf(key) + "/participatie-uren";
    }

    private static String report(LocalDate day, int minutes) {
        return "{\"datum\":\"" + day + "\",\"minuten\":" + minutes + ",\"activiteit\":\"Koken voor de buurt\",\"nederlandsGesproken\":\"Beetje\","
                + "\"beoordeeldDoor\":\"M-1001\",\"beoordeeldOp\":\"2026-11-20T14:20:00Z\"}";
    }

    private static String report(LocalDate day, int minutes, String kind) {
        return report(day, minutes).replace("{", "{\"soort\":\"" + kind + "\",");
    }

    private static int practice(String key) throws IOException {
        return waterstad.caller().dossierOf(key).at("/map/gevolgdePraktijkuren").asInt();
    }

    private static int total(String key) throws IOException {
        JsonNode hours = waterstad.caller().dossierOf(key).at("/uren/soorten/1");
        assertEquals("Participatie-uren", hours.path("soort").textValue());
        return hours.path("uren").intValue();
    }

    private static List<Effect> effects(UUID key) {
        return waterstad.municipality().effects().stream().filter(effect -> effect.key().equals(key)).toList();
    }

    private static void assertConflict(String kind, HttpResponse<String> answer) throws IOException {
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals("urn:opkoers:probleem:" + kind, Caller.json(answer).path("type").textValue());
    }

    private static void assertMistakes(String mistakes, HttpResponse<String> answer) throws IOException {
        assertEquals(400, answer.statusCode(), answer.body());
        List<String> found = new ArrayList<>();
        Caller.json(answer).path("fouten").forEach(mistake -> found.add(mistake.path("veld").textValue() + ":" + mistake.path("code").textValue()));
        assertEquals(mistakes, String.join(" ", found));
    }
}

package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The feed tells everything that happened, in the order in which it can be read, and misbehaves only when told to. */
class EventsTest {

    private static RunningMunicipality waterstad;

    @BeforeAll
    static void start() {
        waterstad = new RunningMunicipality();
    }

    @AfterAll
    static void stop() {
        waterstad.close();
    }

    @Test
    void everyKindOfChangeHasItsCode() throws IOException {
        assertTold(List.of("OK203"), dossier -> dossier.withObject("/pip/actueel").put("redenWijziging", "Ander doel"));
        assertTold(List.of("OK202"), dossier -> ((ObjectNode) dossier.at("/contactpersonen/personen/0")).put("telefoonnummer", "+31 20 555 01 99"));
        assertTold(List.of("OK204"), dossier -> ((ObjectNode) dossier.at("/uren/soorten/0")).put("uren", 447));
        assertTold(List.of("SS103"), dossier -> dossier.withObject("/termijn").put("einddatum", "2030-01-01"));
        assertTold(List.of("OK206"), dossier -> dossier.withObject("/persoon").put("aanhef", "heer"));
        assertTold(List.of("OK201"), dossier -> dossier.withObject("/map/afspraak").put("tolk", "nl"));
        assertTold(List.of("OK201", "OK206"), dossier -> dossier.withObject("/voortgang").put("laatsteGesprek", "2026-11-20").putNull("volgendGesprek"));
        assertTold(List.of(), dossier -> { });
    }

    @Test
    void aFirstTermStartsAndAResultIsTold() throws IOException {
        assertEquals(List.of("SS102"), told("before-pip-turkish", dossier -> dossier.putObject("termijn").put("startdatum", "2026-11-20")));
        assertEquals(List.of("SS199"), told("b1-arabic-exam", dossier -> ((ObjectNode) dossier.at("/examens/onderdelen/2")).withArray("pogingen")
                .addObject().put("examendatum", "2026-10-01").put("niveau", "B1").put("resultaat", "Geslaagd")));
        assertEquals(List.of("OK206"), told("b1-arabic-exam", dossier -> ((ObjectNode) dossier.at("/examens/onderdelen/3")).withArray("pogingen")
                .addObject().put("examendatum", "2026-11-01").put("niveau", "B1").putNull("resultaat")), "sat, but the result is not known");
    }

    @Test
    void eachEventComesOnceAndInOrderWhileManyWrite() throws Exception {
        long before = waterstad.municipality().feed().last();
        List<String> people = List.of("z-tigrinya", "z-arabic-elder", "b1-arabic-exam", "o-arabic-load", "g-turkish-z", "extended-arabic");
        List<CompletableFuture<Void>> writers = IntStream.range(0, 60).mapToObj(i -> CompletableFuture.runAsync(() -> write(people.get(i % people.size())))).toList();
        List<Long> seen = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        long position = before;
        boolean writing = true;
        while (writing || position < waterstad.municipality().feed().last()) {
            writing = writers.stream().anyMatch(writer -> !writer.isDone());
            JsonNode page = page(position, 7);
            assertTrue(page.path("laatste").longValue() >= position);
            for (JsonNode event : page.path("gebeurtenissen")) {
                seen.add(event.path("volgnummer").longValue());
                ids.add(event.path("id").textValue());
                position = event.path("volgnummer").longValue();
            }
        }
        writers.forEach(CompletableFuture::join);
        assertEquals(IntStream.rangeClosed(1, 60).mapToObj(i -> before + i).toList(), seen, "who reads behind the writers misses none");
        assertEquals(60, ids.size());
    }

    @Test
    void aFeedCanBeginAgain() throws IOException {
        write("z-tigrinya");
        String before = page(0, 1).path("reeks").textValue();

        waterstad.municipality().feed().restart();
        JsonNode empty = page(0, 10);
        assertNotEquals(before, empty.path("reeks").textValue());
        assertEquals("1 0 0", empty.path("eerste") + " " + empty.path("laatste") + " " + empty.path("gebeurtenissen").size());

        write("z-tigrinya");
        assertEquals(1, page(0, 10).at("/gebeurtenissen/0/volgnummer").longValue());
    }

    @Test
    void aNumberCanBeLateAndAnEventCanComeTwice() throws IOException {
        Feed feed = waterstad.municipality().feed();
        long late = feed.reserve();
        write("z-tigrinya");
        assertEquals(List.of(late + 1), numbers(page(late - 1, 10)));

        feed.publish(late, "OK203", waterstad.municipality().idOf("z-tigrinya"));
        feed.repeat(late);
        JsonNode page = page(late - 1, 10);
        assertEquals(List.of(late, late + 1, late + 2), numbers(page));
        assertEquals(page.at("/gebeurtenissen/0/id"), page.at("/gebeurtenissen/2/id"));
        assertEquals("OK203", page.at("/gebeurtenissen/2/code").textValue());
    }

    @Test
    void theOldestAreForgotten() throws IOException {
        Feed feed = waterstad.municipality().feed();
        write("z-tigrinya");
        write("z-tigrinya");
        long last = feed.last();
        feed.forgetBefore(last);

        JsonNode page = page(0, 10);
        assertEquals(last, page.path("eerste").longValue());
        assertEquals(List.of(last), numbers(page));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | na:geen-volgnummer
            na=-1&limiet=0                    | na:geen-volgnummer limiet:limiet-buiten-bereik
            na=99999999999999999999           | na:geen-volgnummer
            na=0&limiet=501                   | limiet:limiet-buiten-bereik
            na=0&limiet=x                     | limiet:limiet-buiten-bereik
            """)
    void aBadQuestionIsRefusedWithAllThatIsWrong(String query, String mistakes) throws IOException {
        HttpResponse<String> answer = waterstad.caller().get("/v1/gebeurtenissen?" + query);

        assertEquals(400, answer.statusCode(), answer.body());
        List<String> found = new ArrayList<>();
        Caller.json(answer).path("fouten").forEach(mistake -> found.add(mistake.path("veld").textValue() + ":" + mistake.path("code").textValue()));
        assertEquals(mistakes, String.join(" ", found));
    }

    private static void assertTold(List<String> codes, Consumer<ObjectNode> edit) throws IOException {
        assertEquals(codes, told("z-tigrinya", edit));
    }

    private static List<String> told(String key, Consumer<ObjectNode> edit) throws IOException {
        long before = waterstad.municipality().feed().last();
        waterstad.municipality().change(key, dossier -> {
            edit.accept(dossier);
            return dossier;
        });
        List<String> codes = new ArrayList<>();
        page(before, 100).path("gebeurtenissen").forEach(event -> {
            codes.add(event.path("code").textValue());
            assertEquals(waterstad.municipality().idOf(key), event.path("inburgeraarId").textValue());
        });
        return codes;
    }

    private static void write(String key) {
        try {
            HttpResponse<String> answer = waterstad.post(waterstad.pathOf(key) + "/klantcontacten", UUID.randomUUID(),
                    "{\"kanaal\":\"Gesprek\",\"onderwerp\":\"Lessen\",\"taal\":\"nl\",\"tijdstip\":\"2026-11-20T09:00:00Z\"}");
            assertEquals(201, answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode page(long after, int limit) throws IOException {
        return Caller.json(waterstad.caller().get("/v1/gebeurtenissen?na=" + after + "&limiet=" + limit));
    }

    private static List<Long> numbers(JsonNode page) {
        List<Long> numbers = new ArrayList<>();
        page.path("gebeurtenissen").forEach(event -> numbers.add(event.path("volgnummer").longValue()));
        return numbers;
    }
}

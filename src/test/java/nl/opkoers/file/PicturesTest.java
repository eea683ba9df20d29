package nl.opkoers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Selam sends a picture of the kitchen where she helps. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class PicturesTest {

    private static final String NOTE = "ሰላም: soep & <b>brood</b>";
    private static final ParticipantKey ANYBODY = new ParticipantKey("0000", "anybody");

    private final Pictures pictures;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PicturesTest(Pictures pictures) {
        this.pictures = pictures;
    }

    @AfterEach
    void forget() {
        TestClock.runOn();
        Rows.clear("picture");
        Rows.clear("kept_form");
    }

    @Test
    void whatIsKeptIsTheirsAloneAndSaysNothingElse() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        UUID id = UUID.randomUUID();

        assertEquals(List.of("note=" + NOTE, "kept=" + id, "refusal=null"), send(selam, id, Camera.photo(800, 600, 6)));

        HttpResponse<byte[]> shown = show(selam, "/hours/photo/" + id);
        assertEquals(200, shown.statusCode());
        assertEquals(600, Camera.look(shown.body()).getWidth());
        assertFalse(new String(shown.body(), StandardCharsets.ISO_8859_1).contains(Camera.PLACE));
        assertTrue(Rows.everything().stream().noneMatch(row -> row.contains(Camera.PLACE) || row.contains("keuken.jpg")));
        assertEquals(404, Portal.signedIn("g-turkish-z", Language.TR).get("/hours/photo/" + id).status());
        assertEquals(303, Portal.visitor(Language.NL).get("/hours/photo/" + id).status());
        assertEquals(403, staff().get("/hours/photo/" + id).status());
        for (String other : List.of(UUID.randomUUID().toString(), "x", "%00", "..%2f")) {
            assertEquals(404, selam.get("/hours/photo/" + other).status(), other);
        }
    }

    @Test
    void nothingRunsFromAPictureAndNobodyKeepsIt() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        UUID id = UUID.randomUUID();
        send(selam, id, Camera.png(40, 30));

        HttpResponse<byte[]> shown = show(selam, "/hours/photo/" + id);

        Map.of("Content-Type", "image/jpeg", "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox",
                "X-Content-Type-Options", "nosniff", "Cache-Control", "no-store", "Cross-Origin-Resource-Policy", "same-origin",
                "Content-Disposition", "inline; filename=\"foto.jpg\"")
                .forEach((name, value) -> assertEquals(List.of(value), shown.headers().allValues(name)));
    }

    @Test
    void thePictureThatIsSentTwiceIsOneAndIsNotChanged() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        UUID id = UUID.randomUUID();
        send(selam, id, Camera.png(40, 30));
        assertEquals("kept=" + id, send(selam, id, Camera.png(40, 30)).get(1));

        assertEquals(List.of("40"), Rows.of("select width from picture"));
        assertEquals("kept=" + id, send(Portal.signedIn("g-turkish-z", Language.TR), id, Camera.png(20, 20)).get(1),
                "the same id of somebody else is another picture");
        assertEquals(List.of("20", "40"), Rows.of("select width from picture order by width"));
    }

    @Test
    void whoGoesBackAndChoosesAnotherPictureSendsThatOne() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        UUID next = UUID.randomUUID();
        send(selam, next, Camera.png(40, 30));

        String other = send(selam, next, Camera.png(99, 99)).get(1);

        assertEquals(List.of("99"), Rows.of("select width from picture where id = '" + other.replace("kept=", "") + "'"));
        assertEquals(other, send(selam, next, Camera.png(99, 99)).get(1), "that one twice is one as well");
        assertEquals("kept=" + next, send(selam, next, Camera.png(40, 30)).get(1), "and the first is still there");
        assertEquals(List.of("40", "99"), Rows.of("select width from picture order by width"));
        assertEquals(List.of("kept=null", "refusal=NO_PICTURE"),
                send(selam, next, "soup".getBytes(StandardCharsets.UTF_8)).subList(1, 3), "nothing takes the place of what is no picture");
    }

    @Test
    void whatIsNoPictureIsRefusedAndWhatWasTypedStays() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Map<Refusal, byte[]> sent = Map.of(
                Refusal.NO_PICTURE, "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                Refusal.EMPTY, new byte[0],
                Refusal.TOO_MANY_PIXELS, Camera.pngOfSize(60_000, 60_000),
                Refusal.DAMAGED, Arrays.copyOf(Camera.photo(400, 300, 1), 2_000),
                Refusal.TOO_LARGE, Camera.join(Camera.jpeg(10, 10), new byte[Pictures.MOST_BYTES]));

        sent.forEach((why, file) -> assertEquals(List.of("note=" + NOTE, "kept=null", "refusal=" + why),
                send(selam, UUID.randomUUID(), file)));
        assertEquals(List.of(), Rows.of("select id from picture"));
    }

    @Test
    void whatNobodyCanCheckNowIsNotKeptAndWhatWasTypedStays() {
        QuarkusMock.installMockForType(new NoFileCheck() {
            @Override
            public boolean harmless(byte[] bytes) {
                throw new IllegalStateException("the scanner is away");
            }
        }, NoFileCheck.class);
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);

        assertEquals(List.of("note=" + NOTE, "kept=null", "refusal=TOO_SLOW"), send(selam, UUID.randomUUID(), Camera.png(40, 30)));
        assertEquals(List.of(), Rows.of("select id from picture"));
    }

    @Test
    void aFilmOfFortyMegabytesIsThrownAwayAndWhatWasTypedStays() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Answer sent = selam.postWithFile("/hours/try", form(selam, UUID.randomUUID()), "photo", "film.mp4", new byte[40 << 20]);

        assertEquals(303, sent.status());
        Answer form = selam.get(sent.location().replace(Portal.base(), ""));
        assertEquals(200, form.status());
        assertEquals(List.of("note=" + NOTE, "kept=null", "refusal=TOO_LARGE"), form.body().lines().toList());
    }

    @Test
    void whenTheSessionHasEndedWhatWasTypedStaysAndThePictureIsAskedForAgain() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Map<String, String> form = form(selam, UUID.randomUUID());
        TestClock.advance(Duration.ofMinutes(16));

        Answer sent = selam.postWithFile("/hours/try", form, "photo", "keuken.jpg", Camera.jpeg(2000, 1000));

        assertEquals(303, sent.status());
        assertTrue(sent.location().contains("/session-ended?kept=yes"), sent.location());
        String back = URLDecoder.decode(sent.location().split("to=")[1], StandardCharsets.UTF_8);
        TestClock.runOn();
        Answer again = Portal.signedIn("z-tigrinya", Language.TI).get(back);
        assertEquals(List.of("note=" + NOTE, "kept=null", "refusal=LOST"), again.body().lines().toList());
    }

    @Test
    void elsewhereNobodyCanSendMuch() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Map<String, String> form = form(selam, UUID.randomUUID());
        assertEquals(413, selam.postWithFile("/translation", form, "words", "a.txt", new byte[65 << 10]).status());
        assertEquals(413, selam.post("/hours/try", Map.of("note", "x".repeat(65 << 10))).status());
        assertEquals(303, Portal.visitor(Language.NL).postWithFile("/hours/try", form, "photo", "a.jpg", Camera.jpeg(9, 9)).status());
    }

    @Test
    void whoDoesNotTellHowMuchIsComingSendsNothing() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + "/translation"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1 << 20]))).build();
        assertEquals(411, http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join().statusCode());
    }

    @Test
    void withoutItsTokenAFormIsRefusedWithAPictureToo() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        assertEquals(400, selam.postWithFile("/hours/try", Map.of("note", "x"), "photo", "a.jpg", Camera.jpeg(9, 9)).status());
        assertEquals(List.of(), Rows.of("select id from picture"));
    }

    @Test
    void nobodyHasMoreThanAnybodyNeeds() {
        Rows.run("insert into picture select '" + ANYBODY.municipality() + "', '" + ANYBODY.participant()
                + "', gen_random_uuid(), '', 1, 1, now() from generate_series(1, " + Pictures.MOST + ")");
        assertEquals(new Received.Refused(Refusal.TOO_MANY),
                pictures.keep(ANYBODY, UUID.randomUUID(), new ByteArrayInputStream(Camera.jpeg(9, 9))));
    }

    private static Map<String, String> form(Portal portal, UUID next) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("csrf-token", portal.get("/translation").document().selectFirst("[name=csrf-token]").attr("value"));
        form.put("note", NOTE);
        form.put("photo-next", next.toString());
        return form;
    }

    private static List<String> send(Portal portal, UUID next, byte[] file) {
        Answer sent = portal.postWithFile("/hours/try", form(portal, next), "photo", "keuken.jpg", file);
        assertEquals(200, sent.status());
        return sent.body().lines().toList();
    }

    private HttpResponse<byte[]> show(Portal portal, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + path))
                .header("Cookie", "session=" + portal.cookies().get("session")).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }

    private static Portal staff() {
        Portal staff = Portal.visitor(Language.NL);
        staff.signIn("coach-a", "/");
        return staff;
    }
}

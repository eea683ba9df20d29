package nl.opkoers.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Raw;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import nl.opkoers.page.RefusedMessages;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sends more than anybody needs to: it costs the portal little, and whoever did not mean harm is told on a page. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TooMuchTest {

    private static final String HERE = "127.0.0.1";

    @AfterEach
    void forget() {
        Rows.clear("kept_form");
        Rows.clear("translation_report");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFormWithThousandsOfFieldsIsTooMuchOnAPage(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        Map<String, String> fields = IntStream.range(0, 3_000).boxed().collect(Collectors.toMap(i -> "f" + i, i -> "x"));

        Answer told = selam.post("/translation", fields);

        check(told.status(), told.body(), language);
    }

    @Test
    void oneFieldAThousandTimesIsTooMuchAsWell() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        Raw.Answer told = Raw.post(HERE, "/translation", "a=1&".repeat(3_000), "Cookie: session=" + selam.cookies().get("session"),
                "Accept-Language: nl");
        check(told.status(), told.body(), Language.NL);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoIsNotSignedInAndSendsAFilmIsToldOnAPage(Language language) {
        Portal nobody = Portal.visitor(language);
        Answer film = nobody.postWithFile("/help/ask", Map.of("x", "y"), "photo", "film.mp4", new byte[20 << 20]);
        check(film.status(), film.body(), language);
        Answer words = nobody.post("/translation", Map.of("words", "x".repeat(100_000)));
        check(words.status(), words.body(), language);
    }

    @Test
    void whoDoesNotSayHowMuchComesIsToldOnAPage() {
        String chunk = "400\r\n" + "a".repeat(0x400) + "\r\n";
        try (Raw raw = Raw.from(HERE)) {
            Raw.Answer told = raw.send("POST /translation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: ti\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(3) + "0\r\n\r\n").answer();
            assertEquals(411, told.status());
            PageInvariants.check(told.body(), Language.TI, "411");
        }
    }

    /** By HTTP/2 it got an error without a page, whatever was too much. */
    @Test
    void whoWouldRatherSpeakHttp2IsToldOnAPageTooInHttp1() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest film = HttpRequest.newBuilder(URI.create(Portal.base() + "/help/ask")).header("Accept-Language", "nl")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100]))).build();
        HttpResponse<String> told = http.send(film, HttpResponse.BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_1_1, told.version());
        assertEquals(411, told.statusCode());
        PageInvariants.check(told.body(), Language.NL, "411");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "99999999999999999999999", "1, 1", " "})
    void aLengthThatIsNoneBreaksNothing(String length) {
        try (Raw raw = Raw.from(HERE)) {
            byte[] answer = raw.send("POST /translation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n")
                    .untilClosed();
            String said = new String(answer, StandardCharsets.UTF_8);
            assertTrue(said.isEmpty() || said.matches("(?s)HTTP/1.1 4\\d\\d .*"), said);
        }
        assertEquals(200, Raw.get(HERE, "/").status());
    }

    /** No browser sends these. Whoever does hears that, and nobody is called out of bed: what failed was not the portal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/x-www-form-urlencoded | words=%zz", "application/x-www-form-urlencoded | %",
            "application/x-www-form-urlencoded; charset=none | words=%41", "multipart/form-data; boundary= | words", "multipart/form-data; boundary=x | --x"})
    void aGarbledFormIsNoFaultOfThePortal(String type, String form) {
        for (String path : new String[] {"/sign-out", "/notices/stop/x"}) {
            try (Raw raw = Raw.from(HERE)) {
                Raw.Answer told = raw.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nAccept-Language: nl\r\nContent-Length: " + form.length() + "\r\n\r\n" + form).answer();
                assertEquals(400, told.status(), path);
                PageInvariants.check(told.body(), Language.NL, "400");
            }
        }
    }

    /** Nothing that is sent compressed is ever opened: a kilobyte stays a kilobyte. What is in it would be taken as it is. */
    @Test
    void aCompressedFormIsNotOpened() throws IOException {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        String form = selam.get("/translation").document().select("main form input[type=hidden]").stream()
                .map(field -> field.attr("name") + "=" + field.attr("value") + "&").collect(Collectors.joining());
        String cookies = selam.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
        for (String words : new String[] {"words=fout", "words=fout&x=" + "x".repeat(20 << 20)}) {
            byte[] text = (form + words).getBytes(StandardCharsets.US_ASCII);
            assertEquals(400, sent("gzip", packed(text, GZIPOutputStream::new), cookies));
            assertEquals(400, sent("gzip, gzip", packed(packed(text, GZIPOutputStream::new), GZIPOutputStream::new), cookies));
            assertEquals(400, sent("deflate", packed(text, DeflaterOutputStream::new), cookies));
        }
        assertEquals("0", Rows.of("select count(*) from translation_report").get(0));

        assertEquals(303, sent("identity", (form + "words=fout").getBytes(StandardCharsets.US_ASCII), cookies), "the same as it is");
        assertEquals("1", Rows.of("select count(*) from translation_report").get(0));
    }

    private static int sent(String encoding, byte[] body, String cookies) {
        assertTrue(body.length < 64 << 10, "as much as a form may be: " + body.length);
        try (Raw raw = Raw.from(HERE)) {
            return raw.send("POST /translation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Encoding: " + encoding
                    + "\r\nCookie: " + cookies + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length
                    + "\r\n\r\n").send(body).answer().status();
        }
    }

    @FunctionalInterface
    private interface Packing {
        OutputStream into(OutputStream packed) throws IOException;
    }

    private static byte[] packed(byte[] text, Packing packing) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream pack = packing.into(packed)) {
            pack.write(text);
        }
        return packed.toByteArray();
    }

    @Test
    void anAddressOrAHeaderWithoutEndIsNotRead() {
        assertEquals(414, Raw.get(HERE, "/schools?x=" + "a".repeat(10_000)).status());
        assertEquals(431, Raw.get(HERE, "/", "X-Long: " + "a".repeat(40_000)).status());
        String[] many = IntStream.range(0, 2_000).mapToObj(i -> "X-" + i + ": aaaaaaaaaa").toArray(String[]::new);
        assertEquals(431, Raw.get(HERE, "/", many).status());
        String cookies = IntStream.range(0, 1_500).mapToObj(i -> "c" + i + "=1").collect(Collectors.joining("; "));
        assertTrue(Raw.get(HERE, "/", "Cookie: " + cookies).status() < 500);
        String parameters = IntStream.range(0, 900).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&")).substring(0, 3_800);
        assertTrue(Raw.get(HERE, "/schools?" + parameters).status() < 500);
        assertEquals(200, Raw.get(HERE, "/").status());
    }

    @Test
    void whatIsNoHttpBreaksNothing() {
        for (String said : new String[] {"GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n", "GET /\r\n\r\n", "\u0016\u0003\u0001\u0002", "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"}) {
            try (Raw raw = Raw.from(HERE)) {
                raw.send(said);
                raw.endOfRequest();
                String answer = new String(raw.untilClosed(), StandardCharsets.UTF_8);
                assertTrue(!answer.startsWith("HTTP/1.1 5") || answer.startsWith("HTTP/1.1 501") || answer.startsWith("HTTP/1.1 505"), said + answer);
            }
        }
        assertEquals(200, Raw.get(HERE, "/").status());
    }

    private static void check(int status, String body, Language language) {
        assertEquals(413, status);
        assertEquals(Answer.plain(Texts.in(language, RefusedMessages.class).large_title()), Answer.plain(Jsoup.parse(body).select("h1").text()));
        PageInvariants.check(body, language, "413");
    }
}

package nl.opkoers.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Nothing that is sent compressed is ever opened: a kilobyte stays a kilobyte. */
    @Test
    void aCompressedFormIsNotOpened() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(("words=" + "x".repeat(20 << 20)).getBytes(StandardCharsets.US_ASCII));
        }
        assertTrue(bomb.size() < 64 << 10);
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        for (String encoding : new String[] {"gzip", "deflate", "br", "gzip, gzip"}) {
            try (Raw raw = Raw.from(HERE)) {
                Raw.Answer told = raw.send("POST /translation HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Encoding: " + encoding
                        + "\r\nCookie: session=" + selam.cookies().get("session") + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + bomb.size() + "\r\n\r\n").send(bomb.toByteArray()).answer();
                assertEquals(400, told.status(), encoding);
            }
        }
        assertEquals("0", Rows.of("select count(*) from translation_report where length(words) > 2000").get(0));
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

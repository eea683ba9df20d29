package nl.opkoers.abuse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.opkoers.Portal;
import nl.opkoers.Raw;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody asks in such a way that what they get is kept, by something in between, for others who ask. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class CachePoisoningTest {

    private static final String HERE = "127.0.0.1";
    private static final List<String> HEADERS = List.of("X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Forwarded-Port: 1",
            "X-Forwarded-Prefix: /evil", "Forwarded: host=evil.example;proto=https;for=1.2.3.4", "X-Host: evil.example",
            "X-Original-URL: /evil", "X-Rewrite-URL: /evil", "X-HTTP-Method-Override: POST", "X-Forwarded-For: 1.2.3.4", "Origin: https://evil.example",
            "Referer: https://evil.example/", "Accept: application/json", "Accept-Language: ar", "Cookie: lang=ti", "Range: bytes=0-1",
            "User-Agent: <script>");

    @ParameterizedTest
    @ValueSource(strings = {"/assets/style.css", "/assets/script.js", "/assets/thread.js", "/assets/icon.svg"})
    void whatMayBeKeptIsTheSameForEverybody(String path) {
        byte[] plain = Raw.get(HERE, path).bytes();
        for (String header : HEADERS) {
            Raw.Answer answer = Raw.get(HERE, path, header);
            if (answer.status() == 200) {
                assertArrayEquals(plain, answer.bytes(), header);
            } else {
                assertFalse(answer.header("Cache-Control").get(0).contains("public"), header + " " + answer.head());
            }
            assertEquals(List.of(), answer.header("Set-Cookie"), header);
        }
    }

    /** What is compressed for one must not be given to another who cannot read it. */
    @Test
    void whatMayBeKeptSaysOnWhatItDepends() {
        Raw.Answer zipped = Raw.get(HERE, "/assets/style.css", "Accept-Encoding: gzip");
        assertEquals(List.of("gzip"), zipped.header("Content-Encoding"));
        for (Raw.Answer answer : List.of(zipped, Raw.get(HERE, "/assets/style.css"))) {
            assertTrue(answer.header("Vary").stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("accept-encoding")),
                    String.valueOf(answer.head()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/schools", "/sign-in", "/plan", "/no-such-page", "/manifest.webmanifest", "/worker.js", "/assets/none.css", "/verify",
            "/calendar/x.ics", "/schools/x.css", "/plan/x.css", "/;x.css", "/schools;x.css", "/%2e%2e/assets/style.css", "/assets/..%2fplan"})
    void nothingElseMayBeKeptBySomethingInBetween(String path) {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        for (String header : Stream.concat(HEADERS.stream(), Stream.of("Cookie: session=" + selam.cookies().get("session"))).toList()) {
            String kept = String.join(", ", Raw.get(HERE, path, header).header("Cache-Control"));
            assertTrue(kept.contains("no-store") || kept.contains("private"), path + " with " + header + ": " + kept);
        }
    }

    @Test
    void noHeaderOfARequestComesBackInAPage() {
        for (String path : List.of("/", "/schools", "/sign-in", "/sign-in/start", "/plan", "/no-such-page", "/session-ended")) {
            for (String header : HEADERS) {
                Raw.Answer answer = Raw.get(HERE, path, header);
                assertFalse((answer.head() + answer.body()).contains("evil"), path + " with " + header);
            }
        }
    }
}

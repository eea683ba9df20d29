package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Raw;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program does without end what a person does now and then. It is told to wait, and nobody else notices. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class LimitedRoutesTest {

    private static final String PROGRAM = "127.0.0.2";
    private static final String SOMEBODY = "127.0.0.3";
    private static final String TIGRINYA = "Accept-Language: ti";

    @BeforeEach
    @AfterEach
    void forget() {
        Rows.clear("used_allowance");
    }

    @Test
    void whoGoesToSignInWithoutEndIsToldToWaitAndNobodyElseIs() {
        long times = IntStream.range(0, 1_000).takeWhile(time -> start(PROGRAM, "Accept: */*") == 302).count();
        assertTrue(times >= 600 && times < 700, times + " times");
        nothingFlowsBackFor("30 seconds");
        Raw.Answer told = Raw.get(PROGRAM, "/sign-in/start", TIGRINYA);

        check(told, Language.TI);
        assertEquals(429, Raw.get(PROGRAM, "/sign-in/callback?state=x&code=y", TIGRINYA).status());
        assertEquals(429, Raw.get(PROGRAM, "/sign-in//start", TIGRINYA).status(), "by another way to the same place");
        assertEquals(302, start(SOMEBODY, "Accept: */*"));
        assertEquals(200, Raw.get(PROGRAM, "/", cookies(Portal.signedIn("z-tigrinya", Language.TI))).status(),
                "whoever is signed in there is not kept out");
    }

    @Test
    void whoSharesAnAddressWithAProgramSignsInAllTheSame() {
        String browser = browser();
        start(PROGRAM, "Accept: */*");
        nothingFlowsBackFor("15 minutes");
        assertEquals(429, start(PROGRAM, "Accept: */*"));

        assertEquals(302, start(PROGRAM, "Cookie: browser=" + browser));
        assertEquals(302, start(PROGRAM, "Cookie: browser=" + browser()), "nor is one who comes only now");
        assertNotEquals(429, Raw.get(PROGRAM, "/sign-in/callback?state=x&code=y", "Cookie: q_auth_participants_x=x").status(),
                "nor one who is on the way back");
        assertEquals(429, start(PROGRAM, "Cookie: browser=" + browser + "x"), "a number that was made up is none");
        assertEquals(302, start(PROGRAM, "X-Forwarded-For: 10.0.0.1"), "by a proxy that nobody named come many");
    }

    @Test
    void whatOnlyLooksLikeANumberIsNone() {
        for (String header : List.of("{\"alg\":1}", "{\"alg\":[]}", "{\"alg\":\"HS256\",\"crit\":1}", "{}", "[]", "null", "{")) {
            String number = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + ".e30.AAAA";
            assertEquals(302, start(PROGRAM, "Cookie: browser=" + number), header);
        }
    }

    @Test
    void aBrowserThatGoesInCirclesIsStoppedByItself() {
        String cookie = "Cookie: browser=" + browser();
        long times = IntStream.range(0, 100).takeWhile(time -> start(PROGRAM, cookie) == 302).count();
        assertTrue(times >= 60 && times < 70, times + " times");
        assertEquals(List.of(), Raw.get(PROGRAM, "/sign-in", cookie).header("Set-Cookie").stream()
                .filter(line -> line.startsWith("browser=")).toList(), "and does not begin anew");
        assertEquals(302, start(PROGRAM, "Accept: */*"));
    }

    @Test
    void whoTellsOfEndedSessionsWithoutEndIsNotHeard() {
        assertEquals(400, Raw.post(PROGRAM, "/sign-in/ended", "logout_token=junk").status());
        nothingFlowsBackFor("15 minutes");

        assertEquals(429, Raw.post(PROGRAM, "/sign-in/ended", "logout_token=junk").status());
        assertEquals(400, Raw.post(SOMEBODY, "/sign-in/ended", "logout_token=junk").status());
    }

    @Test
    void formsThatComeTooLateDoNotComeWithoutEnd() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String form = form(Map.of("csrf-token", token(selam), "words", "ሰላም"));
        String cookies = cookies(selam);
        selam.submit(selam.get("/plan"), "/sign-out", Map.of());
        try {
            long times = IntStream.range(0, 400)
                    .takeWhile(time -> Raw.post(PROGRAM, "/translation?lang=ti", form, cookies).status() == 303).count();

            assertTrue(times >= 200 && times < 250, times + " times");
            nothingFlowsBackFor("30 seconds");
            Document page = check(Raw.post(SOMEBODY, "/translation?lang=ti", form, cookies), Language.TI);
            assertEquals("/translation?lang=ti", page.select("main form").attr("action"));
            assertEquals("ሰላም", page.select("main input[name=words]").attr("value"));
            assertEquals(List.of("20"), Rows.of("select count(*) from kept_form"));
        } finally {
            Rows.clear("kept_form");
            Rows.clear("ended_session");
        }
    }

    @Test
    void ofALateFormWithAFileTheFileIsAskedForAgain() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String token = token(selam);
        String cookies = cookies(selam);
        selam.submit(selam.get("/plan"), "/sign-out", Map.of());
        try {
            Raw.Answer told = IntStream.range(0, 200).mapToObj(time -> withFiles(token, cookies))
                    .filter(answer -> answer.status() != 303).findFirst().orElseThrow();

            Document page = check(told, Language.TI);
            assertEquals("ሰላም", page.select("main input[name=words]").attr("value"));
            assertEquals(List.of("photo"), page.select("main input[type=file]").eachAttr("name"), "not the one that was left empty");
        } finally {
            Rows.clear("kept_form");
            Rows.clear("ended_session");
        }
    }

    private static Raw.Answer withFiles(String token, String cookies) {
        String body = String.join("\r\n", "--x", "Content-Disposition: form-data; name=\"words\"", "", "ሰላም",
                "--x", "Content-Disposition: form-data; name=\"csrf-token\"", "", token,
                "--x", "Content-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"", "Content-Type: image/jpeg", "", "abc",
                "--x", "Content-Disposition: form-data; name=\"other\"; filename=\"\"", "Content-Type: application/octet-stream", "", "",
                "--x--", "");
        try (Raw raw = Raw.from(PROGRAM)) {
            return raw.send(String.join("\r\n", "POST /translation?lang=ti HTTP/1.1", "Connection: close",
                    "Host: " + URI.create(Portal.base()).getAuthority(), cookies, "Content-Type: multipart/form-data; boundary=x",
                    "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length, "", body)).answer();
        }
    }

    @Test
    void whoSendsWithoutEndKeepsWhatTheyTyped() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String words = "ሰላም \"<script>\" & 'x'";
        String form = form(Map.of("csrf-token", token(selam), "whose", hidden(selam, "whose"), "id", "not an id", "words", words));
        long times = IntStream.range(0, 400)
                .takeWhile(time -> Raw.post(PROGRAM, "/translation", form, TIGRINYA, cookies(selam)).status() == 400).count();
        assertTrue(times >= 200 && times < 250, times + " times");

        nothingFlowsBackFor("30 seconds");
        Raw.Answer told = Raw.post(SOMEBODY, "/translation", form, TIGRINYA, cookies(selam));

        Document page = check(told, Language.TI);
        assertEquals("/translation", page.select("main form").attr("action"));
        assertEquals(words, page.select("main input[name=words]").attr("value"));
        Portal fiyori = Portal.signedIn("g-turkish-z", Language.TR);
        assertEquals(400, Raw.post(PROGRAM, "/translation", form(Map.of("csrf-token", token(fiyori), "words", " ")), cookies(fiyori)).status());
        assertEquals(200, Raw.get(PROGRAM, "/translation", cookies(selam)).status(), "reading is not sending");
    }

    /** To be read in another language a form is kept, which is writing as much as any other. */
    @Test
    void whoReadsWhatTheySentInOneLanguageAfterAnotherDoesNotWithoutEnd() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String form = form(Map.of("csrf-token", token(selam), "whose", hidden(selam, "whose"), "words", "ሰላም"));
        try {
            long times = IntStream.range(0, 400)
                    .takeWhile(time -> Raw.post(PROGRAM, "/translation?lang=ti", form, cookies(selam)).status() == 303).count();

            assertTrue(times >= 200 && times < 250, times + " times");
            Document page = check(Raw.post(SOMEBODY, "/translation?lang=ti", form, cookies(selam)), Language.TI);
            assertEquals("ሰላም", page.select("main input[name=words]").attr("value"));
        } finally {
            Rows.clear("kept_form");
        }
    }

    @Test
    void signingOutIsNeverRefused() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String form = form(Map.of("csrf-token", token(selam)));
        assertTrue(IntStream.range(0, 250).allMatch(time -> Raw.post(PROGRAM, "/sign-out", form, cookies(selam)).status() == 303));
    }

    /** However slow this machine is. */
    private static void nothingFlowsBackFor(String time) {
        Rows.run("update used_allowance set used_until = used_until + interval '" + time + "'");
    }

    private static String browser() {
        return Raw.get(PROGRAM, "/sign-in").header("Set-Cookie").stream().filter(line -> line.startsWith("browser="))
                .findFirst().orElseThrow().split("[=;]")[1];
    }

    private static int start(String from, String header) {
        return Raw.get(from, "/sign-in/start", header).status();
    }

    private static Document check(Raw.Answer told, Language language) {
        assertEquals(429, told.status());
        long wait = Long.parseLong(told.header("Retry-After").get(0));
        assertTrue(wait > 0 && wait <= 60, wait + " seconds");
        Document page = Jsoup.parse(told.body());
        assertEquals(Answer.plain(Texts.in(language, RefusedMessages.class).often_title()), Answer.plain(page.select("h1").text()));
        PageInvariants.check(told.body(), language, "429");
        assertEquals("no-store", told.header("Cache-Control").get(0));
        return page;
    }

    private static String token(Portal portal) {
        return hidden(portal, "csrf-token");
    }

    private static String hidden(Portal portal, String field) {
        return portal.get("/translation").document().selectFirst("[name=" + field + "]").attr("value");
    }

    private static String cookies(Portal portal) {
        return "Cookie: " + portal.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

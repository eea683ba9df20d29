package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page there is, as everybody sees it, in every language: whole, in that language, and safe to show. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class EveryPageTest {

    static Stream<String> participants() {
        return CastPages.people();
    }

    @ParameterizedTest
    @MethodSource("participants")
    void everyPageOfAParticipantIsAsAPageShouldBe(String person) {
        assertAll(Stream.of(Language.values()).flatMap(language -> CastPages.pages(person, language)
                .map(page -> () -> check(page, 200, language, true))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsOpenToEverybody(Language language) {
        Portal visitor = Portal.visitor(language);
        assertAll(Stream.of("/", "/?lang=" + language.tag(), "/schools",
                        "/schools?kind=places", "/schools?level=B1&evening=yes&postcode=9899&month=x&page=2", "/schools/C-1003-5",
                        "/schools/places/P-101", "/costs", "/costs/calculate?hours=600", "/costs/print?hours=600",
                        "/costs/self-study", "/schools/compare", "/schools/compare?course=C-1003-5&course=C-1001-1&course=none",
                        "/schools/C-1003-5/wrong", "/schools/places/P-101/wrong", "/verify",
                        "/verify?code=0000-0000-0000-0000-0000", "/signed-out", "/session-ended",
                        "/verify?code=0000-0000-0000-0000-%s&kind=PRACTICE&hours=8".formatted("000" + language.ordinal()),
                        "/session-ended?kept=yes&to=%2Ftranslation%3Fkept%3D1", "/session-ended?to=%2Fcoach",
                        "/staff/signed-out", "/?cancelled=true", "/emergency")
                .map(path -> () -> check(visitor.get(path), 200, language, false)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatGoesWrongForAVisitorIsSaidOnAPage(Language language) {
        Portal visitor = Portal.visitor(language);
        assertAll(
                () -> check(visitor.get("/sign-in/failed"), 400, language, false),
                () -> check(visitor.get("/sign-in/failed?error=server_error"), 400, language, false),
                () -> check(visitor.get("/sign-in/forgotten"), 400, language, false),
                () -> check(visitor.get("/staff/sign-in/forgotten"), 400, language, false),
                () -> check(visitor.get("/sign-in/too-weak"), 403, language, false),
                () -> check(visitor.get("/staff/sign-in/failed"), 400, language, false),
                () -> check(visitor.get("/staff/sign-in/too-weak"), 403, language, false),
                () -> check(visitor.get("/staff/sign-in/unknown"), 403, language, false),
                () -> check(visitor.get("/staff/sign-in/unreachable"), 503, language, false),
                () -> check(visitor.get("/no-such-page"), 404, language, false),
                () -> check(visitor.get("/sign-out"), 404, language, false),
                () -> check(visitor.get("/assets/no-such-file.css"), 404, language, true),
                () -> check(visitor.post("/sign-out", Map.of("x", "y")), 400, language, false));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatGoesWrongForAParticipantIsSaidOnAPage(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        assertAll(
                () -> check(selam.get("/no-such-page"), 404, language, true),
                () -> check(selam.get("/coach"), 403, language, true),
                () -> check(selam.post("/translation", Map.of("words", "x")), 400, language, true),
                () -> check(selam.submit(selam.get("/translation"), "/translation", Map.of("words", " ")), 400, language, true),
                () -> check(selam.submit(selam.get("/translation"), "/translation", Map.of("words", "x".repeat(2001))), 400,
                        language, true),
                () -> check(selam.submit(selam.get("/translation"), "/translation", Map.of("words", "x", "id", "no id")), 400,
                        language, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"coach-a", "coach-b", "team-lead"})
    void staffFindTheirOwnPageAndNobodysDossier(String person) {
        for (Language language : Language.values()) {
            Portal staff = Portal.visitor(language);
            Answer arrived = staff.signIn(person, "/");
            assertEquals(person.equals("team-lead") ? "/team" : "/coach", arrived.path());
            check(arrived, 200, language, true);
            assertAll(Stream.of("/plan", "/agenda", "/agenda/exams", "/hours", "/hours/new", "/messages", "/translation")
                    .map(path -> () -> check(staff.get(path), 403, language, true)));
            check(staff.get("/schools"), 200, language, true);
            int coachesOnly = person.equals("team-lead") ? 403 : 200;
            check(staff.get("/coach/hours"), coachesOnly, language, true);
            check(staff.get("/coach/conversations"), coachesOnly, language, true);
            check(staff.get("/coach/participants"), coachesOnly, language, true);
            check(staff.get("/coach/leave"), coachesOnly, language, true);
            check(staff.get("/coach/hand-over"), coachesOnly, language, true);
            check(staff.get("/team"), person.equals("team-lead") ? 200 : 403, language, true);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoIsUnknownToTheMunicipalityIsToldSoCalmlyWithANumberToCall(Language language) {
        Portal robin = Portal.visitor(language);
        Answer told = robin.signIn(Cast.UNKNOWN_PERSON, "/plan");

        check(told, 403, language, false);
        assertEquals("tel:+31205550140", told.document().select("footer a[href^=tel:]").attr("href"));
        assertEquals(Map.of(), sessions(robin));
    }

    @Test
    void whoIsUnknownCanReadItInAnotherLanguage() {
        Portal robin = Portal.visitor(Language.NL);
        Answer told = robin.signIn(Cast.UNKNOWN_PERSON, "/plan");

        Answer again = robin.follow(robin.get(link(told, Language.TI)));

        check(again, 403, Language.TI, false);
        assertEquals(1, again.document().select("footer a[href^=tel:]").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/style.css", "/assets/script.js", "/assets/icon.svg"})
    void whatEverybodyMayKeepBringsNobodysCookie(String file) {
        Answer answer = Portal.signedIn("z-tigrinya", Language.TI).get(file);

        assertEquals(200, answer.status());
        assertEquals("public, max-age=31536000, immutable", answer.headers().firstValue("Cache-Control").orElse("none"));
        assertEquals(List.of(), answer.headers().allValues("Set-Cookie"));
    }

    private static String link(Answer page, Language language) {
        String address = page.document().selectFirst(".languages a[hreflang=" + language.tag() + "]").attr("href");
        return address.startsWith("?") ? page.address().getPath() + address : address;
    }

    private static Map<String, String> sessions(Portal portal) {
        Map<String, String> cookies = new HashMap<>(portal.cookies());
        cookies.keySet().removeIf(name -> !name.contains("session"));
        return cookies;
    }

    private static void check(Answer page, int status, Language language, boolean personal) {
        assertEquals(status, page.status(), page.path());
        assertEquals(language.tag(), page.headers().firstValue("Content-Language").orElse("none"), page.path());
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), personal);
    }
}

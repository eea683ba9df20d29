package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a page is in: what its address asks for, what was chosen before, what the browser prefers, Dutch. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class LanguageChoiceTest {

    @Test
    void aFirstVisitFollowsTheBrowser() {
        for (Language language : Language.values()) {
            mustBe(language, Portal.visitor(language).get("/"));
        }
    }

    @Test
    void everyPageCanBeHadInEveryLanguageWhateverTheBrowserPrefers() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        for (Language language : List.of(Language.AR, Language.TI, Language.TR, Language.EN, Language.NL)) {
            CastPages.PATHS.forEach(path -> mustBe(language, selam.get(path + "?lang=" + language.tag())));
            mustBe(language, selam.get("/no-such-page?lang=" + language.tag()));
        }
    }

    @Test
    void whatWasChosenIsRemembered() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        selam.get("/plan?lang=ti");

        CastPages.PATHS.forEach(path -> mustBe(Language.TI, selam.get(path)));
        mustBe(Language.TI, selam.get("/no-such-page"));
        mustBe(Language.TI, selam.get("/coach"));
        mustBe(Language.TI, selam.post("/translation", Map.of("words", "x")));
    }

    @Test
    void theLanguageThatWasChosenIsStillThereAfterSigningInAndOut() {
        Portal walid = Portal.visitor(Language.EN);
        walid.get("/?lang=ar");
        Answer signInPage = walid.startSignIn("/plan");
        assertEquals("ar", signInPage.document().select("html").attr("lang"), "the identity provider is told");

        Answer plan = walid.choose(signInPage, Map.of("person", "b1-arabic-exam"));
        mustBe(Language.AR, plan);
        mustBe(Language.AR, walid.follow(walid.submit(plan, "/sign-out", Map.of())));
    }

    @Test
    void everyLanguageLinkLeadsToTheSamePageInThatLanguage() {
        Portal visitor = Portal.visitor(Language.NL);
        Answer page = visitor.get("/session-ended?to=%2Fplan%3Fa%3D%26b&kept=yes");
        page.document().select(".languages a").forEach(link -> {
            Answer other = visitor.get(link.attr("href").startsWith("?") ? "/session-ended" + link.attr("href") : link.attr("href"));
            mustBe(Language.ofTag(link.attr("hreflang")).orElseThrow(), other);
            assertEquals(page.document().select("main a.button").attr("href"), other.document().select("main a.button").attr("href"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=xx", "/?lang=", "/?lang=%00", "/?lang=../..", "/?lang=nl&lang=xx", "/?lang=%3Cscript%3E"})
    void aLanguageThatIsNoneOfOursIsPassedOver(String address) {
        Answer page = Portal.visitor(Language.TR).with("lang", "klingon").get(address);

        assertEquals(200, page.status());
        mustBe(address.contains("=nl") ? Language.NL : Language.TR, page);
    }

    private static void mustBe(Language language, Answer page) {
        assertEquals(language.tag(), page.headers().firstValue("Content-Language").orElse("none"), page.path());
        PageInvariants.check(page.body(), language, page.path());
    }
}

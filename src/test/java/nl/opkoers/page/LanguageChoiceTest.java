package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a page is in: what its address asks for, what was chosen before, what the browser prefers, Dutch. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class LanguageChoiceTest {

    @BeforeEach
    void nothingIsKept() {
        Rows.clear("kept_form");
        Rows.clear("translation_report");
    }

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
    @EnumSource(value = Language.class, names = "NL", mode = EnumSource.Mode.EXCLUDE)
    void whatWasTypedStaysWhenAPageThatRefusesItIsReadInAnotherLanguage(Language language) {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Map<String, String> typed = Map.of("since", "2031-05-02", "until", "2031-05-01", "substitute", "M-7777");
        Answer refused = marloes.submit(marloes.get("/coach/leave"), "/coach/leave", typed);
        assertEquals(400, refused.status());
        mustBe(Language.NL, refused);

        Answer other = marloes.follow(inLanguage(marloes, refused, language));

        assertEquals(200, other.status());
        mustBe(language, other);
        assertEquals(List.of("2031-05-02", "2031-05-01"), other.document().select("main input[type=date]").eachAttr("value"));
        mustBe(language, marloes.submit(other, "/coach/leave", typed));
    }

    /** It would have been right by now: to be read in another language is not to be sent. */
    @Test
    void whoReadsAPageInAnotherLanguageSendsNothing() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Answer form = selam.get("/translation");
        Rows.run("alter table translation_report rename to away");
        Answer refused;
        try {
            refused = selam.submit(form, "/translation", Map.of("words", "ሰላም"));
        } finally {
            Rows.run("alter table away rename to translation_report");
        }
        assertEquals(500, refused.status());

        Answer other = selam.follow(inLanguage(selam, refused, Language.AR));

        assertEquals("ሰላም", other.document().select("textarea").val());
        assertEquals(List.of(), Rows.of("select words from translation_report"));
        assertEquals(List.of("/translation"), Rows.of("select path from kept_form"));
    }

    /** Nothing is kept of what is to be nowhere, of people's own addresses, and of whom nobody knows: there it is a link. */
    @Test
    void whatIsNotKeptIsNotKeptForAnotherLanguageEither() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Answer form = selam.get("/translation");
        Map<String, String> own = form.document().select("form[action=/translation] input").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), field -> field.attr("value")));
        for (Answer refused : List.of(selam.submit(form, "/translation", Map.of("words", "999990019")),
                selam.post("/my-data/notices/how", own))) {
            assertEquals(400, refused.status());
            assertEquals(5, refused.document().select(".languages a[hreflang]").size());
            assertEquals(0, refused.document().select(".languages form").size());
        }
        assertEquals(List.of(), Rows.of("select path from kept_form"));
    }

    /** As a browser sends it whose owner chooses a language. */
    private static Answer inLanguage(Portal portal, Answer page, Language language) {
        Element chosen = page.document().selectFirst(".languages button[lang=" + language.tag() + "]");
        return portal.post(chosen.attr("formaction"), chosen.closest("form").select("input").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), Element::val)));
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

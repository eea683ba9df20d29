package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Raw;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is away for a moment, just when somebody sends what they typed. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SentAgainTest {

    /** Others who ask from this machine are not counted. */
    private static final String COUNTED = "127.0.0.2";
    private static final String TIGRINYA = "Accept-Language: ti";
    private static final String WORDS = "ሰላም \"<script>\" & 'x'\nbelt";

    @AfterEach
    void forget() {
        back();
        TestClock.runOn();
        Rows.clear("translation_report");
        Rows.clear("kept_form");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatSomebodyTypedIsOnThePageThatSaysThatSomethingWentWrong(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        Answer form = selam.get("/translation");
        away();

        Answer told = selam.submit(form, "/translation", Map.of("words", WORDS));

        assertEquals(500, told.status());
        assertEquals(Answer.plain(Texts.in(language).error_title()), Answer.plain(told.title()));
        PageInvariants.check(told.body(), language, "500");
        assertEquals(500, selam.submit(told, "/translation", Map.of()).status(), "as often as it takes");
        back();
        assertEquals("/translation/thanks", selam.follow(selam.submit(told, "/translation", Map.of())).path());
        assertEquals(List.of(WORDS), Rows.of("select words from translation_report"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void soIsWhatComesAfterTheSessionHasEnded(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        Answer form = selam.get("/translation");
        TestClock.advance(Duration.ofMinutes(16));
        Rows.run("alter table kept_form rename to away");
        Answer told;
        try {
            told = selam.submit(form, "/translation", Map.of("words", WORDS));

            assertEquals(500, told.status());
            assertEquals(Answer.plain(Texts.in(language).error_title()), Answer.plain(told.title()));
            PageInvariants.check(told.body(), language, "500");
        } finally {
            Rows.run("alter table away rename to kept_form");
        }
        Answer ended = selam.follow(selam.submit(told, "/translation", Map.of()));
        Answer again = selam.choose(selam.open(ended.document().select("main a.button").attr("href")), Map.of("person", "z-tigrinya"));
        assertEquals(WORDS, again.document().select("textarea").val());
    }

    /** How often somebody did something cannot be counted then. */
    @Test
    void whoCannotBeCountedIsToldInTheirLanguageAndGivenBackWhatTheyTyped() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String form = "words=typed&csrf-token=" + selam.get("/translation").document().selectFirst("[name=csrf-token]").val();
        TestClock.advance(Duration.ofMinutes(16));
        Rows.run("alter table used_allowance rename to away");
        Rows.run("alter table kept_form rename to away_too");
        try {
            Raw.Answer late = Raw.post(COUNTED, "/translation", form, TIGRINYA, "Cookie: session=" + selam.cookies().get("session"));
            Raw.Answer arriving = Raw.get(COUNTED, "/sign-in/start", TIGRINYA);

            assertEquals("typed", wrong(late).select("main form[action=/translation] [name=words]").val());
            assertEquals(List.of("/"), wrong(arriving).select("main a.button").eachAttr("href"));
        } finally {
            Rows.run("alter table away rename to used_allowance");
            Rows.run("alter table away_too rename to kept_form");
        }
    }

    @Test
    void whoOnlyReadsIsLedHome() {
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        Rows.run("revoke insert on processing_record from " + app());
        try {
            Answer told = marloes.get("/coach/participants");

            assertEquals(500, told.status());
            assertEquals(List.of("/"), told.document().select("main a.button").eachAttr("href"));
            assertEquals(0, told.document().select("main form").size());
        } finally {
            Rows.run("grant insert on processing_record to " + app());
        }
    }

    private static Document wrong(Raw.Answer told) {
        assertEquals(500, told.status());
        PageInvariants.check(told.body(), Language.TI, "500");
        return Jsoup.parse(told.body());
    }

    private static void away() {
        Rows.run("revoke insert on translation_report from " + app());
    }

    private static void back() {
        Rows.run("grant insert on translation_report to " + app());
    }

    private static String app() {
        return ConfigProvider.getConfig().getValue("opkoers.database.user", String.class);
    }
}

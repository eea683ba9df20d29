package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is away for a moment, just when somebody sends what they typed. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SentAgainTest {

    private static final String WORDS = "ሰላም \"<script>\" & 'x'\nbelt";

    @AfterEach
    void forget() {
        back();
        Rows.clear("translation_report");
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

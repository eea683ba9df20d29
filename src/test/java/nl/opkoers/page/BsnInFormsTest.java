package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selam writes down her BSN where nobody needs it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class BsnInFormsTest {

    private static final String SELAM = "z-tigrinya";
    private static final String BSN = "999990019";
    private static final String WORDS = "BSN " + BSN + " ሰላም";

    @AfterEach
    void nothingIsLeft() {
        Stream.of("translation_report", "hour_act", "hour_entry", "picture", "outbox").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sheIsAskedBeforeItIsKeptAndSendsItWithout(Language language) {
        Portal selam = Portal.signedIn(SELAM, language);

        Answer asked = selam.submit(selam.get("/translation"), "/translation", Map.of("words", WORDS));

        asks(asked, language);
        assertEquals(List.of(), Rows.of("select words from translation_report"));
        assertEquals("/translation/thanks", selam.follow(selam.submit(asked, "/translation", Map.of())).path());
        assertEquals(List.of("BSN \u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022 ሰላም"), Rows.of("select words from translation_report"));
    }

    @Test
    void anotherNumberGoesOnAsItIs() {
        Portal selam = Portal.signedIn(SELAM, Language.NL);

        Answer asked = selam.submit(selam.get("/translation"), "/translation", Map.of("words", WORDS));

        assertEquals("/translation/thanks", selam.follow(selam.post("/translation", fields(asked.document().select("main form").last()))).path());
        assertEquals(List.of(WORDS), Rows.of("select words from translation_report"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFileThatCameAlongIsChosenAgain(Language language) {
        Portal selam = Portal.signedIn(SELAM, language);
        Map<String, String> typed = fields(selam.get("/help/ask?topic=letter").document().selectFirst("form[action=/help/ask]"));
        typed.put("words", WORDS);

        Answer asked = selam.postWithFile("/help/ask", typed, "photo", "photo.jpg", new byte[1 << 10]);

        asks(asked, language);
        assertEquals(2, asked.document().select("main form[enctype] input[type=file][name=photo]").size());
        assertEquals(List.of(), Rows.of("select id from conversation"));
    }

    /** There a script sends it too, and is told in the way that it knows. */
    @ParameterizedTest
    @ValueSource(strings = {"send", "keep"})
    void besideHoursTheirFormAsks(String button) {
        Portal selam = Portal.signedIn(SELAM, Language.TI);
        Answer form = selam.get("/hours/new");
        Map<String, String> typed = new LinkedHashMap<>(Map.of("activity", "VOLUNTEERING", "when", TestClock.today().toString(), "length", "60",
                "place", BSN, "do", button));

        Answer asked = selam.submit(form, "/hours", typed);

        assertEquals(400, asked.status());
        String sure = asked.document().select("input[name=sure]").val();
        assertEquals("BSN", sure);
        assertEquals(List.of(), Rows.of("select id from hour_entry"));
        typed.put("sure", sure);
        assertEquals(303, selam.submit(asked, "/hours", typed).status());
    }

    @Test
    void aScriptIsAskedInItsWay() {
        Portal selam = Portal.signedIn(SELAM, Language.NL);
        Map<String, String> typed = fields(selam.get("/hours/new").document().selectFirst("form[action=/hours]"));
        typed.putAll(Map.of("activity", "VOLUNTEERING", "when", TestClock.today().toString(), "length", "60", "place", BSN));

        Answer told = selam.accepting("application/json").post("/hours", typed);

        assertEquals(400, told.status());
        assertTrue(told.body().contains("\"sure\":\"BSN\""), told.body());
    }

    /** The second form has the number in it, as she wrote it: it is the one place where it may be. */
    private static void asks(Answer asked, Language language) {
        assertEquals(400, asked.status());
        assertEquals(Answer.plain(Texts.in(language, RefusedMessages.class).bsn_title()), Answer.plain(asked.document().select("h1").text()));
        assertEquals(1, asked.body().split(BSN, -1).length - 1, asked.body());
        PageInvariants.check(asked.body().replace(BSN, "1"), language, "a BSN");
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }
}

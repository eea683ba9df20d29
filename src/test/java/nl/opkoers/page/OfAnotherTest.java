package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One phone, without script: Selam left a page open on it, and Walid signs in there after her. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OfAnotherTest {

    private static final String SELAM = "z-tigrinya";
    private static final String WALID = "z-arabic-elder";
    /** Nothing else that is stored holds it. */
    private static final String WORDS = "ናተይ ጥራይ";
    private static final Duration TOO_LONG = Duration.ofMinutes(16);

    private final Portal phone = Portal.signedIn(SELAM, Language.AR);

    @AfterEach
    void forget() {
        TestClock.runOn();
        Stream.of("kept_form", "translation_report", "draft").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatSheTypedIsNotSentAsHisAndHeIsToldSo(Language language) {
        Answer hers = phone.get("/help/ask?topic=letter");
        phone.signedIn(WALID).reading(language);

        refused(phone.submit(hers, "/help/ask", Map.of("words", WORDS)), language);
    }

    @Test
    void noFormOfHersIsTakenFromHim() {
        Answer hours = phone.get("/hours/new");
        Answer report = phone.get("/translation");
        Answer wrong = phone.get("/my-data/wrong");
        phone.signedIn(WALID);

        refused(phone.submit(hours, "/hours", Map.of("activity", "SPORT", "when", TestClock.today().toString(), "length", "60",
                "place", WORDS)), Language.AR);
        refused(phone.submit(report, "/translation", Map.of("words", WORDS)), Language.AR);
        refused(phone.submit(wrong, "/my-data/wrong", Map.of("what", WORDS, "words", WORDS)), Language.AR);
        refused(phone.submit(phone.get("/translation"), "/translation", Map.of("words", WORDS,
                PersonMark.FIELD, whose(report))), Language.AR);
        assertEquals(303, phone.submit(phone.get("/translation"), "/translation", Map.of("words", "ناقص")).status(),
                "his own is");
    }

    @Test
    void nothingOfHersIsKeptForHimWhenHisSessionHasEnded() {
        Answer hers = phone.get("/translation");
        phone.signedIn(WALID);
        TestClock.advance(TOO_LONG);

        refused(phone.submit(hers, "/translation", Map.of("words", WORDS)), Language.AR);
        assertEquals(List.of(), Rows.of("select id from kept_form"));
    }

    @Test
    void nothingOfHersIsShownToHimBecauseHerPhotoIsTooLarge() {
        Answer hers = phone.get("/hours/new");
        phone.signedIn(WALID);

        refused(phone.postWithFile("/hours", typed(hers, "/hours"), "photo", "film.mp4", new byte[13 << 20]), Language.AR);
        assertEquals(List.of(), Rows.of("select id from kept_form"));
    }

    @Test
    void itIsSaidAlsoWhenSheTookTheTokenOfFormsAlong() {
        Answer hers = phone.get("/translation");
        phone.signedIn(WALID).with("csrf", "AAECAwQFBgcICQoLDA0ODw");

        refused(phone.submit(hers, "/translation", Map.of("words", WORDS)), Language.AR);
    }

    @Test
    void sheSendsItHerselfWhenSheHasSignedInAgain() {
        Answer before = phone.get("/translation");
        phone.signedIn(WALID).signedIn(SELAM);

        assertEquals("/translation/thanks", phone.follow(phone.submit(before, "/translation", Map.of("words", WORDS))).path());
        assertEquals(List.of(WORDS), Rows.of("select words from translation_report"));
    }

    @Test
    void whatSheSendsTooLateWaitsForHerAndIsSentFromTheNewPage() {
        Answer before = phone.get("/translation");
        TestClock.advance(TOO_LONG);
        Answer told = phone.follow(phone.submit(before, "/translation", Map.of("words", WORDS)));
        assertTrue(Rows.of("select fields::text from kept_form").stream().allMatch(kept -> kept.contains(WORDS)
                && !kept.contains(PersonMark.FIELD)), "what she typed and nothing else");

        Answer again = phone.choose(phone.open(told.document().select("main a.button").attr("href")), Map.of("person", SELAM));

        assertEquals(WORDS, again.document().select("textarea").val());
        assertEquals(303, phone.submit(again, "/translation", Map.of("words", WORDS)).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatSheSendsFromAPageOfBeforeSheSignedOutIsGivenBackToHer(Language language) {
        Answer before = phone.get("/translation");
        signOut();
        phone.signedIn(SELAM).reading(language);
        Answer other = phone.get("/translation");

        Answer told = phone.submit(before, "/translation", Map.of("words", WORDS));

        givenBack(told, language);
        assertEquals("/translation/thanks", phone.follow(phone.submit(other, "/translation", Map.of("words", "2"))).path(),
                "what is open in another tab is as good as before");
        assertEquals("/translation/thanks", phone.follow(phone.submit(told, "/translation", Map.of())).path());
        assertEquals(List.of("2", WORDS), Rows.of("select words from translation_report order by words"));
    }

    @Test
    void aPageThatIsOlderThanTheTokenOfFormsIsGivenBackToo() {
        Answer before = phone.get("/translation");
        Map<String, Object> jar = phone.jar();
        jar.remove("csrf");

        Answer told = phone.bring(jar).submit(before, "/translation", Map.of("words", WORDS));

        givenBack(told, Language.AR);
        assertEquals("/translation/thanks", phone.follow(phone.submit(told, "/translation", Map.of())).path());
    }

    @Test
    void sheChoosesAFileAgainThatCameFromSuchAPage() {
        Answer before = phone.get("/hours/new");
        signOut();
        phone.signedIn(SELAM);

        Answer told = phone.postWithFile("/hours", typed(before, "/hours"), "photo", "photo.jpg", new byte[1 << 10]);

        givenBack(told, Language.AR);
        assertEquals(1, told.document().select("form[action=/hours][enctype] input[type=file][name=photo]").size());
    }

    @Test
    void sheIsAskedForNoFileWhereSheChoseNone() {
        Answer before = phone.get("/hours/new");
        signOut();
        phone.signedIn(SELAM);

        Answer told = phone.postWithFile("/hours", typed(before, "/hours"), "photo", "", new byte[0]);

        givenBack(told, Language.AR);
        assertEquals(List.of(), told.document().select("main input[type=file]").eachAttr("name"));
    }

    /** Another site can make a browser send a form, and knows no mark of hers. */
    @Test
    void whatBearsNoMarkOfHersIsNotGivenBack() {
        for (Map<String, String> forged : List.of(Map.of("words", WORDS), Map.of("words", WORDS, "csrf-token", "AAECAwQFBgcICQoLDA0ODw"))) {
            Answer told = phone.post("/translation", forged);

            assertEquals(400, told.status());
            assertEquals(0, told.document().select("main form").size());
        }
    }

    @Test
    void heIsNotGivenBackWhatSheSendsAfterSheSignedOut() {
        Answer hers = phone.get("/translation");
        signOut();
        phone.signedIn(WALID);

        refused(phone.submit(hers, "/translation", Map.of("words", WORDS)), Language.AR);
    }

    @Test
    void heCanSignOutFromHerPage() {
        Answer hers = phone.get("/plan");
        phone.signedIn(WALID);

        assertEquals(303, phone.submit(hers, "/sign-out", Map.of()).status());
        assertEquals(303, phone.get("/plan").status());
    }

    @Test
    void oneCoachDoesNotSendWhatAnotherTyped() {
        Portal desk = Portal.signedIn("coach-a", Language.NL);
        Answer before = desk.get("/coach/leave");
        assertNotEquals(whose(phone.get("/translation")), whose(before));
        String today = TestClock.today().toString();
        Map<String, String> days = Map.of("since", today, "until", today);

        refused(desk.signedIn("coach-b").submit(before, "/coach/leave", days), Language.NL);
        assertEquals(403, desk.signedIn(SELAM).submit(before, "/coach/leave", days).status());
        assertEquals(List.of(), Rows.of("select id from absence"));
    }

    /** The browser does as it is told, and forgets all cookies. */
    private void signOut() {
        assertEquals(303, phone.submit(phone.get("/plan"), "/sign-out", Map.of()).status());
        phone.bring(Map.of());
    }

    private static void givenBack(Answer told, Language language) {
        assertEquals(400, told.status(), told.text());
        assertEquals(Answer.plain(Texts.in(language, RefusedMessages.class).again_title()), Answer.plain(told.title()));
        PageInvariants.check(told.body(), language, "400");
        HeaderInvariants.check(told.headers(), true);
        assertTrue(told.body().contains(WORDS), "it is hers");
        assertTrue(Rows.everything().stream().noneMatch(each -> each.contains(WORDS)), "not sent yet");
    }

    private static void refused(Answer told, Language language) {
        assertEquals(412, told.status(), told.text());
        assertEquals(Answer.plain(Texts.in(language, RefusedMessages.class).other_title()), Answer.plain(told.title()));
        PageInvariants.check(told.body(), language, "412");
        HeaderInvariants.check(told.headers(), true);
        assertEquals("/", told.document().select("main a.button").attr("href"));
        assertTrue(Stream.concat(Rows.everything().stream(), Stream.of(told.body())).noneMatch(each -> each.contains(WORDS)),
                "stored nowhere, and shown to nobody");
    }

    private static String whose(Answer page) {
        return page.document().select("[name=" + PersonMark.FIELD + "]").val();
    }

    private static Map<String, String> typed(Answer page, String action) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("note", WORDS));
        page.document().select("form[action=" + action + "] input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }
}

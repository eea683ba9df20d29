package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam and Marloes talk about a letter; Hatice, who is signed in as well, is not to find anything of it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ThreadPageTest {

    private static final String LOOKS_LIKE_HTML = "<script>alert('ሰላም')</script> & <b>vet</b>";

    DemoWorld world;

    @Inject
    Conversations conversations;

    private final Portal selam = Portal.signedIn(Asking.SELAM, Language.TI);
    private Asking asking;
    private UUID id;

    @BeforeEach
    void sheAsked() {
        asking = new Asking(world, conversations);
        id = asking.asks(Asking.SELAM, Topic.LETTER, Language.TI, asking.today().plusDays(3));
    }

    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        Asking.nothingIsLeft();
        Stream.of("draft", "document", "picture", "kept_form").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aConversationWithEveryKindOfStepIsAPageInEveryLanguage(Language language) {
        answer(asking.answer(true, asking.today().plusDays(9)));
        answer(new Turn.Answered(UUID.randomUUID(), TestClock.now(), "M-1001", "Marloes Hendriks", "nl", null,
                new Phrase(StandardPhrase.values()[0].name(), Map.of()), List.of(), false, null));
        answer(new Turn.Referred(UUID.randomUUID(), TestClock.now(), "M-1001", "Marloes Hendriks", null, "Het Juridisch Loket", "Neem de brief mee",
                asking.today().plusDays(5)));
        answer(new Turn.Referred(UUID.randomUUID(), TestClock.now(), "M-1001", "Marloes Hendriks", "M-1002", "Joost van Wijk", null, asking.today()));
        answer(new Turn.HandedOver(UUID.randomUUID(), TestClock.now(), "M-1002", "Joost van Wijk", "M-1001", "Marloes Hendriks", null));
        conversations.take(asking.key(Asking.SELAM), id, new Turn.TakenOver(UUID.randomUUID(), TestClock.now(), null, "Femke Noordhof"));
        answer(new Turn.Closed(UUID.randomUUID(), TestClock.now(), "M-1001", "Marloes Hendriks", Closing.ELSEWHERE, null));

        Answer page = Asking.open(selam.reading(language), address(), language);

        assertEquals(8, page.document().select(".turns > li").size());
        Asking.reads(page, say(language).closed(Closing.ELSEWHERE), say(language).is_closed(), say(language).referred_outside("Het Juridisch Loket", "Marloes Hendriks"));
    }

    @Test
    void whatSheSaysIsTextWhateverItLooksLike() {
        assertEquals(303, say(LOOKS_LIKE_HTML).status());

        Answer page = Asking.open(selam, address(), Language.TI);
        assertEquals(LOOKS_LIKE_HTML, page.document().select(".turns li").last().select(".said").text());
        assertEquals(0, page.document().select(".turns script, .turns b").size());
        assertEquals("nl auto", page.document().select(".turns li .said").last().attr("lang") + " "
                + page.document().select(".turns li .said").last().attr("dir"), "most of its letters are Latin");
    }

    @Test
    void aReplySentTwiceCountsOnceAndAnotherOneFromTheSameFormIsNotLost() {
        Map<String, String> form = form();
        form.put("text", "ሓደ");
        assertEquals(303, selam.post(address(), form).status());
        assertEquals(303, selam.post(address(), form).status());
        form.put("text", "ክልተ");
        assertEquals(303, selam.post(address(), form).status());

        assertEquals(List.of("ሰላም", "ሓደ", "ክልተ"), texts());
    }

    @Test
    void nothingAndTooMuchAreSaidWithWhatWasTyped() {
        Answer nothing = say("  \r\n ");
        assertEquals(400, nothing.status());
        Asking.reads(nothing, say(Language.TI).reply_empty());
        Answer long4001 = say("ሀ".repeat(4001));

        assertEquals(400, long4001.status());
        PageInvariants.check(long4001.body(), Language.TI, long4001.path());
        assertEquals(4001, long4001.document().select("#text").val().length());
        assertEquals(303, say("ሀ\r\n".repeat(2000).strip()).status(), "an end of a line is one letter");
        assertEquals(2, texts().size());
    }

    @Test
    void aDraftSurvivesTheEndOfTheSession() {
        Map<String, String> form = form();
        form.put("text", "ገና");
        TestClock.advance(Duration.ofMinutes(20));
        Answer ended = selam.follow(selam.post(address(), form));
        Answer back = selam.choose(selam.open(ended.document().select("main a.button").attr("href")), Map.of("person", Asking.SELAM));

        assertEquals("ገና", back.document().select("#text").val(), back.path());
        String loadedAgain = back.address().getRawPath() + "?" + back.address().getRawQuery();
        assertEquals("ገና", selam.get(address()).document().select("#text").val());
        assertEquals(1, texts().size());
        say("ገና");
        assertEquals("", selam.get(address()).document().select("#text").val());
        assertEquals("", selam.get(loadedAgain).document().select("#text").val(), "it was sent");
    }

    /** The portal goes down between the two. */
    @Test
    void whatWasTypedIsKeptUntilItIsADraft() {
        Map<String, String> form = form();
        form.put("text", "ገና");
        TestClock.advance(Duration.ofMinutes(20));
        Answer ended = selam.follow(selam.post(address(), form));
        Answer signIn = selam.open(ended.document().select("main a.button").attr("href"));
        Rows.run("alter table draft add constraint away check (false) not valid");
        Answer failed;
        try {
            failed = selam.choose(signIn, Map.of("person", Asking.SELAM));
        } finally {
            Rows.run("alter table draft drop constraint away");
        }
        assertEquals(500, failed.status());

        assertEquals("ገና", selam.get(failed.address().getRawPath() + "?" + failed.address().getRawQuery()).document().select("#text").val());
        assertEquals(List.of("0"), Rows.of("select count(*) from kept_form"));
    }

    @Test
    void keptForLaterIsNotSent() {
        Map<String, String> form = form();
        form.putAll(Map.of("text", "ጽባሕ", "do", "keep"));
        assertEquals(303, selam.post(address(), form).status());

        assertEquals(List.of("ሰላም"), texts());
        assertEquals("ጽባሕ", selam.get(address()).document().select("#text").val());
    }

    /** She has the conversation open twice, and goes on in the tab in which she began first. */
    @Test
    void sendingFromOneTabForgetsNothingThatAnotherKept() {
        Map<String, String> older = form();
        keep(form(), "ጽባሕ");
        Map<String, String> loaded = form();
        keep(form(), "ድሕሪ ጽባሕ");

        older.put("text", "ሎሚ");
        assertEquals(303, selam.post(address(), older).status());
        loaded.put("text", "ሕጂ");
        assertEquals(303, selam.post(address(), loaded).status());
        assertEquals("ድሕሪ ጽባሕ", written(), "neither went on with it");

        say("ድሕሪ ጽባሕ");
        assertEquals("", written(), "it was sent");
        assertEquals(List.of("ሰላም", "ሎሚ", "ሕጂ", "ድሕሪ ጽባሕ"), texts());
    }

    @Test
    void whatIsKeptInTwoTabsIsKeptBoth() {
        Map<String, String> one = form();
        Map<String, String> other = form();
        keep(one, "ሓደ");
        keep(other, "ክልተ");
        keep(other, "ክልተ");
        assertEquals("ሓደ\n\nክልተ", written());

        keep(form(), "ሰለስተ");
        assertEquals("ሰለስተ", written(), "it went on with both");
        TestClock.advance(Duration.ofMinutes(20));
        one.put("text", "ኣርባዕተ");
        Answer ended = selam.follow(selam.post(address(), one));
        Answer back = selam.choose(selam.open(ended.document().select("main a.button").attr("href")), Map.of("person", Asking.SELAM));
        assertEquals("ሰለስተ\n\nኣርባዕተ", back.document().select("#text").val(), "nor does a session that ended take it away");
        say(back.document().select("#text").val());
        assertEquals("", written());
    }

    /** By the way back a form comes again as it was, without what was kept by it. */
    @Test
    void whatIsSentByTheWayBackFromWhatItKeptIsKeptNoMore() {
        Map<String, String> form = form();
        keep(form, "ሓደ");
        keep(form, "ሓደን ፍርቅን");
        assertEquals("ሓደን ፍርቅን", written());

        form.putAll(Map.of("text", "ክልተ", "do", "send"));
        assertEquals(303, selam.post(address(), form).status());
        assertEquals("", written());
    }

    @Test
    void whatAnOlderVersionKeptGoesWhenItIsSent() {
        keep(form(), "ጽባሕ");
        Rows.run("update draft set fields = fields - '" + Drafts.KEPT_BY + "'");
        assertEquals("ጽባሕ", written());

        say("ጽባሕ");
        assertEquals("", written());
    }

    private void keep(Map<String, String> form, String text) {
        Map<String, String> kept = new HashMap<>(form);
        kept.putAll(Map.of("text", text, "do", "keep"));
        assertEquals(303, selam.post(address(), kept).status());
    }

    /** What stands in the form when the page is opened. */
    private String written() {
        return selam.get(address()).document().select("#text").val();
    }

    @Test
    void simplerWordsAreAskedForOnceAndOpenTheQuestionAgain() {
        Turn.Answered answer = asking.answer(false, null);
        answer(answer);
        assertFalse(standing().isWaiting());
        Answer page = selam.get(address());
        for (int tap = 0; tap < 2; tap++) {
            assertEquals(303, selam.submit(page, address() + "/unclear", Map.of("turn", answer.id().toString())).status());
        }

        assertEquals(3, standing().turns());
        assertTrue(standing().isWaiting());
        assertEquals(0, selam.get(address()).document().select(".turns button").size());
        assertEquals(400, selam.submit(page, address() + "/unclear", Map.of("turn", UUID.randomUUID().toString())).status());
    }

    @Test
    void whatIsClosedOpensByBeingSpokenIn() {
        answer(new Turn.Closed(UUID.randomUUID(), TestClock.now(), "M-1001", "Marloes Hendriks", Closing.ANSWERED, null));
        assertFalse(standing().open());

        say("ካልእ ሕቶ");

        assertTrue(standing().open());
        assertTrue(standing().isWaiting());
    }

    @Test
    void aPromiseThatHasPassedIsSaidCalmlyWithANumber() {
        TestClock.advance(Duration.ofDays(4));
        Portal later = Portal.signedIn(Asking.SELAM, Language.TI);

        Answer page = later.get(address());

        Asking.reads(page, Texts.in(Language.TI, HelpMessages.class).passed(Dates.of(Language.TI)
                .date(asking.today().minusDays(1))));
        assertEquals(1, page.document().select("#standing a[href^=tel:]").size());
    }

    @Test
    void readingItIsSeenAndFetchingItBeforehandIsNot() {
        answer(asking.answer(false, null));
        assertEquals(200, fetchBeforehand());
        assertEquals(List.of(), Rows.of("select position from conversation_reader"));

        selam.get(address());
        assertEquals(List.of("2"), Rows.of("select position from conversation_reader"));
        assertEquals(0, selam.get("/messages").document().select("main .next").size());
    }

    @Test
    void olderTurnsAreFurtherBack() {
        IntStream.range(0, 70).forEach(number -> conversations.take(asking.key(Asking.SELAM), id,
                new Turn.Said(UUID.randomUUID(), TestClock.now(), "ti", "n" + number, List.of(), null)));

        Answer latest = selam.get(address());
        Answer older = Asking.open(selam, latest.document().select("main a[href*=before]").attr("href"), Language.TI);

        assertEquals("n69", latest.document().select(".turns .said").last().text());
        assertEquals("n39", older.document().select(".turns .said").last().text());
        assertEquals(0, older.document().select("#reply").size());
        Answer first = selam.get(older.document().select("main a[href*=before]").attr("href"));
        assertEquals("ሰላም", first.document().select(".turns .said").first().text());
        assertEquals(0, first.document().select("main a[href*=before]").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void homeTellsOfWhatSheWasAskedUntilSheAnswers(Language language) {
        for (int other = 0; other < 5; other++) {
            asking.asks(Asking.SELAM, Topic.WORK, Language.TI, asking.today().plusDays(3));
        }
        answer(asking.answer(true, null));
        selam.reading(language).get(address());

        Answer home = Asking.open(selam.reading(language), "/", language);

        assertEquals(address(), home.document().select("section[aria-labelledby=asked] .card:first-child a").attr("href"), home.text());
        Asking.reads(home, say(language).your_turn());
        assertEquals(4, home.document().select("section[aria-labelledby=asked] .card").size());
        say("ሓደ");
        assertFalse(selam.get("/").text().contains(Answer.plain(say(language).your_turn())));
    }

    @Test
    void nobodyElseFindsAnythingUnderAnyAddress() {
        selam.postWithFile(address(), form(), "photo", "brief.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        String file = selam.get(address()).document().select(".turns a[download]").attr("href");
        assertEquals(200, selam.get(file).status());
        Portal hatice = Portal.signedIn("g-turkish-z", Language.TR);
        UUID hers = asking.asks("g-turkish-z", Topic.WORK, Language.TR, null);
        Map<String, String> form = new HashMap<>(Map.of("csrf-token", hatice.get("/messages/" + hers).document().select("[name=csrf-token]").val(),
                "id", UUID.randomUUID().toString(), "text", "x", "turn", UUID.randomUUID().toString(), "position", "9"));

        for (String path : List.of("", "/live", "/turns/live", "/unclear")) {
            assertEquals(404, hatice.get(address() + path).status(), path);
        }
        assertEquals(404, hatice.get(file).status());
        assertEquals(404, hatice.get(file.replace(id.toString(), hers.toString())).status(), "her own conversation has no such file");
        assertEquals(404, selam.get("/messages/" + UUID.randomUUID() + "/files/" + file.substring(file.lastIndexOf('/') + 1)).status());
        for (String path : List.of("", "/unclear", "/seen/live")) {
            assertEquals(404, hatice.post(address() + path, form).status(), path);
        }
        assertEquals(404, hatice.get("/messages/x").status());
        assertEquals(403, Portal.signedIn("coach-a", Language.NL).get(address()).status());
        assertEquals(303, Portal.visitor(Language.NL).get(address() + "/live").status());
        assertEquals(List.of("1"), Rows.of("select count(*) from conversation_reader where conversation = '" + id + "'"), "only Selam looked");
    }

    @Test
    void theListSaysWhatIsNewAndWhenAnAnswerComes() {
        Answer waiting = Asking.open(selam, "/messages", Language.TI);
        Asking.reads(waiting, Texts.in(Language.TI, InboxMessages.class).topic(Topic.LETTER), "Marloes Hendriks");
        assertEquals(address(), waiting.document().select("main .card a").attr("href"));
        assertEquals(0, waiting.document().select("main .next").size());

        answer(asking.answer(false, null));

        assertEquals(1, Asking.open(selam, "/messages", Language.TI).document().select("main .next").size());
        assertEquals(0, Asking.open(Portal.signedIn("g-turkish-z", Language.TR), "/messages", Language.TR).document().select("main .card").size());
    }

    /** Whoever is here for three years asks a lot: nothing of it is out of reach. */
    @Test
    void whatWasAskedLongAgoIsFurtherBackInTheList() {
        Rows.run("update conversation set last_at = last_at - interval '1 year'");
        for (int other = 0; other < MyConversations.ON_A_PAGE; other++) {
            UUID later = UUID.randomUUID();
            Rows.run("insert into conversation (municipality, participant, id, opening, open, theirs, turns, opened_at, last_at) select"
                    + " municipality, participant, '" + later + "', jsonb_set(opening, '{id}', '\"" + later + "\"'), open, theirs, turns,"
                    + " opened_at, now() from conversation where id = '" + id + "'");
        }

        Answer list = Asking.open(selam, "/messages", Language.TI);
        assertEquals(MyConversations.ON_A_PAGE, list.document().select("main .card").size());
        assertEquals(0, list.document().select("main .card a[href=" + address() + "]").size());
        Answer older = Asking.open(selam, list.document().select("main a:contains(" + say(Language.TI).older() + ")").attr("href"), Language.TI);
        assertEquals(List.of(address()), older.document().select("main .card a").eachAttr("href"));
        assertEquals(0, older.document().select("main a:contains(" + say(Language.TI).older() + ")").size());
        assertEquals("/messages", older.document().select("main a:contains(" + say(Language.TI).latest() + ")").attr("href"));
        for (String page : List.of("0", "x", "99999")) {
            assertEquals(MyConversations.ON_A_PAGE, selam.get("/messages?page=" + page).document().select("main .card").size(), page);
        }
    }

    private int fetchBeforehand() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + address())).header("Sec-Purpose", "prefetch")
                .header("Cookie", "session=" + selam.cookies().get("session")).build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().statusCode();
    }

    private Answer say(String text) {
        Map<String, String> form = form();
        form.put("text", text);
        return selam.post(address(), form);
    }

    private Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        selam.get(address()).document().select("#reply input[type=hidden]").forEach(field -> form.put(field.attr("name"), field.attr("value")));
        return form;
    }

    private void answer(Turn.OfStaff turn) {
        assertEquals(Spoken.Outcome.DONE, conversations.answer(asking.key(Asking.SELAM), id, turn, standing().turns()).outcome());
    }

    private Standing standing() {
        return conversations.find(asking.key(Asking.SELAM), id).orElseThrow().standing();
    }

    private List<String> texts() {
        return Rows.of("select turn ->> 'text' from conversation_turn where conversation = '" + id + "' order by position");
    }

    private String address() {
        return "/messages/" + id;
    }

    private static ConversationMessages say(Language language) {
        return Texts.in(language, ConversationMessages.class);
    }
}

package nl.opkoers.contact;

import static nl.opkoers.contact.Asking.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.file.FileMessages;
import nl.opkoers.file.LetterField;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selam asks for help, in Tigrinya and without knowing which office does what. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HelpAskPageTest {

    private static final byte[] PDF = "%PDF-1.7\n%brief".getBytes(StandardCharsets.US_ASCII);
    private static final String WORDS = "ሰላም <b>soep</b> & 'x'";

    private final Portal selam = Portal.signedIn("z-tigrinya", Language.TI);

    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        Stream.of("conversation", "conversation_turn", "conversation_reader", "draft", "document", "picture", "kept_form", "outbox")
                .forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySubjectHasADoor(Language language) {
        Portal reader = Portal.signedIn("z-tigrinya", language);
        Answer topics = Asking.open(reader, "/help", language);

        List<String> doors = topics.document().select("main .doors a").eachAttr("href");
        assertEquals(Topic.values().length, doors.size());
        assertTrue(doors.containsAll(List.of("/help/choose-school", "/agenda/talk", "/help/ask?topic=letter")));
        doors.forEach(door -> assertEquals(200, reader.get(door).status(), door));
    }

    @Test
    void whoAsksIsToldAtOnceWhoHasItAndWhenTheAnswerComes() {
        Answer sent = send("letter", Map.of("words", WORDS, "urgent", "yes", "interpreter", "yes", "gender", "WOMAN", "call", "MORNING"));

        assertEquals(303, sent.status(), sent.body());
        Answer page = selam.follow(sent);
        PageInvariants.check(page.body(), Language.TI, page.path());
        Asking.reads(page, say().sent_to("Marloes Hendriks"), say().with("Marloes Hendriks"));
        assertTrue(page.document().select("#standing .nl").hasText(), "the day in Dutch too: " + page.text());
        assertEquals(WORDS, page.document().select(".turns .mine .said").text());
        assertEquals(List.of("LETTER true false ti true WOMAN MORNING"), Rows.of("select concat_ws(' ', opening ->> 'topic', opening ->> 'urgent',"
                + " opening ->> 'confidential', opening ->> 'language', opening ->> 'interpreter', opening ->> 'gender',"
                + " opening ->> 'call') from conversation"));
        assertEquals(List.of("M-1001"), Rows.of("select contact from conversation"));
    }

    @Test
    void noWordIsNeeded() {
        Answer sent = send("housing", Map.of());

        assertEquals(303, sent.status());
        assertEquals(Texts.in(Language.TI, InboxMessages.class).topic(Topic.HOUSING), selam.follow(sent).document().select(".turns .said").text(),
                "what it is about is all that is said");
        assertEquals(List.of("1"), Rows.of("select count(*) from conversation_turn where turn ->> 'text' is null"));
    }

    @ParameterizedTest
    @CsvSource({"feeling, 1", "money, 1", "health, 1", "family, 1", "letter, 0", "work, 0"})
    void whatIsNobodysBusinessIsPrivateUnlessSheSaysOtherwise(String topic, int checked) {
        assertEquals(checked, form(topic).document().select("input[name=private][checked]").size());
    }

    @ParameterizedTest
    @CsvSource({"work, no, Werk", "work, yes, Hulpvraag", "feeling, yes, Hulpvraag", "feeling, no, Hulpvraag"})
    void theRegisterOfTheMunicipalityDoesNotHearTheSubjectOfWhatIsPrivate(String topic, String ticked, String told) {
        assertEquals(303, send(topic, ticked.equals("yes") ? Map.of("private", "yes") : Map.of()).status());

        assertEquals(List.of(told), Rows.of("select cast(body as jsonb) ->> 'onderwerp' from outbox where kind = 'HELP_REQUEST'"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFormSaysWhatTheRegisterGetsAndWhomToCallWhenItMustBeToday(Language language) {
        Portal reading = selam.reading(language);
        HelpMessages help = Texts.in(language, HelpMessages.class);

        Answer work = Asking.open(reading, "/help/ask?topic=work", language);
        Asking.reads(work, help.registered(), help.registered_topic(), help.urgent_today("Marloes Hendriks"));
        assertEquals(work.document().select("footer a[href^=tel:]").attr("href"),
                work.document().select("#urgent-about a").attr("href"));
        Asking.reads(Asking.open(reading, "/help/ask?topic=money", language), help.registered(), help.registered_no_topic());
    }

    /** A phone that lies about shows Home. */
    @ParameterizedTest
    @CsvSource({"FEELING, false", "LETTER, true"})
    void homeSaysNoMoreThanThatThereIsAQuestionWhenItIsNobodysBusiness(Topic topic, boolean named) {
        send(topic.name().toLowerCase(Locale.ROOT), topic.isSensitive() ? Map.of("private", "yes") : Map.of());

        Answer home = selam.get("/");

        assertEquals(1, home.document().select("a[href^=/messages/]").size(), home.text());
        String subject = Texts.in(Language.TI, InboxMessages.class).topic(topic);
        assertEquals(named, home.document().select("main").text().contains(subject), home.text());
    }

    @Test
    void twoTapsAreOneQuestion() {
        Answer form = form("letter");
        Map<String, String> typed = Map.of("words", WORDS, "language", "ti");
        String first = selam.submit(form, "/help/ask", typed).location();

        assertEquals(first, selam.submit(form, "/help/ask", typed).location());
        assertEquals(List.of("1 1"), Rows.of("select (select count(*) from conversation) || ' ' || (select count(*) from conversation_turn)"));
    }

    @Test
    void backAndSentWithOtherWordsLosesNothing() {
        Answer form = form("letter");
        selam.submit(form, "/help/ask", Map.of("words", "ሓደ", "language", "ti"));
        selam.submit(form, "/help/ask", Map.of("words", "ክልተ", "language", "ti"));

        assertEquals(List.of("ሓደ", "ክልተ"), Rows.of("select turn ->> 'text' from conversation_turn order by position"));
    }

    /** What was ticked the second time would be said in a conversation in which it does not hold, or not at all. */
    @ParameterizedTest
    @CsvSource({"private, yes, confidential, true", "call, MORNING, call, MORNING", "urgent, yes, urgent, true",
        "interpreter, yes, interpreter, true", "topic, letter, topic, LETTER"})
    void backAndSentWithAnotherChoiceIsAnotherQuestion(String field, String chosen, String kept, String told) {
        Answer form = form("work");
        Map<String, String> first = Map.of("words", WORDS, "language", "ti");
        String asked = selam.submit(form, "/help/ask", first).location();

        String again = selam.submit(form, "/help/ask", with(first, field, chosen)).location();

        assertNotEquals(asked, again);
        assertEquals(again, selam.submit(form, "/help/ask", with(first, field, chosen)).location(), "two taps are one");
        assertEquals(asked, selam.submit(form, "/help/ask", first).location(), "as is the first one once more");
        assertEquals(List.of(told + " " + WORDS), Rows.of("select concat_ws(' ', opening ->> '" + kept + "', turn ->> 'text') from conversation it"
                + " join conversation_turn on conversation = it.id where '" + again + "' like '%' || it.id || '%'"));
        assertEquals(List.of("2 2"), Rows.of("select (select count(*) from conversation) || ' ' || (select count(*) from conversation_turn)"));
    }

    @Test
    void fourThousandLettersFitAndOneMoreIsSaidWithWhatWasTyped() {
        assertEquals(303, send("work", Map.of("words", "ሀ".repeat(4000))).status());
        Answer refused = send("work", Map.of("words", "ሀ".repeat(4001), "urgent", "yes"));

        assertEquals(400, refused.status());
        PageInvariants.check(refused.body(), Language.TI, refused.path());
        Asking.reads(refused, help().too_long("4001"));
        assertEquals(4001, refused.document().select("#words").val().length());
        assertEquals(1, refused.document().select("input[name=urgent][checked]").size());
        assertEquals(List.of("1"), Rows.of("select count(*) from conversation"));
    }

    @Test
    void anInterpreterBetweenDutchAndDutchIsAskedAbout() {
        Answer refused = send("work", Map.of("words", WORDS, "language", "nl", "interpreter", "yes"));

        assertEquals(400, refused.status());
        Asking.reads(refused, help().interpreter_dutch());
        assertEquals(WORDS, refused.document().select("#words").val());
    }

    @Test
    void aLetterGoesAlongAsPdf() {
        Answer sent = selam.postWithFile("/help/ask", filled("letter", Map.of("words", "")), "photo", "brief.exe", PDF);

        assertEquals(303, sent.status(), sent.body());
        Answer page = selam.follow(sent);
        Answer file = selam.get(page.document().select(".turns a[download]").attr("href"));
        assertEquals(200, file.status());
        assertEquals(List.of("application/pdf", "attachment; filename=\"brief.pdf\"", "nosniff", "default-src 'none'; frame-ancestors 'none'; sandbox"),
                Stream.of("Content-Type", "Content-Disposition", "X-Content-Type-Options", "Content-Security-Policy")
                        .map(name -> String.join("|", file.headers().allValues(name))).toList());
    }

    @ParameterizedTest
    @CsvSource({"<html><script>alert(1)</script>, NOLETTER", "MZ program, NOLETTER", "'  %PDF-1.7 later', NOLETTER", "GIF89a, NOLETTER",
            "<svg xmlns='http://www.w3.org/2000/svg'/>, NOLETTER"})
    void whatIsNoLetterIsRefusedBesideWhatWasTyped(String content, LetterField.Wrong why) {
        Answer refused = selam.postWithFile("/help/ask", filled("letter", Map.of("words", WORDS)), "photo", "brief.pdf",
                content.getBytes(StandardCharsets.UTF_8));

        assertEquals(400, refused.status());
        assertEquals(Texts.in(Language.TI, FileMessages.class).letter_wrong(why), refused.document().select("#photo-wrong").text());
        assertEquals(WORDS, refused.document().select("#words").val());
        assertEquals(List.of("0"), Rows.of("select count(*) from document"));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBesideWhatWasTyped() {
        byte[] large = new byte[40 << 20];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        Answer again = selam.follow(selam.postWithFile("/help/ask", filled("letter", Map.of("words", WORDS)), "photo", "brief.pdf", large));

        assertEquals(WORDS, again.document().select("#words").val());
        assertEquals(Texts.in(Language.TI, FileMessages.class).letter_wrong(LetterField.Wrong.TOOLARGE),
                again.document().select("#photo-wrong").text());
    }

    @Test
    void somebodyElsesFileDoesNotGoAlong() {
        selam.postWithFile("/help/ask", filled("letter", Map.of("do", "keep")), "photo", "brief.pdf", PDF);
        String hers = Rows.of("select id from document").get(0);
        Portal hatice = Portal.signedIn("g-turkish-z", Language.TR);
        Answer form = hatice.get("/help/ask?topic=letter");

        assertEquals(303, hatice.submit(form, "/help/ask", Map.of("language", "tr", "photo-kept", hers)).status());
        assertEquals(List.of("[]"), Rows.of("select turn ->> 'files' from conversation_turn"));
    }

    @Test
    void whatIsKeptForLaterIsOfferedAgainAndGoneOnceItIsSent() {
        selam.postWithFile("/help/ask", filled("letter", Map.of("words", WORDS, "do", "keep", "urgent", "yes")), "photo", "brief.pdf", PDF);

        Answer list = Asking.open(selam, "/messages", Language.TI);
        Answer form = Asking.open(selam, list.document().select("main .notice a").attr("href"), Language.TI);
        assertEquals(WORDS, form.document().select("#words").val());
        assertEquals(1, form.document().select("input[name=urgent][checked]").size());
        Asking.reads(form, Texts.in(Language.TI, FileMessages.class).letter_kept());
        assertEquals(0, Portal.signedIn("g-turkish-z", Language.TR).get("/messages").document().select("main .notice").size(), "hers alone");

        assertEquals(303, selam.submit(form, "/help/ask", Map.of("words", WORDS, "language", "ti")).status());
        assertEquals(List.of("0"), Rows.of("select count(*) from draft"));
        assertEquals(List.of("1"), Rows.of("select jsonb_array_length(turn -> 'files') from conversation_turn"));
        assertEquals("/help", selam.open("/help/ask?draft=yes").path());
    }

    @Test
    void whatIsKeptForLaterStaysWhenSomethingElseIsAskedFirst() {
        selam.postWithFile("/help/ask", filled("money", Map.of("words", WORDS, "do", "keep")), "photo", "", new byte[0]);
        assertEquals(303, selam.postWithFile("/help/ask", filled("letter", Map.of("words", "ደብዳቤ")), "photo", "", new byte[0]).status());

        assertEquals(WORDS, selam.get("/help/ask?draft=yes").document().select("#words").val());
    }

    @Test
    void twoThatAreKeptAreBothOfferedAndOnlyTheOneThatIsSentGoes() {
        keep(filled("money", Map.of("words", WORDS)));
        keep(filled("work", Map.of("words", "ስራሕ")));

        Answer list = Asking.open(selam, "/help", Language.TI);
        assertEquals(list.document().select("main .notice").eachText(), selam.get("/messages").document().select("main .notice").eachText());
        List<String> addresses = list.document().select("main .notice a").eachAttr("href");
        assertEquals(List.of("ስራሕ", WORDS), addresses.stream().map(address -> selam.get(address).document().select("#words").val()).toList());

        Answer work = Asking.open(selam, addresses.get(0), Language.TI);
        assertEquals(303, selam.submit(work, "/help/ask", Map.of("words", "ስራሕ", "language", "ti")).status());
        assertEquals(addresses.subList(1, 2), selam.get("/help").document().select("main .notice a").eachAttr("href"));
        Answer money = selam.get(addresses.get(1));
        selam.submit(money, "/help/ask", Map.of("do", "forget"));
        assertEquals(List.of("0"), Rows.of("select count(*) from draft"));
    }

    @Test
    void askingAboutTheSameAgainSaysThatSomethingIsKeptAndTakesNothingAway() {
        Map<String, String> first = filled("letter", Map.of("words", WORDS));
        keep(first);
        keep(first);
        Answer again = form("letter");
        Asking.reads(again, help().draft_waits(Texts.in(Language.TI, InboxMessages.class).topic(Topic.LETTER)));
        assertEquals(0, form("work").document().select("main .notice").size());

        keep(filled("letter", Map.of("words", "ካልእ")));
        send("letter", Map.of("words", "ሳልሳይ"));
        send("letter", Map.of("do", "forget"));

        assertEquals(List.of("ካልእ", WORDS), Rows.of("select fields ->> 'words' from draft order by kept_at desc"));
        Answer kept = selam.get(again.document().select("main .notice a").attr("href"));
        assertEquals(WORDS, kept.document().select("#words").val());
        assertEquals(1, kept.document().select("main .notice").size(), "the other one");
        selam.submit(kept, "/help/ask", Map.of("words", WORDS + "!", "do", "keep", "language", "ti"));
        assertEquals(List.of(WORDS + "!", "ካልእ"), Rows.of("select fields ->> 'words' from draft order by kept_at desc"));
    }

    @Test
    void whatAnOlderVersionKeptIsGoneOnWith() {
        keep(filled("money", Map.of("words", WORDS)));
        Rows.run("update draft set about = 'new'");

        Answer form = Asking.open(selam, selam.get("/help").document().select("main .notice a").attr("href"), Language.TI);
        selam.submit(form, "/help/ask", Map.of("words", "ገንዘብ", "do", "keep", "language", "ti"));
        assertEquals(List.of("ገንዘብ"), Rows.of("select fields ->> 'words' from draft"));

        Rows.run("update draft set about = 'new'");
        selam.submit(selam.get("/help/ask?draft=new"), "/help/ask", Map.of("words", "ገንዘብ", "language", "ti"));
        assertEquals(List.of("0"), Rows.of("select count(*) from draft"));
    }

    /** One question, gone on with in two tabs: what is sent or kept from one takes nothing of the other away. */
    @Test
    void whatTwoTabsMakeOfOneQuestionIsKeptBoth() {
        keep(filled("money", Map.of("words", WORDS)));
        String address = selam.get("/help").document().select("main .notice a").attr("href");
        Answer one = selam.get(address);
        Answer other = selam.get(address);
        Answer third = selam.get(address);
        selam.submit(other, "/help/ask", Map.of("words", "ክልተ", "do", "keep", "language", "ti"));
        selam.submit(one, "/help/ask", Map.of("words", "ሓደ", "do", "keep", "language", "ti"));
        selam.submit(one, "/help/ask", Map.of("words", "ሓደ!", "do", "keep", "language", "ti"));

        assertEquals(303, selam.submit(third, "/help/ask", Map.of("words", WORDS, "language", "ti")).status());
        assertEquals(List.of("ሓደ!", "ክልተ"), Rows.of("select fields ->> 'words' from draft order by kept_at desc"));
        assertEquals(303, selam.submit(one, "/help/ask", Map.of("words", "ሓደ!", "do", "send", "language", "ti")).status());
        assertEquals(List.of("ክልተ"), Rows.of("select fields ->> 'words' from draft"));
    }

    @Test
    void noMoreAreKeptThanAnybodyKeeps() {
        for (int number = 0; number < Drafts.MOST_QUESTIONS; number++) {
            keep(filled("other", Map.of("words", "ሕቶ " + number)));
        }
        Map<String, String> last = filled("other", Map.of("words", "ሕቶ 20"));
        keep(last);
        keep(last);

        assertEquals(List.of("20 20 0"), Rows.of("select concat_ws(' ', count(*), count(distinct fields ->> 'words'),"
                + " count(*) filter (where fields ->> 'words' = 'ሕቶ 0')) from draft"), "two taps take the place of one");
        assertEquals(Drafts.MOST_QUESTIONS, Asking.open(selam, "/help", Language.TI).document().select("main .notice").size());
    }

    private void keep(Map<String, String> form) {
        assertEquals(303, selam.post("/help/ask", with(form, "do", "keep")).status());
    }

    /** After a pause, and from a page that was left open overnight: the browser still sends the cookie. */
    @ParameterizedTest
    @ValueSource(strings = {"PT20M", "PT13H"})
    void aQuestionSurvivesTheEndOfTheSessionAndTheDayAfter(Duration later) {
        Map<String, String> form = filled("health", Map.of("words", WORDS));
        TestClock.advance(later);
        Answer ended = selam.follow(selam.postWithFile("/help/ask", form, "photo", "", new byte[0]));
        Answer back = selam.choose(selam.open(ended.document().select("main a.button").attr("href")), Map.of("person", "z-tigrinya"));

        assertEquals(WORDS, back.document().select("#words").val(), back.path());
        Rows.clear("kept_form");
        assertEquals(WORDS, selam.get("/help/ask?draft=yes").document().select("#words").val());
    }

    @Test
    void whoSignsInAgainAfterTheBrowserForgotThemIsAskedForTheSubject() {
        Portal forgotten = Portal.visitor(Language.TI);
        Answer signIn = forgotten.follow(forgotten.postWithFile("/help/ask", filled("health", Map.of("words", WORDS)), "photo", "", new byte[0]));

        Answer back = forgotten.choose(signIn, Map.of("person", "z-tigrinya"));

        assertEquals(200, back.status());
        assertEquals("/help", back.path());
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        Answer form = form("letter");
        assertEquals(400, selam.submit(form, "/help/ask", Map.of("topic", "no-topic", "language", "ti")).status());
        assertEquals(400, selam.submit(form, "/help/ask", Map.of("language", "ti", "id", "7")).status());
        assertEquals(400, selam.post("/help/ask", Map.of("topic", "letter")).status());
        assertEquals(404, selam.get("/help/ask?topic=no-topic").status());
        assertEquals(403, Portal.signedIn("coach-a", Language.NL).get("/help").status());
    }

    private Answer form(String topic) {
        return Asking.open(selam, "/help/ask?topic=" + topic, Language.TI);
    }

    private Answer send(String topic, Map<String, String> typed) {
        return selam.post("/help/ask", filled(topic, typed));
    }

    private Map<String, String> filled(String topic, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(Map.of("language", "ti"));
        form(topic).document().select("form[action=/help/ask] input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.putAll(typed);
        return fields;
    }

    private static HelpMessages help() {
        return Texts.in(Language.TI, HelpMessages.class);
    }

    private static ConversationMessages say() {
        return Texts.in(Language.TI, ConversationMessages.class);
    }
}

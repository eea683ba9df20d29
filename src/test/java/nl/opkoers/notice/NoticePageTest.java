package nl.opkoers.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import nl.opkoers.served.ServedMunicipalities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selam says where she wants to hear that something waits, and that she does not any more. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(NoticeProviders.class)
class NoticePageTest {

    private static final String PAGE = "/my-data/notices";
    private static final String MAIL = "selam.t@example.nl";
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    @Inject
    Event<SomethingWaits> waits;

    @Inject
    Postman postman;

    @Inject
    Seal seal;

    @Inject
    Choices choices;

    @Inject
    @Any
    Instance<Provider> all;

    @Inject
    NoticeSettings settings;

    @Inject
    ServedMunicipalities served;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            // The mail server of the test tells of its own.
            if (!line.getLoggerName().startsWith("com.icegreen")) {
                log.add(new SimpleFormatter().format(line));
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        clear();
        LogManager.getLogManager().getLogger("").addHandler(listener);
    }

    @AfterEach
    void whatWasTypedIsInNoLog() {
        LogManager.getLogManager().getLogger("").removeHandler(listener);
        clear();
        for (String address : List.of(MAIL, "612345678", "12 34 56 78")) {
            assertTrue(log.stream().noneMatch(line -> line.contains(address)), log.toString());
        }
    }

    private static void clear() {
        TestClock.runOn();
        NoticeProviders.reset();
        Stream.of("notice", "notice_event", "notice_choice", "notice_address", "kept_form").forEach(Rows::clear);
    }

    @Test
    void nobodyGetsANoticeWhoDidNotAskForIt() {
        Answer page = selam(Language.EN).get(PAGE);
        assertEquals(200, page.status());
        assertTrue(page.text().contains(words(Language.EN).state_none()));
        assertTrue(page.text().contains(words(Language.EN).sent_text()), "what it would say");
    }

    @Test
    void selamTypesHerMailAndTheCodeThatCameThere() {
        Portal selam = selam(Language.TI);
        Answer sent = ask(selam, Channel.MAIL, MAIL);
        assertEquals(PAGE + "/code", URI.create(sent.location()).getPath());
        Answer code = selam.follow(sent);
        assertTrue(code.text().contains("s•••@example.nl"), code.text());
        assertFalse(code.body().contains(MAIL));

        postman.round();
        Answer entered = selam.submit(code, PAGE + "/code", Map.of("code", " " + mailedCode().replaceFirst("...", "$0 ") + " "));

        assertEquals(303, entered.status());
        Answer page = selam.follow(entered);
        assertTrue(page.text().contains(words(Language.TI).state_on(Channel.MAIL)), page.text());
        assertFalse(page.body().contains(MAIL), "somebody may look over her shoulder");
        assertTrue(Rows.everything().stream().noneMatch(row -> row.contains(MAIL)));
    }

    @Test
    void aPhoneNumberIsTakenAsPeopleWriteIt() {
        Portal selam = selam(Language.NL);
        selam.submit(selam.get(PAGE), PAGE + "/address", Map.of());
        assertEquals(303, ask(selam, Channel.SMS, "06 - 12 34 56 78").status());
        postman.round();
        assertEquals("+31612345678", NoticeProviders.sms().get(0).json().getString("phone_number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "selam", "selam@", "@example.nl", "a@b", "a b@example.nl", "a@example.nl, b@example.nl",
            "a@example.nl\r\nBcc: b@example.nl", "<a@example.nl>", "a@exa\u0000mple.nl"})
    void whatIsNoMailAddressIsSaidAndShownAgain(String typed) {
        Portal selam = selam(Language.NL);
        Answer page = ask(selam, Channel.MAIL, typed);
        assertEquals(400, page.status());
        assertTrue(page.text().contains(words(Language.NL).wrong(NoticeForm.Mistake.MAIL)));
        assertEquals(List.of("#mail"), page.document().select("[role=alert] a").eachAttr("href"));
        assertEquals(List.of("mail"), page.document().select("[aria-invalid=true]").eachAttr("id"));
        assertEquals(0, Rows.of("select id from notice").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "112", "0201234567", "+32 470 12 34 56", "0900 1234", "06 1234 567", "06 1234 56789", "14 020", "x612345678"})
    void onlyADutchMobileNumberIsSentTo(String typed) {
        assertEquals(400, ask(selam(Language.NL), Channel.SMS, typed).status());
        assertEquals(0, Rows.of("select id from notice").size());
    }

    @Test
    void aPhoneNumberAndACodeMayBeTypedInTheDigitsOfArabic() {
        Portal selam = selam(Language.AR);
        Answer code = selam.follow(ask(selam, Channel.SMS, "\u202a٠٦ ١٢٣٤ ٥٦٧٨\u202c"));
        postman.round();
        assertEquals("+31612345678", NoticeProviders.sms().get(0).json().getString("phone_number"));
        String typed = seal.code(asked()).chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + '٠'))).collect(Collectors.joining());

        assertEquals(303, selam.submit(code, PAGE + "/code", Map.of("code", typed + "\u200f")).status());
        assertEquals(List.of("SMS"), Rows.of("select channel from notice_choice"));
    }

    @Test
    void twoTapsSendOneCodeAndTheCodeIsRightTwice() {
        Portal selam = selam(Language.NL);
        ask(selam, Channel.MAIL, MAIL);
        Answer code = selam.follow(ask(selam, Channel.MAIL, MAIL));
        postman.round();
        assertEquals(1, NoticeProviders.mails().size());
        Map<String, String> typed = Map.of("code", mailedCode());

        assertEquals(303, selam.submit(code, PAGE + "/code", typed).status());
        Answer again = selam.submit(code, PAGE + "/code", typed);

        assertEquals(303, again.status(), again.text());
        assertTrue(selam.follow(again).text().contains(words(Language.NL).state_on(Channel.MAIL)));
        assertEquals(303, selam.submit(selam.get(PAGE), PAGE + "/stop", Map.of()).status());
        assertEquals(400, selam.submit(code, PAGE + "/code", typed).status(), "it does not undo what she did since");
    }

    @Test
    void anotherAddressRightAfterTheFirstGetsItsCode() {
        Portal selam = selam(Language.NL);
        ask(selam, Channel.MAIL, "selma.t@example.nl");
        ask(selam, Channel.MAIL, MAIL);
        postman.round();
        assertEquals(seal.code(asked()), mailedCode());
        assertEquals(1, NoticeProviders.mails().size(), "nothing goes to whoever has the address that she mistyped");
    }

    /** Mail may take its time: of two codes that come at once she would type the last, and that might be the first. */
    @Test
    void aCodeThatWasAskedForAnewIsNotSentAfterIt() {
        Portal selam = selam(Language.NL);
        NoticeProviders.mailDown();
        ask(selam, Channel.MAIL, MAIL);
        postman.round();
        TestClock.advance(Duration.ofMinutes(2));
        ask(selam, Channel.MAIL, MAIL);
        NoticeProviders.mailUp();
        TestClock.advance(Duration.ofMinutes(1));
        postman.round();
        assertEquals(1, NoticeProviders.mails().size());
        assertEquals(seal.code(asked()), mailedCode());
    }

    @Test
    void whoWantsNoNoticesAnyMoreGetsNoCodeEither() {
        Portal selam = selam(Language.NL);
        turnOn(selam);
        int before = NoticeProviders.mails().size();
        ask(selam, Channel.SMS, "06 12 34 56 78");
        selam.submit(selam.get(PAGE), PAGE + "/stop", Map.of());
        postman.round();
        assertEquals(List.of(), NoticeProviders.sms());
        assertEquals(before + 1, NoticeProviders.mails().size(), "that it was stopped is told where notices went");
    }

    @Test
    void aLinkStopsWhatStillComesToItsAddressHoweverOftenThatWasTyped() {
        Portal selam = selam(Language.TI);
        turnOn(selam);
        String link = notice();
        TestClock.advance(Duration.ofMinutes(2));
        turnOn(selam);

        Portal anybody = Portal.visitor(Language.TI);
        Answer looked = anybody.get(link);
        assertFalse(looked.text().contains(words(Language.TI).stopped_text()), looked.text());
        assertEquals(303, anybody.submit(looked, link, Map.of()).status());
        assertEquals(List.of("t"), Rows.of("select channel is null from notice_choice"));
    }

    @Test
    void aWrongCodeCanBeMistypedAFewTimesAndNoMore() {
        Portal selam = selam(Language.NL);
        Answer code = selam.follow(ask(selam, Channel.MAIL, MAIL));
        postman.round();
        String right = mailedCode();
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int time = 1; time < 5; time++) {
            Answer again = selam.submit(code, PAGE + "/code", Map.of("code", wrong));
            assertEquals(400, again.status());
            assertTrue(again.text().contains(words(Language.NL).code_wrong()), again.text());
        }
        assertTrue(selam.submit(code, PAGE + "/code", Map.of("code", wrong)).text()
                .contains(words(Language.NL).wrong(NoticeForm.Mistake.CODE)));
        assertEquals(400, selam.submit(code, PAGE + "/code", Map.of("code", right)).status());
        assertEquals(List.of(), Rows.of("select channel from notice_choice"));
    }

    @Test
    void aCodeHoldsForHalfAnHour() {
        Portal selam = selam(Language.NL);
        Answer code = selam.follow(ask(selam, Channel.MAIL, MAIL));
        postman.round();
        TestClock.advance(Duration.ofMinutes(10));
        selam.get(PAGE);
        TestClock.advance(Duration.ofMinutes(10));
        selam.get(PAGE);
        TestClock.advance(Duration.ofMinutes(11));
        assertEquals(400, selam.submit(code, PAGE + "/code", Map.of("code", mailedCode())).status());
        assertEquals(PAGE, URI.create(selam.get(PAGE + "/code").location()).getPath());
    }

    @Test
    void codesAreNotSentWithoutEnd() {
        Portal selam = selam(Language.NL);
        for (int time = 0; time < 5; time++) {
            assertEquals(303, ask(selam, Channel.MAIL, MAIL).status());
            postman.round();
            TestClock.advance(Duration.ofMinutes(2));
        }
        Answer many = ask(selam, Channel.MAIL, "else@example.nl");
        assertEquals(400, many.status());
        assertTrue(many.text().contains(words(Language.NL).wrong(NoticeForm.Mistake.MANY)));
        assertEquals(List.of(), many.document().select("[aria-invalid]").eachAttr("id"), "nothing is wrong with the address");
        assertEquals("else@example.nl", many.document().select("#mail").val());
        postman.round();
        assertEquals(5, NoticeProviders.mails().size());
        assertEquals(303, ask(Portal.signedIn("b1-arabic-exam", Language.NL), Channel.MAIL, "else@example.nl").status());
    }

    @Test
    void somebodyElsesCodeIsOfNoUse() {
        Portal selam = selam(Language.NL);
        ask(selam, Channel.MAIL, MAIL);
        postman.round();
        Portal other = Portal.signedIn("b1-arabic-exam", Language.NL);
        Answer theirs = other.follow(ask(other, Channel.MAIL, "other@example.nl"));
        assertEquals(400, other.submit(theirs, PAGE + "/code", Map.of("code", mailedCode())).status());
        assertFalse(other.get(PAGE).text().contains("s•••"));
    }

    @Test
    void theLinkInANoticeStopsItWithOneTapWithoutSigningIn() {
        turnOn(selam(Language.TI));
        String link = notice();
        Portal anybody = Portal.visitor(Language.TI);

        Answer looked = anybody.get(link);
        assertEquals(200, looked.status());
        assertEquals(List.of("MAIL"), Rows.of("select channel from notice_choice"), "looking stops nothing");
        PageInvariants.check(looked.body(), Language.TI, link);

        Answer stopped = anybody.follow(anybody.submit(looked, link, Map.of()));
        assertTrue(stopped.text().contains(words(Language.TI).stopped_text()));
        assertEquals(List.of("t"), Rows.of("select channel is null and address is null from notice_choice"));
        assertTrue(anybody.get(link).text().contains(words(Language.TI).stopped_text()), "and again");
        int before = NoticeProviders.mails().size();
        postman.round();
        assertEquals(before, NoticeProviders.mails().size(), "who reads the mail knows");
        assertEquals(303, anybody.post(link, Map.of("csrf-token", looked.document().select("main input[name=csrf-token]").val())).status());
        assertTrue(selam(Language.TI).get(PAGE).text().contains(words(Language.TI).state_stopped()));
    }

    @Test
    void aMailProgramStopsItByItself() {
        turnOn(selam(Language.TI));
        String link = notice();
        assertEquals(204, oneClick(link));
        assertEquals(List.of("t"), Rows.of("select channel is null from notice_choice"));
        assertEquals(204, oneClick(link), "and again");
    }

    @Test
    void aForgedLinkStopsNothing() {
        turnOn(selam(Language.TI));
        String link = notice();
        String choice = Rows.of("select stop from notice_choice").get(0);
        char last = link.charAt(link.length() - 2);
        for (String forged : List.of(link.substring(0, link.length() - 2) + (last == 'A' ? 'B' : 'A') + link.substring(link.length() - 1),
                "/notices/stop/" + choice, "/notices/stop/x", "/notices/stop/" + "A".repeat(38), "/notices/stop/%00", link + "A")) {
            assertEquals(404, Portal.visitor(Language.TI).get(forged).status(), forged);
            assertEquals(404, oneClick(forged), forged);
        }
        assertEquals(List.of("MAIL"), Rows.of("select channel from notice_choice"));
    }

    @Test
    void anOldLinkDoesNotStopWhatGoesElsewhere() {
        Portal selam = selam(Language.TI);
        turnOn(selam);
        String link = notice();
        selam.follow(ask(selam, Channel.SMS, "0612345678"));
        postman.round();
        selam.submit(selam.get(PAGE + "/code"), PAGE + "/code", Map.of("code", seal.code(asked())));
        assertEquals(List.of("SMS"), Rows.of("select channel from notice_choice"));
        assertTrue(Portal.visitor(Language.TI).get(link).text().contains(words(Language.TI).stopped_text()));
        assertEquals(204, oneClick(link));
        assertEquals(List.of("SMS"), Rows.of("select channel from notice_choice"));
    }

    @Test
    void sheStopsOnThePageAndNothingMoreIsSent() {
        Portal selam = selam(Language.TI);
        turnOn(selam);
        tell();
        assertEquals(303, selam.submit(selam.get(PAGE), PAGE + "/stop", Map.of()).status());
        TestClock.advance(Duration.ofMinutes(6));
        int before = NoticeProviders.mails().size();
        postman.round();
        assertEquals(before + 1, NoticeProviders.mails().size());
        assertTrue(lastMail().startsWith(words(Language.TI).stopped_text()), "but that it stopped: " + lastMail());
        postman.round();
        assertEquals(before + 1, NoticeProviders.mails().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/my-data/forget"})
    void whoStopsFirstCannotLeadHerNoticesAwayUnnoticed(String by) {
        Portal selam = selam(Language.TI);
        turnOn(selam);
        Answer page = selam.get(by);
        if (by.equals(PAGE)) {
            assertEquals(303, selam.submit(page, PAGE + "/stop", Map.of()).status());
        } else {
            Answer sure = selam.submit(page, by + "/check", Map.of("kind", "NOTICES"));
            assertEquals(303, selam.submit(sure, by + "/now", Map.of()).status());
        }
        assertEquals(List.of("t"), Rows.of("select channel is null and address is null from notice_choice"));
        selam.follow(ask(selam, Channel.SMS, "0612345678"));
        selam.submit(selam.get(PAGE + "/code"), PAGE + "/code", Map.of("code", seal.code(asked())));
        postman.round();

        assertTrue(lastMail().startsWith(words(Language.TI).stopped_text()), lastMail());
        assertFalse(lastMail().contains("612345678"));
    }

    @Test
    void languageAndQuietHoursAreHers() {
        Portal selam = selam(Language.TI);
        turnOn(selam);
        Map<String, String> how = Map.of("language", "nl", "from", "13:00", "until", "14:30");
        selam.submit(selam.get(PAGE), PAGE + "/how", how);
        Answer page = selam.get(PAGE);
        assertEquals("nl", page.document().select("main input[name=language][checked]").val());
        assertEquals("13:00", page.document().select("#quiet-from").val());
        assertEquals(PAGE + "/worker.js?lang=nl", page.document().select("#push").attr("data-worker"), "what a browser says too");
        assertEquals(List.of("14:30:00"), Rows.of("select quiet_until from notice_choice"));
    }

    @ParameterizedTest
    @CsvSource({"late, 08:15, quiet-from", "9:15, '', quiet-until"})
    void timesThatAreNoneAreShownAgainWhereTheyWereTyped(String from, String until, String wrong) {
        Portal selam = selam(Language.TI);
        turnOn(selam);

        Answer told = selam.submit(selam.get(PAGE), PAGE + "/how", Map.of("language", "en", "from", from, "until", until));

        assertEquals(400, told.status());
        PageInvariants.check(told.body(), Language.TI, told.path());
        assertEquals("en", told.document().select("main input[name=language][checked]").val());
        assertEquals(from + " " + until, told.document().select("#quiet-from").val() + " " + told.document().select("#quiet-until").val());
        assertEquals(List.of(wrong), told.document().select("[aria-invalid=true]").eachAttr("id"));
        assertEquals(List.of("#" + wrong), told.document().select("[role=alert] a").eachAttr("href"));
        assertEquals(words(Language.TI).wrong(NoticeForm.Mistake.TIMES), told.document().select("#how ~ form .wrong").text());
        assertEquals(List.of("00:00:00"), Rows.of("select quiet_until from notice_choice"));
        assertEquals(303, selam.submit(told, PAGE + "/how", Map.of("language", "en", "from", "9:15", "until", "08:15")).status());
        assertEquals(List.of("09:15:00"), Rows.of("select quiet_from from notice_choice"), "as somebody types it whose browser knows no times");
    }

    @Test
    void aBrowserCanBeSetAndOnlyOneOfAPushServiceThatIsTrusted() {
        Portal selam = selam(Language.TI);
        for (String address : List.of("http://169.254.169.254/latest", "https://evil.example/push", "https://evilnotify.windows.com/x",
                "https://notify.windows.com.evil.example/", NoticeProviders.pushOrigin() + "@evil.example/", "", "nonsense",
                "https://wns.notify.windows.com@evil.example/")) {
            assertEquals(400, selam.submit(selam.get(PAGE), PAGE + "/push", Map.of("address", address)).status(), address);
        }
        assertEquals(303, selam.submit(selam.get(PAGE), PAGE + "/push",
                Map.of("address", NoticeProviders.browser("hers"))).status());
        assertTrue(selam.get(PAGE).text().contains(words(Language.TI).state_on(Channel.PUSH)));
        assertTrue(Rows.everything().stream().noneMatch(row -> row.contains("/push/hers")));
        ParticipantKey key = new ParticipantKey("9901", Rows.of("select participant from notice_choice").get(0));
        assertTrue(seal.open(key, choices.of(key).orElseThrow().address).orElseThrow().matches(".*/push/hers#[\\w-]{87}"),
                "with which key she was asked is known when the portal has another one");
    }

    @Test
    void whatABrowserSaysWhenItIsWokenIsNeutralAndInHerLanguage() {
        Answer worker = Portal.visitor(Language.AR).get(PAGE + "/worker.js?lang=ar");
        assertEquals(200, worker.status());
        assertTrue(worker.body().contains(words(Language.AR).sent_text()));
        assertTrue(worker.body().contains(words(Language.NL).sent_text()));
    }

    @Test
    void anAddressThatWasTypedTooLateIsNotKept() {
        Portal selam = selam(Language.TI);
        Answer page = selam.get(PAGE);
        TestClock.advance(Duration.ofMinutes(16));
        Answer late = selam.submit(page, PAGE + "/address", Map.of("channel", "MAIL", "mail", MAIL));
        assertEquals(303, late.status());
        assertTrue(Rows.everything().stream().noneMatch(row -> row.contains(MAIL)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereNothingIsSetUpNothingIsOffered(Language language) {
        offerOnly(Set.of());
        Portal selam = selam(language);
        Answer page = selam.get(PAGE);
        assertEquals(200, page.status());
        assertTrue(page.text().contains(words(language).not_offered()));
        assertEquals(0, page.document().select("main form").size());
        PageInvariants.check(page.body(), language, page.path());
        Map<String, String> typed = Map.of("csrf-token", page.document().select("input[name=csrf-token]").val(),
                "channel", "MAIL", "mail", MAIL, "address", NoticeProviders.browser("hers"));
        assertEquals(400, selam.post(PAGE + "/address", typed).status());
        assertEquals(400, selam.post(PAGE + "/push", typed).status());
    }

    @Test
    void whoseChannelIsTakenAwayReadsThatNoticesStoppedAndChoosesAnother() {
        Portal selam = selam(Language.TI);
        turnOn(selam);
        offerOnly(Set.of(Channel.SMS));
        Answer page = selam.get(PAGE);
        assertTrue(page.text().contains(words(Language.TI).state_stopped()), page.text());
        assertFalse(page.text().contains(words(Language.TI).state_on(Channel.MAIL)), page.text());
        assertEquals(1, page.document().select("main #sms").size());
    }

    @Test
    void thePagesAreForWhoIsSignedInAndAForm() {
        assertEquals(303, Portal.visitor(Language.NL).get(PAGE).status());
        assertEquals(303, Portal.visitor(Language.NL).get(PAGE + "/code").status());
        assertEquals(400, selam(Language.NL).post(PAGE + "/stop", Map.of("x", "y")).status());
        Portal coach = Portal.visitor(Language.NL);
        coach.signIn("coach-a", "/");
        assertEquals(403, coach.get(PAGE).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyStateOfThePageIsAsAPageShouldBe(Language language) {
        Portal selam = selam(language);
        List<Answer> pages = new ArrayList<>(List.of(selam.get(PAGE), ask(selam, Channel.SMS, "x"), ask(selam, Channel.MAIL, "x")));
        Answer code = selam.follow(ask(selam, Channel.MAIL, MAIL));
        pages.add(code);
        pages.add(selam.get(PAGE));
        pages.add(selam.submit(code, PAGE + "/code", Map.of("code", "1")));
        turnOn(selam);
        pages.add(selam.get(PAGE));
        tell();
        Rows.run("update notice set settled_at = now() where kind = 'NUDGE'");
        for (NoticeView.Last last : NoticeView.Last.values()) {
            Rows.run("update notice set state = '" + last + "' where kind = 'NUDGE'");
            Answer page = selam.get(PAGE);
            assertTrue(page.text().contains(words(language).last(last)), last + " " + page.text());
            pages.add(page);
        }
        selam.submit(selam.get(PAGE), PAGE + "/stop", Map.of());
        pages.add(selam.get(PAGE));
        for (Answer page : pages) {
            PageInvariants.check(page.body(), language, page.path());
            HeaderInvariants.check(page.headers(), true);
        }
    }

    @Test
    void thatAnAddressTookNothingIsNotSaidOfTheOneThatCameAfterIt() {
        Portal selam = selam(Language.NL);
        String refused = words(Language.NL).last(NoticeView.Last.REFUSED);
        turnOn(selam);
        tell();
        Rows.run("update notice set state = 'REFUSED', due_at = null, settled_at = now() where kind = 'NUDGE'");
        Rows.run("update notice_choice set channel = null, address = null, stopped_at = now()");
        assertTrue(selam.get(PAGE).text().contains(refused));

        TestClock.advance(Duration.ofMinutes(2));
        turnOn(selam);

        Answer page = selam.get(PAGE);
        assertTrue(page.text().contains(words(Language.NL).state_on(Channel.MAIL)), page.text());
        assertFalse(page.text().contains(refused), page.text());
    }

    private static Portal selam(Language language) {
        return Portal.signedIn("z-tigrinya", language);
    }

    private void offerOnly(Set<Channel> channels) {
        QuarkusMock.installMockForType(new Providers(all, settings, served) {
            @Override
            Set<Channel> channels() {
                return channels;
            }
        }, Providers.class);
    }

    private static NoticeMessages words(Language language) {
        return Texts.in(language, NoticeMessages.class);
    }

    private static Answer ask(Portal portal, Channel channel, String address) {
        Answer page = portal.get(PAGE);
        String token = page.document().select("main input[name=csrf-token]").get(0).val();
        return portal.post(PAGE + "/address",
                Map.of("csrf-token", token, "channel", channel.name(), channel.getField(), address));
    }

    /** Her mail is on, at any hour. */
    private void turnOn(Portal portal) {
        Answer code = portal.follow(ask(portal, Channel.MAIL, MAIL));
        postman.round();
        portal.submit(code, PAGE + "/code", Map.of("code", seal.code(asked())));
        Rows.run("update notice_choice set quiet_from = '00:00', quiet_until = '00:00'");
    }

    private static UUID asked() {
        return UUID.fromString(Rows.of("select id from notice_address").get(0));
    }

    private void tell() {
        String participant = Rows.of("select participant from notice_choice").get(0);
        QuarkusTransaction.requiringNew().run(() -> waits.fire(new SomethingWaits(new ParticipantKey("9901", participant),
                UUID.randomUUID())));
    }

    /** Something happens, and she gets a mail: the path of the link in it. */
    private String notice() {
        tell();
        TestClock.advance(Duration.ofMinutes(6));
        postman.round();
        String text = NoticeProviders.text(NoticeProviders.mails().get(NoticeProviders.mails().size() - 1));
        String link = text.substring(text.indexOf("/notices/stop/")).strip();
        assertTrue(link.endsWith("?lang=ti"), link);
        return link.replaceFirst("\\?.*", "");
    }

    private static String lastMail() {
        return NoticeProviders.text(NoticeProviders.mails().get(NoticeProviders.mails().size() - 1));
    }

    private static String mailedCode() {
        Matcher code = CODE.matcher(NoticeProviders.text(NoticeProviders.mails().get(0)));
        assertTrue(code.find());
        return code.group(1);
    }

    /** As a mail program does (RFC 8058): without a cookie. */
    private static int oneClick(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + path + "?at-once=yes"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")).build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding()).join().statusCode();
    }
}

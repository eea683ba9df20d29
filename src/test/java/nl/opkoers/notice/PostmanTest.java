package nl.opkoers.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.notice.NoticeProviders.Call;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam, Hana and Tarek are told that something waits: once, whatever fails, and never of what. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(NoticeProviders.class)
class PostmanTest {

    private static final ParticipantKey SELAM = new ParticipantKey("9901", "selam");
    private static final ParticipantKey HANA = new ParticipantKey("9901", "hana");
    private static final Duration COLLECTED = Duration.ofMinutes(6);
    private static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    /** What somebody on the sofa must not read on a phone that is not theirs. */
    private static final List<String> TELLTALE = List.of("inburger", "integra", "uyum", "اندماج", "ምውህሃድ", "gemeente", "municipal",
            "belediye", "البلدية", "ምምሕዳር", "coach", "danışman", "المرشد", "ኣማኻሪ", "Waterstad", "DUO", "IND", "PIP", "examen", "exam",
            "selam", "9901", "uren", "hours", "les");

    @Inject
    Event<SomethingWaits> waits;

    @Inject
    Choices choices;

    @Inject
    Postman postman;

    @Inject
    Sorting sorting;

    @Inject
    Seal seal;

    @Inject
    PushProvider push;

    @BeforeEach
    @AfterEach
    void allIsQuiet() {
        TestClock.runOn();
        NoticeProviders.reset();
        Stream.of("notice", "notice_event", "notice_choice", "notice_address").forEach(Rows::clear);
    }

    @Test
    void selamGetsAMailThatSomethingWaits() throws MessagingException {
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        tell(SELAM);
        postman.round();
        assertEquals(0, NoticeProviders.mails().size(), "what happens is collected first");

        TestClock.advance(COLLECTED);
        postman.round();
        postman.round();

        Message mail = only(NoticeProviders.mails());
        NoticeMessages words = Texts.in(Language.TI, NoticeMessages.class);
        assertEquals(words.sent_subject(), mail.getSubject());
        assertEquals(NoticeProviders.FROM, mail.getFrom()[0].toString());
        assertEquals("selam@example.nl", mail.getAllRecipients()[0].toString());
        String text = NoticeProviders.text(mail);
        assertTrue(text.startsWith(words.sent_text() + "\n" + dutch().sent_text() + "\n\n" + NoticeProviders.PORTAL + "/"), text);
        assertTrue(text.contains(stopLink()), text);
        assertEquals("<" + stopLink() + "?at-once=yes>", mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", ""));
        assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post")[0]);
        assertEquals(List.of("SENT"), states());
    }

    @Test
    void hanaGetsAnSmsByNotifyNlAndItsDeliveryIsAskedFor() throws InvalidJwtException {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        tell(HANA);
        TestClock.advance(COLLECTED);
        postman.round();

        Call sms = only(NoticeProviders.sms());
        JsonObject said = sms.json();
        assertEquals("+31612345678", said.getString("phone_number"));
        assertEquals(NoticeProviders.TEMPLATE, said.getString("template_id"));
        assertEquals(Rows.of("select id from notice"), List.of(said.getString("reference")));
        assertEquals(List.of("message"), List.copyOf(said.getJsonObject("personalisation").fieldNames()));
        String text = said.getJsonObject("personalisation").getString("message");
        assertTrue(text.startsWith(Texts.in(Language.AR, NoticeMessages.class).sent_text() + "\n" + dutch().sent_text()), text);
        assertEquals(NoticeProviders.SERVICE, signedBy(sms).getClaimValueAsString("iss"));
        assertEquals(List.of("SENT"), states());

        NoticeProviders.STATES.replaceAll((id, state) -> "delivered");
        TestClock.advance(Duration.ofMinutes(2));
        postman.round();
        assertEquals(List.of("DELIVERED"), states());
        assertEquals(1, NoticeProviders.sms().size());
    }

    @Test
    void thatAnSmsNeverArrivedIsKept() {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        tell(HANA);
        TestClock.advance(COLLECTED);
        postman.round();
        TestClock.advance(Duration.ofMinutes(2));
        postman.round();
        assertEquals(List.of("SENT"), states(), "still under way");
        NoticeProviders.STATES.replaceAll((id, state) -> "permanent-failure");
        TestClock.advance(Duration.ofMinutes(6));
        postman.round();
        assertEquals(List.of("FAILED"), states());
    }

    @Test
    void aBrowserIsWokenWithNothingToRead() throws InvalidJwtException {
        choices.push(SELAM, NoticeProviders.browser("selam-phone"), Language.TI);
        choices.save(SELAM, Language.TI, NONE);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        postman.round();

        Call call = only(NoticeProviders.pushes());
        assertEquals("", call.body());
        assertEquals("86400", call.headers().get("ttl"));
        String header = call.headers().get("authorization");
        String token = header.replaceAll("vapid t=([^,]+), k=.*", "$1");
        JwtClaims claims = new JwtConsumerBuilder().setVerificationKey(NoticeProviders.pushKey())
                .setExpectedAudience(NoticeProviders.pushOrigin()).setExpectedSubject("mailto:beheer@example.nl")
                .setRequireExpirationTime().build().processToClaims(token);
        assertTrue(claims.hasClaim("exp"));
        assertEquals(List.of("SENT"), states());
    }

    /** It has taken it, and says something of it that nobody reads: that this never ends holds up no other. */
    @Test
    void aServiceThatStopsHalfwayItsAnswerIsNotWaitedFor() {
        choices.push(SELAM, NoticeProviders.browser("unfinished"), Language.TI);
        choices.save(SELAM, Language.TI, NONE);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        assertTimeoutPreemptively(Duration.ofSeconds(30), postman::round);
        assertEquals(List.of("SENT"), states());
    }

    @Test
    void whoeverSwitchedItOffInTheBrowserIsLeftInPeace() {
        choices.push(SELAM, NoticeProviders.browser("gone"), Language.TI);
        choices.save(SELAM, Language.TI, NONE);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        NoticeProviders.answerWith(410);
        postman.round();
        assertEquals(List.of("REFUSED"), states());
        assertNull(choices.of(SELAM).orElseThrow().channel);
        tell(SELAM);
        TestClock.advance(Duration.ofHours(5));
        postman.round();
        assertEquals(1, NoticeProviders.pushes().size());
    }

    /** With which key a browser was asked holds for as long as it is woken: no service takes another one for it (RFC 8292, section 4). */
    @Test
    void whoseBrowserWasAskedWithAKeyFromBeforeIsAskedAgainInsteadOfCalledForADay() {
        choices.push(SELAM, NoticeProviders.browser("before") + "#B-the-key-from-before", Language.TI);
        choices.save(SELAM, Language.TI, NONE);
        choices.push(HANA, push.withKey(NoticeProviders.browser("now")), Language.AR);
        choices.save(HANA, Language.AR, NONE);
        tell(SELAM);
        tell(HANA);
        TestClock.advance(COLLECTED);

        postman.round();

        assertEquals(List.of("/push/now"), NoticeProviders.pushes().stream().map(Call::path).toList());
        assertEquals(List.of("hana SENT", "selam REFUSED"), Rows.of("select participant || ' ' || state from notice order by 1"));
        assertNull(choices.of(SELAM).orElseThrow().channel, "and her page says that notices go nowhere");
    }

    @Test
    void aWholeDayOfNewsIsFewNotices() {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        IntStream.range(0, 20).forEach(each -> tell(HANA));
        TestClock.advance(COLLECTED);
        postman.round();
        IntStream.range(0, 20).forEach(each -> tell(HANA));
        TestClock.advance(Duration.ofHours(3));
        postman.round();
        assertEquals(1, NoticeProviders.sms().size(), "the next one comes four hours after this");
        TestClock.advance(Duration.ofMinutes(61));
        postman.round();
        assertEquals(2, NoticeProviders.sms().size());
    }

    @Test
    void twoNodesAtOnceTellEverybodyOnce() {
        List<ParticipantKey> people = IntStream.range(0, 12).mapToObj(each -> new ParticipantKey("9901", "p" + each)).toList();
        people.forEach(key -> wants(key, Channel.SMS, "+316123456" + (10 + people.indexOf(key)), Language.NL));
        people.forEach(this::tell);
        TestClock.advance(COLLECTED);
        Stream.generate(() -> CompletableFuture.runAsync(postman::round)).limit(4).toList().forEach(CompletableFuture::join);
        postman.round();
        assertEquals(12, NoticeProviders.sms().stream().map(call -> call.json().getString("phone_number")).distinct().count());
        assertEquals(12, NoticeProviders.sms().size());
    }

    @Test
    void aNodeThatDiesWhileSendingTellsNobodyTwice() {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        tell(HANA);
        TestClock.advance(COLLECTED);
        // As far as a node came that was killed before it kept what NotifyNL said.
        QuarkusTransaction.requiringNew().run(() -> assertTrue(sorting.next(EnumSet.allOf(Channel.class)).isPresent()));
        tell(HANA);
        postman.round();
        assertEquals(List.of("SENDING"), states());

        TestClock.advance(COLLECTED);
        postman.round();
        assertEquals(List.of("LOST", "WAITING"), states(), "what happened meanwhile gets a notice of its own");
        assertEquals(0, NoticeProviders.sms().size());
        TestClock.advance(Duration.ofHours(5));
        postman.round();
        assertEquals(1, NoticeProviders.sms().size());
    }

    @Test
    void notifyNlIsDownAndThenUp() {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        tell(HANA);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        NoticeProviders.answerWith(503);
        postman.round();
        assertEquals(1, NoticeProviders.mails().size(), "nobody else waits for it");
        assertEquals(List.of("SENT", "WAITING"), states().stream().sorted().toList());

        for (int again = 0; again < 3; again++) {
            TestClock.advance(Duration.ofSeconds(8));
            postman.round();
        }
        NoticeProviders.answerWith(0);
        postman.round();
        assertEquals(4, NoticeProviders.sms().size(), "not at once: four seconds later at the earliest");
        TestClock.advance(Duration.ofSeconds(8));
        postman.round();
        postman.round();
        assertEquals(List.of("SENT", "SENT"), states());
    }

    /** Of 400 what comes with it counts: somebody who deletes the template must not make an end to everybody's notices. */
    @ParameterizedTest
    @CsvSource({"BadRequestError,Template has been deleted,WAITING,SMS", "BadRequestError,Service is not allowed to send text messages,WAITING,SMS",
            "ValidationError,phone_number Number is not valid,REFUSED,", "InvalidPhoneError,Not a valid number,REFUSED,"})
    void whatNotifyNlRefusesIsUnderstood(String error, String message, String state, String stays) {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        tell(HANA);
        TestClock.advance(COLLECTED);
        NoticeProviders.answerWith(400, error, message);
        postman.round();
        assertEquals(List.of(state), states());
        assertEquals(Arrays.asList(stays), Rows.of("select channel from notice_choice"));
    }

    @Test
    void theMailServerIsDownAndThenUp() {
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        NoticeProviders.mailDown();
        postman.round();
        assertEquals(List.of("WAITING"), states());
        NoticeProviders.mailUp();
        TestClock.advance(Duration.ofSeconds(2));
        postman.round();
        assertEquals(1, NoticeProviders.mails().size());
    }

    @ParameterizedTest
    @CsvSource({"550 no such user,REFUSED,", "451 come back later,WAITING,MAIL", "421 closing,WAITING,MAIL"})
    void whatTheMailServerAnswersIsUnderstood(String answer, String state, String stays) {
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        NoticeProviders.mailDown();
        try (SmtpScript script = new SmtpScript(NoticeProviders.mailPort(), answer, false)) {
            postman.round();
        }
        assertEquals(List.of(state), states());
        assertEquals(Arrays.asList(stays), Rows.of("select channel from notice_choice"));
    }

    @Test
    void aMailServerThatHangsUpMayHaveTakenItSoItIsNotSentAgain() {
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        NoticeProviders.mailDown();
        try (SmtpScript script = new SmtpScript(NoticeProviders.mailPort(), "250 fine", true)) {
            postman.round();
        }
        assertEquals(List.of("LOST"), states());
    }

    @Test
    void aMailTellsNothingOfTheMachineThatSendsIt() {
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        tell(SELAM);
        TestClock.advance(COLLECTED);
        postman.round();
        String id = header(only(NoticeProviders.mails()), "Message-ID");
        assertTrue(id.matches("<[0-9a-f-]{36}@[^@>]+>"), id);
        assertFalse(id.contains("localhost"), id);
    }

    @Test
    void afterADayOfTryingItIsGivenUp() {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        tell(HANA);
        TestClock.advance(COLLECTED);
        NoticeProviders.answerWith(500);
        for (int hour = 0; hour < 26; hour++) {
            postman.round();
            TestClock.advance(Duration.ofHours(1));
        }
        assertEquals(List.of("FAILED"), states());
        assertTrue(NoticeProviders.sms().size() > 20, "it was tried");
        assertEquals(Channel.SMS, choices.of(HANA).orElseThrow().channel, "and her number is not to blame");
    }

    @Test
    void whatHappensWhileNobodyTakesANoticeIsToldByAnotherWhenThatOneIsGivenUp() {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        tell(HANA);
        TestClock.advance(COLLECTED);
        NoticeProviders.answerWith(500);
        postman.round();
        TestClock.advance(Duration.ofHours(23));
        tell(HANA);
        TestClock.advance(Duration.ofHours(2));
        postman.round();
        assertEquals(List.of("FAILED", "WAITING"), states());

        NoticeProviders.answerWith(0);
        TestClock.advance(COLLECTED);
        postman.round();

        assertEquals(List.of("FAILED", "SENT"), states());
    }

    @Test
    void atNightNobodyIsWoken() {
        wants(HANA, Channel.SMS, "+31612345678", Language.AR);
        choices.save(HANA, Language.AR, QuietHours.AT_NIGHT);
        ZonedDateTime now = TestClock.now().atZone(Dates.AMSTERDAM);
        ZonedDateTime late = now.plusDays(1).with(LocalTime.of(22, 0));
        TestClock.advance(Duration.between(now, late));
        tell(HANA);
        TestClock.advance(COLLECTED);
        postman.round();
        TestClock.advance(Duration.ofHours(9));
        postman.round();
        assertEquals(0, NoticeProviders.sms().size(), "just after seven");
        TestClock.advance(Duration.ofHours(1));
        postman.round();
        assertEquals(1, NoticeProviders.sms().size());
    }

    @Test
    void aCodeForAnAddressDoesNotWaitForTheMorning() {
        ZonedDateTime now = TestClock.now().atZone(Dates.AMSTERDAM);
        TestClock.advance(Duration.between(now, now.plusDays(1).with(LocalTime.of(23, 0))));
        choices.ask(SELAM, Channel.SMS, "+31612345678", Language.TI);
        postman.round();
        String text = only(NoticeProviders.sms()).json().getJsonObject("personalisation").getString("message");
        assertTrue(text.contains(seal.code(UUID.fromString(Rows.of("select id from notice_address").get(0)))), text);
        assertFalse(text.contains("http"), "who asks for a code has the page before them");
    }

    @Test
    void whatWasSentIsAnnouncedAtTheAddressThatWasLeft() {
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        wants(SELAM, Channel.SMS, "+31612345678", Language.TI);
        postman.round();
        Message told = NoticeProviders.mails().get(NoticeProviders.mails().size() - 1);
        assertEquals(List.of("selam@example.nl"), recipients(told));
        assertTrue(NoticeProviders.text(told).startsWith(Texts.in(Language.TI, NoticeMessages.class).changed_text()));
        assertFalse(NoticeProviders.text(told).contains("612345678"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingThatIsSentBetraysAnything(Language language) throws MessagingException {
        wants(SELAM, Channel.MAIL, "somebody@voorbeeld.nl", language);
        wants(HANA, Channel.SMS, "+31612345678", language);
        wants(SELAM, Channel.MAIL, "someone@voorbeeld.nl", language);
        tell(SELAM);
        tell(HANA);
        TestClock.advance(COLLECTED);
        postman.round();

        assertEquals(2, NoticeProviders.mails().size());
        for (Message mail : NoticeProviders.mails()) {
            checkNeutral(mail.getSubject() + "\n" + NoticeProviders.text(mail));
            Arrays.stream(new String[] {"From", "Reply-To", "Sender", "List-Unsubscribe"})
                    .forEach(name -> checkNeutral(header(mail, name)));
        }
        assertEquals(1, NoticeProviders.sms().size());
        NoticeProviders.sms().forEach(call -> checkNeutral(call.json().getJsonObject("personalisation").encode()));
    }

    @Test
    void noAddressIsKeptToBeRead() {
        wants(SELAM, Channel.MAIL, "selam@example.nl", Language.TI);
        assertTrue(choices.ask(SELAM, Channel.SMS, "+31612345678", Language.TI));
        String everything = String.join("\n", Rows.everything());
        for (String address : List.of("selam@example.nl", "612345678")) {
            assertFalse(everything.contains(address));
            assertFalse(everything.contains(hex(address)));
        }
        assertEquals("selam@example.nl", seal.open(SELAM, choices.of(SELAM).orElseThrow().address).orElseThrow());
        assertTrue(seal.open(HANA, choices.of(SELAM).orElseThrow().address).isEmpty(), "nor in somebody else's row");
    }

    /** As with the page: the address is typed, and confirmed by what came there. */
    private void wants(ParticipantKey key, Channel channel, String address, Language language) {
        assertTrue(choices.ask(key, channel, address, language));
        String code = seal.code(choices.asked(key).orElseThrow().id);
        assertEquals(Choices.Entered.RIGHT, choices.enter(key, code));
        choices.save(key, language, NONE);
        Rows.run("delete from notice where kind = 'CODE'");
    }

    private void tell(ParticipantKey key) {
        QuarkusTransaction.requiringNew().run(() -> waits.fire(new SomethingWaits(key, UUID.randomUUID())));
    }

    private String stopLink() {
        return NoticeProviders.PORTAL + "/notices/stop/" + seal.stop(choices.of(SELAM).orElseThrow().stop);
    }

    private static NoticeMessages dutch() {
        return Texts.in(Language.NL, NoticeMessages.class);
    }

    private static JwtClaims signedBy(Call sms) throws InvalidJwtException {
        return new JwtConsumerBuilder().setVerificationKey(new HmacKey(NoticeProviders.SECRET.getBytes(StandardCharsets.UTF_8)))
                .setRequireIssuedAt().setRelaxVerificationKeyValidation().build()
                .processToClaims(sms.headers().get("authorization").replaceFirst("Bearer ", ""));
    }

    private static void checkNeutral(String sent) {
        // The link to stop is made of chance, which may spell anything.
        String words = sent.replaceAll("(?s)/notices/stop/\\S+", "");
        TELLTALE.forEach(word -> assertFalse(Pattern.compile("(?iu)(?<!\\p{L})" + word).matcher(words).find(),
                word + " in " + words));
    }

    private static String header(Message mail, String name) {
        try {
            return mail.getHeader(name) == null ? "" : String.join(" ", mail.getHeader(name));
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> recipients(Message mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> states() {
        return Rows.of("select state from notice where kind = 'NUDGE' order by created_at, state");
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hex.append("%02x".formatted(each));
        }
        return hex.toString();
    }

    private static <T> T only(List<T> all) {
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }
}

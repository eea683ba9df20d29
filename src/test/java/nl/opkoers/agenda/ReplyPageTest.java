package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Letting know that one comes, cannot come or wants another time: once, never lost, and it says how far it has come. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ReplyPageTest {

    private static final String PERSON = "g-english-shift";
    private static final String ITEM = "/agenda/gesprek-1";
    private static final String CONFIRM = ITEM + "/confirm";
    private static final String DECLINE = ITEM + "/decline";
    private static final String MOVE = ITEM + "/move";

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    Dispatcher dispatcher;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        List.of("dossier_snapshot", "agenda_snapshot", "outbox", "kept_form").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneTapConfirmsFromTheListAndTheItemSaysSo(Language language) {
        Portal liam = withTalkTomorrow(language);

        Answer sent = liam.submit(liam.get("/agenda"), CONFIRM, Map.of());

        assertEquals(303, sent.status());
        reads(open(liam, sent.location(), language), words(language).said(Said.CONFIRM));
        assertEquals(List.of("CONFIRM gesprek-1 {\"versie\": 1}"), sent());
        hold();
        for (String path : new String[] {"/agenda", ITEM}) {
            Answer page = open(liam, path, language);
            reads(page, words(language).state(Told.State.SAVED));
            assertEquals(0, page.document().select("form[action=" + CONFIRM + "]").size(), "said once");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoCannotComeMaySayWhy(Language language) {
        Portal liam = withTalkTomorrow(language);

        liam.submit(liam.get(ITEM), DECLINE, Map.of("reason", "CARE", "note", " Mijn zoon is ziek.\r\nSorry "));

        assertEquals(List.of("DECLINE gesprek-1 {\"reden\": \"Zorg\", \"versie\": 1, "
                + "\"toelichting\": \"Mijn zoon is ziek.\\nSorry\"}"), sent());
        reads(open(liam, ITEM, language), words(language).said(Said.DECLINE), words(language).no_news());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoWantsAnotherTimeProposesSome(Language language) {
        Portal liam = withTalkTomorrow(language);
        LocalDate day = TestClock.today().plusDays(5);

        liam.submit(liam.get(ITEM), MOVE, Map.of("date1", day.toString(), "from1", "09:00", "to1", "10:00",
                "date3", day.plusDays(1).toString(), "from3", "13:30", "to3", "14:30"));

        String proposals = Rows.of("select body->>'voorstellen' from outbox where kind = 'MOVE'").get(0);
        assertEquals(2, proposals.split("begin").length - 1, proposals);
        assertTrue(proposals.contains(Sheet.at(day, "09:00").toString()), proposals);
        saysEverywhere(liam, language, words(language).said(Said.MOVE), words(language).move_stays(), words(language).no_news());
        Answer page = liam.get(ITEM);
        assertEquals(1, page.document().select("main p:has(a[href^=tel:]) a[href=/help]").size(), "whom to call or ask");
    }

    @Test
    void nobodyIsToldToWaitForWhatDoesNotCome() {
        Portal liam = withTalkTomorrow(Language.EN);
        liam.submit(liam.get(ITEM), CONFIRM, Map.of());
        lacks(open(liam, ITEM, Language.EN), words(Language.EN).no_news());

        liam.submit(liam.get(ITEM), MOVE, times(1, TestClock.today().plusDays(5).toString(), "09:00", "10:00"));
        hold();
        Sheet.empty().with("gesprek-1", "Afspraak", Sheet.tomorrow("11:00"), item -> item.put("versie", 2)).keep();
        lacks(open(liam, ITEM, Language.EN), words(Language.EN).move_stays(), words(Language.EN).no_news());

        Sheet.empty().with("gesprek-1", "Les", Sheet.tomorrow("11:00"), item -> item.put("versie", 2)).keep();
        liam.submit(liam.get(ITEM), DECLINE, Map.of());
        lacks(open(liam, ITEM, Language.EN), words(Language.EN).no_news());
    }

    @Test
    void aSmileIsOneLetter() {
        Portal liam = withTalkTomorrow(Language.EN);

        assertEquals(303, liam.submit(liam.get(ITEM), DECLINE, Map.of("note", "😀".repeat(Form.LONGEST_NOTE))).status());
    }

    @Test
    void reasonsAndWordsAreNobodysDuty() {
        Portal liam = withTalkTomorrow(Language.EN);

        liam.submit(liam.get(ITEM), DECLINE, Map.of("reason", "", "note", ""));

        assertEquals(List.of("DECLINE gesprek-1 {\"versie\": 1}"), sent());
    }

    @Test
    void tappedTwiceOrInTwoTabsItIsSaidOnce() {
        Portal liam = withTalkTomorrow(Language.EN);
        Answer one = liam.get("/agenda");
        Answer other = liam.get(ITEM);

        for (Answer page : List.of(one, one, other, one)) {
            assertEquals(303, liam.submit(page, CONFIRM, Map.of()).status());
        }

        assertEquals(1, sent().size());
    }

    @Test
    void otherWordsFromAnotherTabOrByTheWayBackAreNotLost() {
        Portal liam = withTalkTomorrow(Language.EN);
        Answer one = liam.get(ITEM);
        Answer other = liam.get(ITEM);

        for (Map<String, String> typed : List.<Map<String, String>>of(Map.of(), Map.of("note", "Ziek"), Map.of("note", "Ziek"))) {
            assertEquals(303, liam.submit(one, DECLINE, typed).status());
        }
        assertEquals(303, liam.submit(other, DECLINE, Map.of("reason", "CARE")).status());
        assertEquals(303, liam.submit(other, DECLINE, Map.of()).status(), "which says nothing more");

        assertEquals(List.of("DECLINE gesprek-1 {\"versie\": 1}", "DECLINE gesprek-1 {\"versie\": 1, \"toelichting\": \"Ziek\"}",
                "DECLINE gesprek-1 {\"reden\": \"Zorg\", \"versie\": 1}"), sent());
    }

    @Test
    void otherTimesFromAnotherTabOrByTheWayBackAreNotLost() {
        Portal liam = withTalkTomorrow(Language.EN);
        String day = TestClock.today().plusDays(5).toString();
        Answer one = liam.get(ITEM);
        Answer other = liam.get(ITEM);

        for (Answer page : List.of(one, one)) {
            liam.submit(page, MOVE, times(1, day, "09:00", "10:00"));
        }
        liam.submit(one, MOVE, times(1, day, "09:00", "11:00"));
        liam.submit(other, MOVE, times(2, day, "13:00", "14:00"));

        assertEquals(3, sent().size());
    }

    @Test
    void sentByManyTabsAtOnceItIsSaidOnce() {
        Portal liam = withTalkTomorrow(Language.EN);
        Answer page = liam.get(ITEM);
        String token = page.document().selectFirst("input[name=csrf-token]").attr("value");

        List<CompletableFuture<Integer>> taps = IntStream.range(0, 8).mapToObj(tap -> CompletableFuture.supplyAsync(() ->
                liam.post(CONFIRM, Map.of("csrf-token", token, "id", UUID.randomUUID().toString(), "version", "1")).status()))
                .toList();

        taps.forEach(tap -> assertEquals(303, tap.join()));
        assertEquals(1, sent().size());
    }

    @Test
    void oneMayThinkAgain() {
        Portal liam = withTalkTomorrow(Language.EN);

        liam.submit(liam.get(ITEM), CONFIRM, Map.of());
        liam.submit(liam.get(ITEM), DECLINE, Map.of("reason", "WORK"));
        liam.submit(liam.get(ITEM), CONFIRM, Map.of());

        assertEquals(List.of("CONFIRM", "DECLINE", "CONFIRM"), Rows.of("select kind from outbox order by position"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotInMyAgendaIsNobodysBusiness(Language language) {
        Portal liam = withTalkTomorrow(language);
        Answer mine = liam.get(ITEM);
        Map<String, String> hidden = hidden(mine, CONFIRM);

        for (Answer told : List.of(liam.get("/agenda/gesprek-9"), liam.get("/agenda/gesprek-9/move"),
                liam.post("/agenda/gesprek-9/confirm", hidden), liam.post("/agenda/gesprek-9/decline", hidden))) {
            assertEquals(404, told.status());
            assertEquals(words(language).not_mine_title(), told.title());
            check(told, language);
        }
        assertEquals(List.of(), sent());
    }

    static Stream<Arguments> whatIsWrong() {
        String later = TestClock.today().plusDays(5).toString();
        String earlier = TestClock.today().minusDays(1).toString();
        return Stream.of(
                Arguments.of(MOVE, "date1", Form.What.NONE, Map.of("note", "x")),
                Arguments.of(MOVE, "date1", Form.What.PAST, times(1, earlier, "09:00", "10:00")),
                Arguments.of(MOVE, "from1", Form.What.PAST, times(1, TestClock.today().toString(), "00:00", "23:59")),
                Arguments.of(MOVE, "to1", Form.What.ORDER, times(1, later, "10:00", "09:00")),
                Arguments.of(MOVE, "to2", Form.What.ORDER, times(2, later, "10:00", "10:00")),
                Arguments.of(MOVE, "date1", Form.What.DAY, times(1, "2026-02-30", "10:00", "11:00")),
                Arguments.of(MOVE, "date3", Form.What.DAY, times(3, "<b>soon", "10:00", "11:00")),
                Arguments.of(MOVE, "from1", Form.What.TIME, times(1, later, "25:00", "11:00")),
                Arguments.of(MOVE, "to1", Form.What.TIME, times(1, later, "10:00", "")),
                Arguments.of(DECLINE, "reason", Form.What.REASON, Map.of("reason", "TIRED")),
                Arguments.of(DECLINE, "note", Form.What.LONG, Map.of("note", "ቃ".repeat(501))),
                Arguments.of(DECLINE, "note", Form.What.LONG, Map.of("note", "😀".repeat(501))),
                Arguments.of(MOVE, "note", Form.What.LONG, with(times(1, later, "10:00", "11:00"), "note", "ቃ".repeat(501))));
    }

    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void whatIsWrongIsSaidAtTheFieldAndNothingTypedIsLost(String form, String field, Form.What what, Map<String, String> typed) {
        for (Language language : Language.values()) {
            everythingIsWell();
            Portal liam = withTalkTomorrow(language);
            Answer page = liam.get(ITEM);

            Answer told = liam.submit(page, form, typed);

            assertEquals(400, told.status());
            check(told, language);
            reads(told, words(language).mistakes_title(), words(language).mistake(what));
            String id = form.substring(form.lastIndexOf('/') + 1) + "-" + field;
            assertEquals(1, told.document().select("[tabindex=-1][autofocus] a[href=#" + id + "]").size(), "leads to the field");
            assertEquals(1, told.document().select("#" + id).size());
            assertEquals(1, told.document().select("details[open]").size());
            assertEquals(1, told.document().select("#" + id + "-wrong").size(), "and is said there");
            assertTrue(what != Form.What.LONG || told.document().select("#" + id + "-wrong").text().contains("501"), "counted in letters");
            typed.forEach((name, value) -> assertTrue(name.equals("reason")
                    || values(told, name).contains(value), name + " is gone"));
            assertEquals(hidden(page, form).get("id"), hidden(told, form).get("id"), "mended, it is still the same message");
            assertEquals(List.of(), sent());
        }
    }

    @ParameterizedTest
    @CsvSource({"id, 7", "id, ''", "version, x", "version, ''"})
    void aFormThatWasTamperedWithIsNotRead(String hidden, String value) {
        Portal liam = withTalkTomorrow(Language.EN);

        Answer told = liam.submit(liam.get(ITEM), CONFIRM, Map.of(hidden, value));

        assertEquals(400, told.status());
        check(told, Language.EN);
        assertEquals(List.of(), sent());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLateReplyIsToldWhyItIsTooLate(Language language) {
        Portal liam = withTalkTomorrow(language);
        Answer page = liam.get(ITEM);

        Sheet.empty().with("gesprek-1", "Afspraak", Sheet.tomorrow("11:00"), item -> item.put("versie", 2)).keep();
        late(liam.submit(page, DECLINE, Map.of("note", "Druk")), Told.State.CHANGED, language);
        Sheet.empty().with("gesprek-1", "Afspraak", Sheet.tomorrow("11:00"), item -> item.put("status", "Vervallen")).keep();
        late(liam.submit(page, CONFIRM, Map.of()), Told.State.CANCELLED, language);
        Sheet.empty().with("gesprek-1", "Afspraak", TestClock.now().minus(Duration.ofMinutes(1))).keep();
        late(liam.submit(page, MOVE, Map.of()), Told.State.BEGUN, language);
        assertEquals(List.of(), sent());
    }

    @Test
    void aSecondTapOnWhatHasBegunMeanwhileIsNoMistake() {
        Portal liam = withTalkTomorrow(Language.EN);
        Answer page = liam.get(ITEM);
        liam.submit(page, CONFIRM, Map.of());
        Sheet.empty().with("gesprek-1", "Afspraak", TestClock.now().minus(Duration.ofMinutes(1))).keep();

        assertEquals(303, liam.submit(page, CONFIRM, Map.of()).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void itIsSaidHowFarAReplyHasCome(Language language) {
        Portal liam = withTalkTomorrow(language);
        liam.submit(liam.get(ITEM), CONFIRM, Map.of());
        hold();

        settle("attempts = 3");
        saysEverywhere(liam, language, words(language).state(Told.State.UNDERWAY));
        settle("state = 'ARRIVED', settled_at = '" + TestClock.now() + "'");
        saysEverywhere(liam, language, words(language).said(Said.CONFIRM), words(language).state(Told.State.ARRIVED));
        for (Map.Entry<String, Told.State> refusal : Map.of(Refusal.OUTDATED_VERSION, Told.State.CHANGED, Refusal.CANCELLED,
                Told.State.CANCELLED, Refusal.PAST, Told.State.BEGUN, Refusal.NOT_PROCESSED, Told.State.NOTTAKEN).entrySet()) {
            settle("state = 'REFUSED', settled_at = '" + TestClock.now() + "', refusal = '{\"type\": \"" + refusal.getKey() + "\"}'");
            saysEverywhere(liam, language, words(language).state(refusal.getValue()));
            assertEquals(1, liam.get(ITEM).document().select("form[action=" + CONFIRM + "]").size(), "one may try again");
            assertEquals(refusal.getValue() == Told.State.NOTTAKEN ? 1 : 0,
                    liam.get(ITEM).document().select("main a[href^=tel:]").size(), "whom to call stands beside it");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheMunicipalityHeardOtherwiseIsShownToo(Language language) {
        Portal liam = Portal.signedIn(PERSON, language);
        Sheet.empty().with("gesprek-1", "Afspraak", Sheet.tomorrow("11:00"), item -> item.putObject("reactie")
                .put("soort", "Afgemeld").put("versie", 1).put("ontvangenOp", TestClock.now().toString())).keep();

        Answer page = open(liam, ITEM, language);

        reads(page, words(language).said(Said.DECLINE), words(language).state(Told.State.ARRIVED));
        assertEquals(0, page.document().select("form[action=" + DECLINE + "]").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReplyFromBeforeAChangeIsSaidToBeSo(Language language) {
        Portal liam = withTalkTomorrow(language);
        liam.submit(liam.get(ITEM), CONFIRM, Map.of());
        hold();
        Sheet.empty().with("gesprek-1", "Afspraak", Sheet.tomorrow("11:00"), item -> item.put("versie", 2)).keep();

        saysEverywhere(liam, language, words(language).said_before_change());
        liam.submit(liam.get(ITEM), CONFIRM, Map.of());

        assertEquals(List.of("1", "2"), Rows.of("select body->>'versie' from outbox order by position"));
    }

    @Test
    void nobodyIsAskedToAnswerAgainWhatIsOffOrOver() {
        Portal liam = withTalkTomorrow(Language.EN);
        liam.submit(liam.get(ITEM), CONFIRM, Map.of());
        hold();
        Consumer<ObjectNode> changed = item -> item.put("versie", 2);

        Sheet.empty().with("gesprek-1", "Afspraak", Sheet.tomorrow("11:00"), changed.andThen(item -> item.put("status", "Vervallen"))).keep();
        saysEverywhere(liam, Language.EN, words(Language.EN).said(Said.CONFIRM));
        lacks(liam.get("/agenda"), words(Language.EN).said_before_change());
        lacks(liam.get(ITEM), words(Language.EN).said_before_change());

        Sheet.empty().with("gesprek-1", "Afspraak", TestClock.now().minus(Duration.ofDays(2)), changed).keep();
        lacks(liam.get(ITEM), words(Language.EN).said_before_change());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anExamIsCancelledOrMovedWithDuoAndNotHere(Language language) {
        Portal liam = withTalkTomorrow(language);
        LocalDate day = TestClock.today().plusDays(40);
        examOn(day);

        Answer page = open(liam, ITEM, language);

        LawBook law = LawBook.standard();
        LocalDate until = day.minus(known(law, RuleKey.EXAM_MOVE_BEFORE_ADVICE).period());
        reads(page, words(language).exam_at_duo(), words(language).exam_not_told(), words(language).exam_off(),
                words(language).exam_off_until(Dates.of(language).date(until)), words(Language.NL).exam_off());
        assertEquals(1, page.document().select("main a[href=" + known(law, RuleKey.EXAM_REGISTRATION_SITE).word() + "]").size());
        assertEquals(3, page.document().select("section[aria-labelledby=duo] .source").size(), "where each thing was read");
        assertEquals(List.of(CONFIRM), page.document().select("main form").eachAttr("action"));
        for (String form : List.of(DECLINE, MOVE)) {
            assertEquals(0, open(liam, form, language).document().select("main details").size(), "nor by its address");
            Answer told = liam.post(form, hidden(page, CONFIRM));
            late(told, Told.State.ATDUO, language);
            reads(told, words(language).exam_at_duo());
        }
        assertEquals(List.of(), sent());
        examOn(TestClock.today().plusDays(1));
        reads(open(liam, ITEM, language), words(language).exam_off_passed(Dates.of(language).date(
                TestClock.today().plusDays(1).minus(known(law, RuleKey.EXAM_MOVE_BEFORE_ADVICE).period()))));
    }

    @Test
    void whoComesToAnExamIsNotAskedAgain() {
        Portal liam = withTalkTomorrow(Language.EN);
        examOn(TestClock.today().plusDays(1));

        liam.submit(liam.get(ITEM), CONFIRM, Map.of());

        Answer page = open(liam, ITEM, Language.EN);
        assertEquals(List.of("CONFIRM gesprek-1 {\"versie\": 1}"), sent());
        assertEquals(0, page.document().select("#reply").size());
        assertEquals(1, page.document().select("#duo").size(), "and may still find out that they cannot");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoOnceSaidHereNotToComeToAnExamReadsThatDuoDoesNotKnow(Language language) {
        Portal liam = withTalkTomorrow(language);
        liam.submit(liam.get(ITEM), DECLINE, Map.of("reason", "WORK"));
        hold();
        examOn(TestClock.today().plusDays(1));

        saysEverywhere(liam, language, words(language).said(Said.DECLINE), words(language).exam_declined());
        saysEverywhere(liam, language, words(language).same_time(words(language).kind(Agenda.Kind.LESSON), Sheet.times(language, "11:30", "13:00")));
    }

    /** What was a talk is an exam now, with a lesson at the same time. */
    private static void examOn(LocalDate day) {
        Sheet.empty().with("gesprek-1", "Examen", Sheet.at(day, "11:00")).with("les-1", "Les", Sheet.at(day, "11:30"))
                .keep();
    }

    private static Fact known(LawBook law, RuleKey key) {
        return law.ask(key, TestClock.today()).known().orElseThrow();
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsFilledInAgain() {
        Portal liam = withTalkTomorrow(Language.EN);
        Answer page = liam.get(ITEM);
        TestClock.advance(Session.IDLE.plusMinutes(1));

        Answer ended = liam.follow(liam.submit(page, DECLINE, Map.of("reason", "WORK", "note", "Late shift")));
        TestClock.runOn();
        Answer again = liam.signIn(PERSON, "/agenda/gesprek-1/decline?kept=" + Rows.of("select id::text from kept_form").get(0));

        assertEquals("/session-ended", ended.address().getPath());
        check(again, Language.EN);
        assertEquals("Late shift", again.document().select("#decline-note").text());
        assertEquals(1, again.document().select("input[value=WORK][checked]").size());
        assertEquals(303, liam.submit(again, DECLINE, Map.of("reason", "WORK", "note", "Late shift")).status());
        assertEquals(1, sent().size());
    }

    @Test
    void anOutageOfTheMunicipalityLosesNothing() {
        Portal liam = withTalkTomorrow(Language.EN);
        Answer page = liam.get(ITEM);
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
        TestClock.advance(Duration.ofMinutes(10));

        assertEquals(303, liam.submit(page, CONFIRM, Map.of()).status());

        assertEquals(1, sent().size());
        assertFalse(open(liam, ITEM, Language.EN).text().isEmpty());
    }

    @Test
    void theMunicipalityHearsItAndThePageSaysSo() {
        Portal amina = Portal.signedIn("z-tigrinya", Language.EN);
        String confirm = amina.get("/agenda").document().selectFirst("main form[action$=/confirm]").attr("action");
        int before = world.municipality().effects().size();

        amina.submit(amina.get("/agenda"), confirm, Map.of());

        dispatcher.deliverDue();

        Answer page = open(amina, confirm.replace("/confirm", ""), Language.EN);
        reads(page, words(Language.EN).said(Said.CONFIRM), words(Language.EN).state(Told.State.ARRIVED));
        assertEquals(before + 1, world.municipality().effects().size(), "once");
        assertEquals(List.of("1"), Rows.of("select count(*) from agenda_snapshot where body::text like '%Bevestigd%'"),
                "and its own agenda says so already");
    }

    /** Somebody with a talk tomorrow, about which the municipality cannot be told as long as the test runs. */
    private Portal withTalkTomorrow(Language language) {
        world.municipality().faults().set(Resource.AGENDA_REPLY, Fault.error());
        Portal portal = Portal.signedIn(PERSON, language);
        Sheet.empty().with("gesprek-1", "Afspraak", Sheet.tomorrow("11:00")).keep();
        return portal;
    }

    /** As if nothing was tried yet, nor will be for a while. */
    private static void hold() {
        settle("attempts = 0, next_at = '" + TestClock.now().plus(Duration.ofDays(1)) + "'");
    }

    private static void settle(String change) {
        Rows.run("update outbox set " + change);
    }

    private static List<String> sent() {
        return Rows.of("select kind || ' ' || subject || ' ' || body::text from outbox order by position");
    }

    private static Map<String, String> times(int number, String date, String from, String to) {
        return Map.of("date" + number, date, "from" + number, from, "to" + number, to);
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> hidden(Answer page, String action) {
        Map<String, String> fields = new HashMap<>();
        page.document().select("form[action=" + action + "] input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    private static List<String> values(Answer page, String name) {
        return page.document().select("[name=" + name + "]").stream()
                .map(field -> field.nameIs("textarea") ? field.text() : field.attr("value")).toList();
    }

    private static void saysEverywhere(Portal portal, Language language, String... words) {
        reads(open(portal, "/agenda", language), words);
        reads(open(portal, ITEM, language), words);
    }

    private static void late(Answer told, Told.State why, Language language) {
        assertEquals(409, told.status());
        check(told, language);
        reads(told, words(language).late_not_sent(), words(language).state(why));
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path.replaceFirst("^https?://[^/]+", ""));
        assertEquals(200, page.status(), path);
        check(page, language);
        return page;
    }

    private static void check(Answer page, Language language) {
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }

    private static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue(page.text().contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    private static void lacks(Answer page, String... words) {
        for (String unexpected : words) {
            assertFalse(page.text().contains(Answer.plain(unexpected)), () -> page.path() + " says: " + unexpected);
        }
    }

    private static AgendaMessages words(Language language) {
        return Texts.in(language, AgendaMessages.class);
    }
}

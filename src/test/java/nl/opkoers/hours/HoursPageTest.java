package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.Statements;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.dossier.DossierMessages;
import nl.opkoers.dossier.HoursNews;
import nl.opkoers.file.PictureField;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Durations;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.hibernate.SessionFactory;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fiyori cooks in a community kitchen and logs it on the bus; her coach looks at it later. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HoursPageTest {

    private static final String FIYORI = "z-tigrinya";
    private static final String NAME = "Marloes Hendriks";

    @Inject
    HourBook book;
    @Inject
    SessionFactory sessions;

    DemoWorld world;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        for (String table : List.of("hour_told", "hour_act", "hour_entry", "outbox", "kept_form", "visit")) {
            Rows.clear(table);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageIsAsAPageShouldBeInEveryLanguage(Language language) {
        Portal fiyori = Portal.signedIn(FIYORI, language);
        check(fiyori.get("/hours"), 200, language);
        check(fiyori.get("/hours/week"), 200, language);
        check(form(fiyori), 200, language);
        check(send(fiyori, Map.of("when", "x", "place", "<b>{x}".repeat(40))), 400, language);
        Map<String, UUID> entries = oneOfEach();
        for (UUID entry : entries.values()) {
            check(fiyori.get("/hours/" + entry), 200, language);
            check(fiyori.get("/hours/" + entry + "/change"), 200, language);
        }
        check(fiyori.get("/hours"), 200, language);
        check(fiyori.get("/hours/week?of=" + today().minusWeeks(1)), 200, language);
        Answer asked = fiyori.get("/hours/" + entries.get("ASKED"));
        check(fiyori.submit(asked, asked.path() + "/answer", Map.of("note", " ")), 400, language);
        check(send(fiyori, cooking("length", "other", "hours", "13")), 400, language);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoOwesHoursSeesTheMunicipalitysCountAndWhatIsLeft(Language language) {
        DossierMessages dossier = Texts.in(language, DossierMessages.class);
        Answer page = Portal.signedIn(FIYORI, language).get("/hours");

        reads(page, dossier.hours_done_of("312", "800"), texts(language).to_go(), hours(language, 488 * 60));
        assertEquals(1, page.document().select("main progress").size());
        reads(page, dossier.hours_done_of("446", "800"));
        String since = Rows.of("select body->'uren'->>'bijgewerktOp' from dossier_snapshot").get(0);
        reads(page, Texts.in(language).source_line("Werk en Taal Waterstad", Dates.of(language).date(Dates.dayOf(Instant.parse(since)))));
    }

    @ParameterizedTest
    @CsvSource({"z-dispensation,400", "z-tigrinya,800"})
    void theNumberIsWhatIsAskedOfThisPerson(String person, String target) {
        Answer page = Portal.signedIn(person, Language.EN).get("/hours");

        assertTrue(page.text().contains("of " + target + " hours done"), page.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"g-turkish-z", "o-arabic-load", "done-turkish"})
    void everybodyElseMayKeepThemWithoutAnyNumberToReach(String person) {
        Portal portal = Portal.signedIn(person, Language.EN);
        Answer page = portal.get("/hours");

        reads(page, texts(Language.EN).lead_free(), texts(Language.EN).kind(Kind.VOLUNTARY));
        assertEquals(0, page.document().select("main progress").size());
        assertFalse(page.text().contains(texts(Language.EN).to_go()), page.text());
        assertEquals(303, send(portal, cooking()).status());
        reads(portal.get("/hours"), hours(Language.EN, 180));
    }

    @Test
    void whoHasNoPlanYetReadsWhenItCanBegin() {
        Portal robel = Portal.signedIn("azc-tigrinya-wait", Language.TI);

        reads(robel.get("/hours"), texts(Language.TI).no_plan());
        reads(robel.get("/hours/new"), texts(Language.TI).no_plan());
        assertEquals(0, robel.get("/hours").document().select("a[href=/hours/new]").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"azc-tigrinya-wait", "before-pip-turkish", "exempt-english"})
    void whoCanLogNothingIsNotToldThatTheyMay(String person) {
        Answer page = Portal.signedIn(person, Language.EN).get("/hours");

        assertEquals(0, page.document().select("a[href=/hours/new]").size());
        for (String lead : List.of(texts(Language.EN).lead_free(), texts(Language.EN).lead_unknown())) {
            assertFalse(page.text().contains(Answer.plain(lead)), page.text());
        }
    }

    @Test
    void whoFallsUnderTheEarlierActIsReferred() {
        Portal mehmet = Portal.signedIn("old-law", Language.NL);
        String title = Texts.in(Language.NL, DossierMessages.class).earlier_act_title();

        for (String path : List.of("/hours", "/hours/new", "/hours/week")) {
            assertEquals(title, mehmet.get(path).title(), path);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fourTapsAreEnough(Language language) {
        Portal fiyori = Portal.signedIn(FIYORI, language);
        Answer form = form(fiyori);
        assertEquals(9, form.document().select("#activity input[type=radio]").size());
        assertEquals(9, form.document().select("#activity svg").size());
        assertEquals(today().toString(), form.document().selectFirst("input[name=when][checked]").val(), "today is chosen already");

        Answer sent = fiyori.follow(fiyori.submit(form, "/hours", cooking()));

        reads(sent, texts(language).sent(), texts(language).waiting(), hours(language, 180));
        assertEquals(List.of("WAITING"), Rows.of("select state from hour_entry"));
        reads(sent, texts(language).self_reported());
    }

    @Test
    void whatIsKeptAsADraftIsSeenByNobodyAndCanBeSentLater() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Map<String, String> typed = cooking("do", "keep");
        Answer kept = fiyori.follow(send(fiyori, typed));

        reads(kept, texts(Language.EN).saved(), texts(Language.EN).state_text(State.CONCEPT));
        assertEquals(0, waiting());
        Answer form = fiyori.get("/hours/" + only() + "/change");
        assertEquals("VOLUNTEERING", form.document().selectFirst("input[name=activity][checked]").val());
        assertEquals(303, fiyori.submit(form, "/hours", cooking("length", "120")).status());
        assertEquals(303, fiyori.submit(form, "/hours", cooking("length", "120")).status(), "a doubled tap");

        assertEquals(1, waiting());
        assertEquals(2, acts(), "kept once, sent once");
    }

    @Test
    void aDoubledTapAndTheWayBackAreOneEntry() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer form = form(fiyori);

        String first = fiyori.submit(form, "/hours", cooking()).location();
        assertEquals(first, fiyori.submit(form, "/hours", cooking()).location());
        Answer asked = fiyori.submit(form, "/hours", cooking("length", "60"));

        check(asked, 400, Language.EN);
        reads(asked, entry(Language.EN).sent_before());
        assertEquals(1, acts());
        assertEquals(303, fiyori.submit(asked, "/hours", cooking("length", "60")).status());
        assertEquals(List.of("60"), Rows.of("select minutes from hour_entry"));
        assertEquals(303, fiyori.submit(form, "/hours", cooking()).status(), "the first one again is the first one still");
        assertEquals(List.of("60"), Rows.of("select minutes from hour_entry"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "activity= | activity | ACTIVITY", "activity=SLEEPING | activity | ACTIVITY",
        "when=other | when | DAY", "when=other&date=31-12-2026 | when | DAY", "when=TOMORROW | when | FUTURE",
        "when=other&date=2019-05-06 | when | BEFOREPLAN",
        "length= | length | MINUTES", "length=-60 | length | MINUTES", "length=other&hours=0&minutes=0 | length | MINUTES",
        "length=9999 | length | MINUTES", "length=other&hours=24&minutes=15 | length | MINUTES",
        "length=other&hours=1&minutes=20 | length | MINUTES", "length=times&from=14:00 | length | MINUTES",
        "length=times&from=14:00&until=13:00 | length | MINUTES", "length=times&from=00:00&until=00:00 | length | MINUTES",
        "goal=SOMEBODY_ELSES | goal | GOAL", "kind=VOLUNTARY | kind | KIND", "place=LONG | place | PLACE", "note=LONG | note | NOTE"})
    void aMistakeIsToldWhereItIsAndWhatWasFilledInStays(String typed, String field, Mistake mistake) {
        Portal fiyori = Portal.signedIn(FIYORI, Language.TI);
        Map<String, String> fields = cooking("with", "Hanna");
        Arrays.stream(typed.split("&")).map(each -> each.split("=", 2)).forEach(each -> fields.put(each[0], each[1]
                .replace("TOMORROW", today().plusDays(1).toString()).replace("LONG", "x".repeat(501))));

        Answer told = send(fiyori, fields);

        check(told, 400, Language.TI);
        Element summary = told.document().selectFirst("[role=alert][autofocus]");
        String words = entry(Language.TI).mistake(mistake);
        assertEquals(Answer.plain(words), Answer.plain(summary.select("a[href=#" + field + "]").text()));
        assertNotNull(told.document().getElementById(field), "leads somewhere");
        assertEquals(words, told.document().getElementById(field + "-wrong").text());
        assertEquals("Hanna", told.document().getElementById("with").val());
        assertEquals(0, acts());
    }

    @Test
    void whatIsOddIsAskedAndNotBlocked() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        send(fiyori, cooking("length", "480"));
        Answer asked = send(fiyori, cooking("activity", "SPORT", "length", "300"));

        check(asked, 400, Language.EN);
        reads(asked, entry(Language.EN).question_title(), entry(Language.EN).question(Question.LONGDAY));
        assertEquals(1, acts());
        String sure = asked.document().select("input[name=sure]").val();
        assertEquals(400, fiyori.submit(asked, "/hours", cooking("activity", "SPORT", "length", "300", "sure", "EVERYDAY")).status(),
                "the answer to another question is none");
        assertEquals(303, fiyori.submit(asked, "/hours", cooking("activity", "SPORT", "length", "300", "sure", sure)).status());
        assertEquals(2, acts());
    }

    @Test
    void beginAndEndAreToldAsTheyWere() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer known = fiyori.follow(send(fiyori, cooking("length", "times", "from", "09:15", "until", "12:00")));

        reads(known, hours(Language.EN, 165));
        reads(fiyori.get("/hours/" + only()), "09:15–12:00");
    }

    @Test
    void whoWorkedUntilMidnightSaysSo() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer known = fiyori.follow(send(fiyori, cooking("when", today().minusDays(1).toString(), "length", "times", "from", "18:30",
                "until", "00:00", "goal", "MAATSCHAPPELIJK_FIT_WORDEN")));

        reads(known, hours(Language.EN, 330));
        reads(fiyori.get("/hours/" + only()), "18:30–00:00");
        Written was = book.find(key(), only()).orElseThrow().written();
        assertEquals(303, fiyori.post("/hours", filledIn(fiyori.get("/hours/" + only() + "/change"))).status());
        assertEquals(was, book.find(key(), only()).orElseThrow().written());
    }

    @Test
    void whereAndWithWhomAreRememberedAndTheNoteIsNot() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.TI);
        send(fiyori, cooking("place", "Buurthuis De Haven", "with", "Hanna", "note", "ሾርባ", "goal", "MAATSCHAPPELIJK_FIT_WORDEN"));

        Answer form = form(fiyori);

        assertEquals("Buurthuis De Haven", form.document().getElementById("place").val());
        assertEquals("Hanna", form.document().getElementById("with").val());
        assertEquals("", form.document().getElementById("note").text());
        assertEquals("MAATSCHAPPELIJK_FIT_WORDEN", form.document().selectFirst("input[name=goal][checked]").val());
        assertNull(form.document().selectFirst("input[name=activity][checked]"), "what was done is asked anew");
        assertEquals(today().toString(), form.document().selectFirst("input[name=when][checked]").val());
    }

    @Test
    void theLastEntryIsRepeatedInOneTap() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        send(fiyori, cooking("when", "other", "date", today().minusDays(7).toString(), "place", "Buurthuis De Haven", "note", "soup"));
        Answer page = fiyori.get("/hours");

        assertEquals(303, fiyori.submit(page, "/hours", Map.of()).status());
        assertEquals(303, fiyori.submit(page, "/hours", Map.of()).status(), "twice is once");

        Entry today = book.of(key(), today(), today().plusDays(1)).get(0);
        assertEquals(180, today.written().minutes());
        assertEquals("Buurthuis De Haven", today.written().place());
        assertNull(today.written().note(), "what was said of that day was about that day");
        assertEquals(2, acts());
        assertEquals(0, fiyori.get("/hours").document().select("form[action=/hours]").size(), "today is there now");
    }

    @Test
    void aWholeWeekIsRepeatedInTwo() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        LocalDate monday = today().minusDays(today().getDayOfWeek().getValue() - 1L);
        for (LocalDate day = monday.minusWeeks(1); day.isBefore(monday); day = day.plusDays(2)) {
            send(fiyori, cooking("when", "other", "date", day.toString()));
        }
        Answer week = fiyori.get("/hours/week?of=" + today());
        int proposed = week.document().select("input[type=checkbox]").size();
        assertEquals((today().getDayOfWeek().getValue() + 1) / 2, proposed, "no day that is still to come");

        Map<String, String> all = new HashMap<>();
        IntStream.range(0, proposed).forEach(row -> all.put("row" + row, "yes"));
        Answer sent = fiyori.follow(fiyori.submit(week, "/hours/week", all));
        assertEquals(303, fiyori.submit(week, "/hours/week", all).status(), "twice is once");

        reads(sent, texts(Language.EN).week_sent(proposed));
        assertEquals(4 + proposed, acts());
        assertEquals(0, fiyori.get("/hours/week?of=" + today()).document().select("input[type=checkbox]").size(), "it is there now");
        reads(fiyori.submit(week, "/hours/week", Map.of()), entry(Language.EN).week_choose());
    }

    @Test
    void theDaysOfAWeekThatWereChosenWhenTheSessionHadEndedAreChosenAfterwards() {
        LocalDate monday = Dates.mondayOf(today()).minusWeeks(2);
        IntStream.range(0, 3).forEach(day -> written(monday.minusWeeks(1).plusDays(day)));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer week = fiyori.get("/hours/week?of=" + monday);
        TestClock.advance(Duration.ofMinutes(16));
        Answer told = fiyori.follow(fiyori.submit(week, "/hours/week", Map.of("row1", "yes")));

        Answer back = fiyori.choose(fiyori.open(told.document().select("main a.button").attr("href")), Map.of("person", FIYORI));

        check(back, 200, Language.EN);
        assertEquals(week.document().select("main input[name^=id]").eachAttr("value"), back.document().select("main input[name^=id]").eachAttr("value"));
        assertEquals(List.of("row1"), back.document().select("main input[checked]").eachAttr("name"));
    }

    @Test
    void aWeekIsLookedAtInAsManyQueriesAsADay() {
        LocalDate monday = Dates.mondayOf(today()).minusWeeks(1);
        IntStream.range(0, 7).forEach(day -> written(monday.minusWeeks(1).plusDays(day)));
        UUID besides = UUID.randomUUID();
        log(besides, new Act.Sent(besides, TestClock.now(), new Written(Kind.PARTICIPATION, Activity.SPORT, monday, null, 600, null, null,
                null, null, null, null)));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer week = fiyori.get("/hours/week?of=" + monday);
        Map<String, String> all = new HashMap<>();
        IntStream.range(0, 7).forEach(row -> all.put("row" + row, "yes"));
        Answer asked = fiyori.submit(week, "/hours/week", all);

        check(asked, 400, Language.EN);
        reads(asked, entry(Language.EN).question(Question.LONGDAY));
        assertEquals(Statements.of(sessions, () -> fiyori.submit(week, "/hours/week", Map.of("row0", "yes"))),
                Statements.of(sessions, () -> fiyori.submit(week, "/hours/week", all)));
        assertEquals(8, acts());
    }

    @Test
    void aDayThatIsLongOnlyByWhatIsSentTogetherIsAskedAboutToo() {
        LocalDate monday = Dates.mondayOf(today()).minusWeeks(1);
        for (Activity activity : List.of(Activity.SPORT, Activity.CARE)) {
            logged(new Written(Kind.PARTICIPATION, activity, monday.minusWeeks(1), null, 420, null, null, null, null, null, null));
        }
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer week = fiyori.get("/hours/week?of=" + monday);

        Answer asked = fiyori.submit(week, "/hours/week", Map.of("row0", "yes", "row1", "yes"));

        check(asked, 400, Language.EN);
        reads(asked, entry(Language.EN).question(Question.LONGDAY));
        assertEquals(303, fiyori.submit(week, "/hours/week", Map.of("row0", "yes")).status(), "what is not chosen does not count");
    }

    @Test
    void aDayToComeIsNotSentInAWeekEither() {
        UUID like = written(today().minusWeeks(1));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer week = fiyori.get("/hours/week?of=" + today());
        UUID kept = UUID.randomUUID();
        log(kept, new Act.Saved(UUID.randomUUID(), TestClock.now(), cooked(today())));

        for (UUID id : List.of(UUID.randomUUID(), kept)) {
            Answer told = fiyori.submit(week, "/hours/week", Map.of("row0", "yes", "id0", id.toString(), "like0", like.toString(),
                    "day0", today().plusDays(1).toString()));
            check(told, 400, Language.EN);
            reads(told, entry(Language.EN).mistake(Mistake.FUTURE));
        }
        assertEquals(2, acts());
    }

    @Test
    void daysAreCountedAndNotWhatWasDoneOnThem() {
        LocalDate monday = Dates.mondayOf(today()).minusWeeks(1);
        logged(untimed(Kind.PARTICIPATION, Activity.VOLUNTEERING, monday.minusWeeks(1)));
        logged(untimed(Kind.PARTICIPATION, Activity.SPORT, monday.minusWeeks(1)));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);

        Answer sent = fiyori.submit(fiyori.get("/hours/week?of=" + monday), "/hours/week", Map.of("row0", "yes", "row1", "yes"));

        reads(fiyori.follow(sent), texts(Language.EN).week_sent(1));
        assertEquals(4, acts());
    }

    @Test
    void aWeekProposesNoHoursOfAKindThatOneDoesNotLogAnyMore() {
        LocalDate monday = Dates.mondayOf(today()).minusWeeks(1);
        logged(untimed(Kind.VOLUNTARY, Activity.SPORT, monday.minusWeeks(1)));
        UUID now = written(monday.minusDays(5));

        Element week = Portal.signedIn(FIYORI, Language.EN).get("/hours/week?of=" + monday).document();

        assertEquals(List.of(now.toString()), week.select("input[name^=like]").eachAttr("value"));
    }

    @Test
    void onlyWhoLoggedNothingYetIsToldToBegin() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        reads(fiyori.get("/hours/week"), entry(Language.EN).week_none(), entry(Language.EN).week_first());
        LocalDate monday = Dates.mondayOf(today());
        for (LocalDate day = monday.minusWeeks(1); !day.isAfter(today()); day = day.plusDays(1)) {
            written(day);
        }

        Answer full = fiyori.get("/hours/week");

        check(full, 200, Language.EN);
        reads(full, entry(Language.EN).week_none(), entry(Language.EN).week_of(Dates.of(Language.EN).date(monday)));
        assertFalse(full.text().contains(entry(Language.EN).week_first()), full.text());
    }

    /** In an address somebody can type any day; neither the calendar nor the database goes on for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"-99999-01-04", "+999999999-12-31", "-999999999-01-01", "2026-02-30", "0000-01-03", "9999-12-31", "gisteren"})
    void aDayThatNobodyMeansIsNoFault(String day) {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        send(fiyori, cooking("when", "other", "date", today().minusWeeks(1).toString()));
        String of = URLEncoder.encode(day, StandardCharsets.UTF_8);
        assertEquals(List.of(200, 200, 200), Stream.of("/hours/week?of=", "/agenda?from=", "/agenda/talk?week=")
                .map(path -> fiyori.get(path + of).status()).toList());

        Answer sent = fiyori.submit(fiyori.get("/hours/week?of=" + today()), "/hours/week", Map.of("row0", "yes", "id0", UUID.randomUUID().toString(),
                "like0", only().toString(), "day0", day));

        assertEquals(400, sent.status());
        assertEquals(1, acts());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRefusalStandsFirstWithItsReasonInMyLanguageAndInDutch(Language language) {
        UUID entry = written(today().minusDays(2));
        refuse(entry, Reason.PROOF, "Stuur een foto van het rooster.");
        Portal fiyori = Portal.signedIn(FIYORI, language);
        Answer page = fiyori.get("/hours");

        Element first = page.document().selectFirst("section[aria-labelledby=first] .card");
        assertTrue(Answer.plain(first.text()).contains(Answer.plain(texts(language).reason(Reason.PROOF))), first.text());
        assertTrue(first.text().contains(texts(Language.NL).reason(Reason.PROOF)));
        assertEquals("Stuur een foto van het rooster.", first.select("[lang=nl].said").text());
        Answer shown = fiyori.get("/hours/" + entry);
        check(shown, 200, language);
        reads(shown, NAME, Dates.of(language).date(today()), texts(language).state_text(State.REFUSED));
    }

    @Test
    void whatIsCorrectedAndSentAgainKeepsTheOldInSight() {
        UUID entry = written(today().minusDays(2));
        refuse(entry, Reason.DURATION, null);
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer form = fiyori.get("/hours/" + entry + "/change");
        assertEquals(entry(Language.EN).title_change(), form.title());
        Map<String, String> typed = cooking("when", "other", "date", today().minusDays(2).toString(), "length", "120");

        assertEquals(303, fiyori.submit(form, "/hours", typed).status());
        assertEquals(303, fiyori.submit(form, "/hours", typed).status(), "a doubled tap");

        Answer shown = fiyori.get("/hours/" + entry);
        reads(shown, texts(Language.EN).state_text(State.WAITING), texts(Language.EN).happened(Step.CORRECTED),
                texts(Language.EN).earlier_words(), hours(Language.EN, 120), hours(Language.EN, 180));
        assertEquals(3, acts());
    }

    @Test
    void whatIsCorrectedUnderAnotherPlanStaysOfItsKindAndForItsGoal() {
        Written was = new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, today().minusDays(2), LocalTime.of(20, 0), 60, SpokeDutch.YES,
                "MAATSCHAPPELIJK_FIT_WORDEN", "Buurthuis De Haven", "Hanna", "ሾርባ", null);
        UUID entry = logged(was);
        ObjectNode[] original = new ObjectNode[1];
        world.municipality().change(FIYORI, dossier -> {
            original[0] = dossier.deepCopy();
            ObjectNode pip = (ObjectNode) dossier.get("pip");
            ObjectNode plan = pip.get("actueel").deepCopy();
            pip.putArray("historie").add(pip.get("actueel"));
            plan.put("versie", 2).put("leerroute", "B").put("niveau", "B1").put("dagtekeningPip", today().minusDays(1).toString());
            plan.putArray("doelen").addObject().put("code", "WERKFIT_WORDEN").put("ontwikkelwens", "Betaald werk").putNull("eigenWoorden");
            pip.set("actueel", plan);
            return dossier;
        });
        Rows.clear("dossier_snapshot");
        try {
            Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
            reads(fiyori.get("/hours"), texts(Language.EN).lead_free());
            assertFalse(form(fiyori).document().select("input[name=kind]").eachAttr("value").contains("PARTICIPATION"), "another plan");
            Map<String, String> sent = filledIn(fiyori.get("/hours/" + entry + "/change"));
            Answer told = fiyori.post("/hours", with(sent, "length", ""));
            check(told, 400, Language.EN);

            assertEquals(303, fiyori.post("/hours", with(filledIn(told), "length", "times")).status());

            assertEquals(was, book.find(key(), entry).orElseThrow().written());
            assertEquals(2, acts());
        } finally {
            world.municipality().change(FIYORI, dossier -> original[0]);
            Rows.clear("dossier_snapshot");
        }
    }

    @Test
    void aQuestionIsAnsweredOnItsOwnPage() {
        UUID entry = written(today().minusDays(2));
        log(entry, new Act.Asked(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1, Reason.WHO, "Wie was erbij?"));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer page = fiyori.get("/hours/" + entry);
        reads(page, texts(Language.EN).reason(Reason.WHO), "Wie was erbij?");
        String answer = "/hours/" + entry + "/answer";

        reads(fiyori.submit(page, answer, Map.of("note", "")), texts(Language.EN).answer_empty());
        Answer tooLong = fiyori.submit(page, answer, Map.of("note", "x".repeat(501)));
        reads(tooLong, entry(Language.EN).mistake(Mistake.NOTE));
        assertEquals("x".repeat(501), tooLong.document().getElementById("note").text());
        Answer sent = fiyori.follow(fiyori.submit(page, answer, Map.of("note", "ሃና")));

        reads(sent, texts(Language.EN).state_text(State.WAITING), "ሃና");
        assertEquals(State.WAITING, book.find(key(), entry).orElseThrow().state());
    }

    @Test
    void otherWordsInAnAnswerThatWasGivenAreNotLost() {
        UUID entry = written(today().minusDays(2));
        log(entry, new Act.Asked(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1, Reason.WHO, "Wie was erbij?"));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer page = fiyori.get("/hours/" + entry);
        String answer = "/hours/" + entry + "/answer";
        assertEquals(303, fiyori.submit(page, answer, Map.of("note", "Hana")).status());

        Answer told = fiyori.submit(page, answer, Map.of("note", "Hana and Sara"));

        check(told, 400, Language.EN);
        reads(told, entry(Language.EN).mistake(Mistake.UNFIT));
        assertEquals("Hana and Sara", told.document().getElementById("note").text());
        assertEquals("Hana", book.find(key(), entry).orElseThrow().written().note());
        assertEquals(303, fiyori.submit(told, answer, Map.of("note", "Hana and Sara")).status());
        assertEquals("Hana and Sara", book.find(key(), entry).orElseThrow().written().note());
    }

    @Test
    void anAnswerThatWasKeptIsThereAlsoWhenNothingIsAskedAnyMore() {
        UUID entry = written(today().minusDays(2));
        UUID question = UUID.randomUUID();
        log(entry, new Act.Asked(question, TestClock.now(), "M-1001", NAME, 1, Reason.WHO, "Wie was erbij?"));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer page = fiyori.get("/hours/" + entry);
        TestClock.advance(Duration.ofMinutes(16));
        Answer told = fiyori.follow(fiyori.submit(page, "/hours/" + entry + "/answer", Map.of("note", "Hana")));
        log(entry, new Act.Undone(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, question));

        Answer back = fiyori.choose(fiyori.open(told.document().select("main a.button").attr("href")), Map.of("person", FIYORI));

        check(back, 200, Language.EN);
        assertEquals("Hana", back.document().getElementById("note").text());
    }

    @Test
    void whoAnswersAndThenGoesBackCanStillTakeItBack() {
        UUID entry = written(today().minusDays(2));
        log(entry, new Act.Asked(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1, Reason.WHO, "Wie was erbij?"));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer page = fiyori.get("/hours/" + entry);

        assertEquals(303, fiyori.submit(page, "/hours/" + entry + "/answer", Map.of("note", "Hana")).status());
        assertEquals(303, fiyori.submit(page, "/hours/" + entry + "/withdraw", Map.of()).status());

        assertEquals(State.WITHDRAWN, book.find(key(), entry).orElseThrow().state());
    }

    @Test
    void whatIsTakenBackDoesNotCountAndSaysSo() {
        UUID entry = written(today().minusDays(2));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer page = fiyori.get("/hours/" + entry);

        Answer gone = fiyori.follow(fiyori.submit(page, "/hours/" + entry + "/withdraw", Map.of()));
        assertEquals(303, fiyori.submit(page, "/hours/" + entry + "/withdraw", Map.of()).status(), "twice is once");

        reads(gone, texts(Language.EN).state_text(State.WITHDRAWN));
        assertEquals(0, gone.document().select("form[action$=/withdraw]").size());
        reads(fiyori.get("/hours"), texts(Language.EN).none());
        assertEquals(2, acts());
    }

    @Test
    void whatIsAcceptedSaysWhoLookedAndWhetherTheMunicipalityHasIt() {
        UUID entry = written(today().minusDays(2));
        log(entry, new Act.Accepted(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1));
        Rows.run("insert into hour_told (municipality, participant, id, entry, judgement, kind, minutes, content, since, settled_at, taken)"
                + " select municipality, participant, gen_random_uuid(), id, gen_random_uuid(), kind, minutes, '{}', now(), now(), true"
                + " from hour_entry");
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);

        Answer shown = fiyori.get("/hours/" + entry);

        reads(shown, texts(Language.EN).state_text(State.ACCEPTED), NAME,
                texts(Language.EN).delivery(Delivery.Step.ARRIVED), texts(Language.EN).correct_accepted());
        assertFalse(shown.text().contains(texts(Language.EN).self_reported()));
    }

    @Test
    void whatIsAcceptedSaysHowFarItIsOnItsWayToTheMunicipality() {
        UUID entry = written(today().minusDays(2));
        log(entry, new Act.Accepted(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1));
        Rows.run("insert into hour_told (municipality, participant, id, entry, judgement, kind, minutes, content, since)"
                + " select municipality, participant, gen_random_uuid(), id, gen_random_uuid(), kind, minutes, '{}', now() from hour_entry");
        // Not to be delivered: the time for that never comes.
        Rows.run("insert into outbox (municipality, participant, id, kind, subject, body, created_at) select municipality, participant, id,"
                + " 'HOURS', entry::text, '{}', now() from hour_told on conflict do nothing");
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);

        reads(fiyori.get("/hours/" + entry), texts(Language.EN).delivery(Delivery.Step.SAVED));

        Rows.run("update outbox set attempts = 2");
        reads(fiyori.get("/hours/" + entry), texts(Language.EN).delivery(Delivery.Step.UNDERWAY));

        Rows.clear("outbox");
        reads(fiyori.get("/hours/" + entry), texts(Language.EN).delivery(Delivery.Step.UNDERWAY));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheMunicipalityGoesOnCountingSaysSoWithTheTotal(Language language) {
        UUID entry = written(today().minusDays(2));
        log(entry, new Act.Accepted(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1));
        Keeping.takes();
        log(entry, new Act.Withdrawn(UUID.randomUUID(), TestClock.now()));
        Portal fiyori = Portal.signedIn(FIYORI, language);
        assertEquals(0, fiyori.get("/hours").document().select("section[aria-labelledby=still]").size(), "it is being told");
        Keeping.keeps();

        Answer all = fiyori.get("/hours");
        Answer shown = fiyori.get(all.document().selectFirst("section[aria-labelledby=still] a").attr("href"));

        check(all, 200, language);
        check(shown, 200, language);
        reads(all, texts(language).still_total(hours(language, 180)), texts(language).still_title());
        assertEquals("/hours/" + entry, shown.path());
        reads(shown, texts(language).still(hours(language, 180)), texts(language).happened(Step.KEPT));
    }

    @Test
    void nobodyReachesTheEntriesOfSomebodyElse() {
        UUID entry = written(today().minusDays(2));
        Portal hatice = Portal.signedIn("g-turkish-z", Language.TR);
        String token = form(hatice).document().select("input[name=csrf-token]").val();

        for (String path : List.of("", "/change", "/answer", "/withdraw")) {
            assertEquals(404, hatice.get("/hours/" + entry + path).status(), path);
        }
        Map<String, String> act = Map.of("csrf-token", token, "act", UUID.randomUUID().toString(), "note", "x");
        assertEquals(404, hatice.post("/hours/" + entry + "/answer", act).status());
        assertEquals(404, hatice.post("/hours/" + entry + "/withdraw", act).status());
        Answer form = hatice.get("/hours/new?again=" + entry);
        assertNull(form.document().selectFirst("input[name=activity][checked]"));
        assertEquals(303, hatice.submit(form, "/hours", cooking("id", entry.toString())).status(), "another row of another person");
        assertEquals(180, book.find(key(), entry).orElseThrow().written().minutes());
        assertEquals(2, Rows.of("select id from hour_entry").size());
    }

    @Test
    void whatWasFilledInWhenTheSessionHadEndedIsThereAgain() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer form = form(fiyori);
        TestClock.advance(Duration.ofMinutes(16));
        Answer told = fiyori.follow(fiyori.submit(form, "/hours", cooking("place", "De Haven", "length", "240")));
        reads(told, Texts.in(Language.EN, Messages.class).session_ended_kept());

        Answer back = fiyori.choose(fiyori.open(told.document().select("main a.button").attr("href")), Map.of("person", FIYORI));

        check(back, 200, Language.EN);
        assertEquals("De Haven", back.document().getElementById("place").val());
        assertEquals("240", back.document().selectFirst("input[name=length][checked]").val());
        assertEquals(form.document().select("input[name=id]").val(), back.document().select("input[name=id]").val());
        assertEquals(303, fiyori.submit(back, "/hours", cooking("place", "De Haven", "length", "240")).status());
        assertEquals(1, acts());
    }

    @Test
    void aPhoneThatSendsLaterIsToldInJson() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN).accepting("application/json");
        Map<String, String> fields = cooking("id", UUID.randomUUID().toString(),
                "csrf-token", form(fiyori).document().select("input[name=csrf-token]").val());

        Answer wrong = fiyori.post("/hours", with(fields, "length", "0"));
        assertEquals(400, wrong.status());
        assertTrue(wrong.body().contains(entry(Language.EN).mistake(Mistake.MINUTES)), wrong.body());
        assertEquals(201, fiyori.post("/hours", fields).status());
        assertEquals(200, fiyori.post("/hours", fields).status());
        Answer other = fiyori.post("/hours", with(fields, "length", "60"));
        assertEquals(400, other.status());
        assertTrue(other.body().contains(entry(Language.EN).sent_before()), other.body());
        Answer odd = fiyori.post("/hours", with(with(fields, "length", "600"), "id", UUID.randomUUID().toString()));
        assertTrue(odd.body().contains("\"sure\":\"LONGDAY\""), odd.body());
        assertEquals(1, acts());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void homeSaysThatHoursWereLookedAtSinceTheLastVisit(Language language) {
        DossierMessages dossier = Texts.in(language, DossierMessages.class);
        UUID entry = written(today().minusDays(2));
        Portal.signedIn(FIYORI, language);
        TestClock.advance(Duration.ofMinutes(1));
        refuse(entry, Reason.PROOF, null);
        TestClock.advance(Duration.ofMinutes(1));

        Answer home = Portal.signedIn(FIYORI, language).get("/");

        check(home, 200, language);
        reads(home, dossier.hours_news(HoursNews.What.REFUSED));
        assertFalse(home.text().contains(Answer.plain(dossier.hours_news(HoursNews.What.ACCEPTED))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsAskedStaysAtHomeUntilItIsAnswered(Language language) {
        String asked = Texts.in(language, DossierMessages.class).hours_news(HoursNews.What.ASKED);
        UUID entry = written(today().minusDays(2));
        Portal.signedIn(FIYORI, language);
        log(entry, new Act.Asked(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1, Reason.WHO, "Wie was erbij?"));
        for (int visit = 0; visit < 3; visit++) {
            TestClock.advance(Duration.ofDays(1));
            Answer home = Portal.signedIn(FIYORI, language).get("/");
            check(home, 200, language);
            reads(home, asked);
        }
        Portal fiyori = Portal.signedIn(FIYORI, language);
        fiyori.submit(fiyori.get("/hours/" + entry), "/hours/" + entry + "/answer", Map.of("note", "Hana"));

        assertFalse(fiyori.get("/").text().contains(Answer.plain(asked)));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatNothingWouldMakeCountIsNotCalledNotYetApproved(Reason reason) {
        UUID entry = written(today().minusDays(2));
        refuse(entry, reason, null);
        boolean forGood = Set.of(Reason.TWICE, Reason.LESSON, Reason.NOTCOUNTED).contains(reason);

        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer shown = fiyori.get("/hours/" + entry);

        check(shown, 200, Language.EN);
        reads(shown, forGood ? texts(Language.EN).refused_final_text() : texts(Language.EN).state_text(State.REFUSED));
        assertEquals(forGood ? texts(Language.EN).refused_final() : texts(Language.EN).state(State.REFUSED),
                shown.document().selectFirst(".state").ownText().strip());
        assertEquals(1, shown.document().select("main a[href='/help/ask?topic=hours']").size());
        Function<Language, String> stands = language -> forGood ? texts(language).refused_final() : texts(language).state(State.REFUSED);
        assertEquals(stands.apply(Language.EN), shown.document().selectFirst("section[aria-labelledby=history] b").text());
        String listed = fiyori.get("/hours/hours.csv").body();
        assertTrue(listed.contains("\"" + stands.apply(Language.NL) + " / " + stands.apply(Language.EN) + "\""), listed);
        List<String> sums = fiyori.get("/hours").document().select("main dt").eachText();
        assertTrue(sums.contains(texts(Language.EN).refused_final()), "both sorts are in one sum: " + sums);
    }

    @Test
    void aFileThatIsNoPictureIsRefusedAndTheRestStays() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        Answer form = form(fiyori);
        Map<String, String> fields = cooking("place", "De Haven");
        form.document().select("form[action=/hours] input[type=hidden]").forEach(field -> fields.putIfAbsent(field.attr("name"), field.val()));

        Answer told = fiyori.postWithFile("/hours", fields, "photo", "photo.jpg", "no picture at all".getBytes(StandardCharsets.UTF_8));

        check(told, 400, Language.EN);
        assertEquals("De Haven", told.document().getElementById("place").val());
        assertEquals("180", told.document().selectFirst("input[name=length][checked]").val());
        assertEquals(1, told.document().select("[role=alert] a[href=#photo]").size());
        assertEquals(0, acts());
        assertEquals(303, fiyori.submit(told, "/hours", cooking("place", "De Haven")).status());
        assertEquals(1, acts());
    }

    @Test
    void manyEntriesAreShownAFewAtATime() {
        for (int number = 0; number < 45; number++) {
            written(today().minusMonths(1).withDayOfMonth(1 + number % 28));
        }
        written(today().minusMonths(3));
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);

        Answer first = fiyori.get("/hours");
        assertEquals(40, first.document().select("section[aria-labelledby=months] .card").size());
        Answer second = fiyori.get(link(first, texts(Language.EN).more()));
        assertEquals(5, second.document().select("section[aria-labelledby=months] .card").size());
        Answer back = fiyori.get(second.document().select("main a[rel=prev]").attr("href").replaceFirst("#.*", ""));
        assertEquals(40, back.document().select("section[aria-labelledby=months] .card").size());
        Answer earlier = fiyori.get(link(second, texts(Language.EN).earlier()));
        assertEquals(1, earlier.document().select("section[aria-labelledby=months] .card").size());
        for (String garbled : List.of("?month=x", "?month=2026-13", "?page=-1", "?page=999999", "?saved=x", "?kept=x")) {
            check(fiyori.get("/hours" + garbled), 200, Language.EN);
        }
    }

    @Test
    void aTextInScriptIsOnlyText() {
        Portal fiyori = Portal.signedIn(FIYORI, Language.EN);
        send(fiyori, cooking("note", "<script>alert(1)</script>", "place", "\u202eabc"));

        Answer shown = fiyori.get("/hours/" + only());

        assertTrue(shown.body().contains("&lt;script&gt;"), "escaped");
        assertFalse(shown.body().contains("<script>alert"));
    }

    private Map<String, UUID> oneOfEach() {
        Map<String, UUID> entries = new HashMap<>();
        for (int day = 2; day < 8; day++) {
            entries.put(String.valueOf(day), written(today().minusDays(day)));
        }
        refuse(entries.get("2"), Reason.PROOF, "Stuur een foto.");
        log(entries.get("3"), new Act.Accepted(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1));
        log(entries.get("4"), new Act.Asked(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1, Reason.OWNWORDS, "Wie was erbij?"));
        log(entries.get("5"), new Act.Withdrawn(UUID.randomUUID(), TestClock.now()));
        log(entries.get("6"), new Act.Sent(UUID.randomUUID(), TestClock.now(), cooked(today().minusDays(6)).saying("ሾርባ")));
        entries.put("ASKED", entries.get("4"));
        return entries;
    }

    private UUID written(LocalDate day) {
        return logged(cooked(day));
    }

    private UUID logged(Written written) {
        UUID id = UUID.randomUUID();
        log(id, new Act.Sent(id, TestClock.now(), written));
        return id;
    }

    private static Written cooked(LocalDate day) {
        return new Written(Kind.PARTICIPATION, Activity.VOLUNTEERING, day, LocalTime.of(9, 30), 180, SpokeDutch.ALITTLE,
                "MAATSCHAPPELIJK_FIT_WORDEN", "Buurthuis De Haven", "Hanna", null, null);
    }

    private static Written untimed(Kind kind, Activity activity, LocalDate day) {
        return new Written(kind, activity, day, null, 60, null, null, null, null, null, null);
    }

    /** What a browser sends of the form on a page as it is filled in there. */
    private static Map<String, String> filledIn(Answer page) {
        Map<String, String> fields = new HashMap<>();
        ((FormElement) page.document().selectFirst("main form[action=/hours]")).formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.remove(PictureField.FILE);
        return fields;
    }

    private void refuse(UUID entry, Reason reason, String note) {
        log(entry, new Act.Refused(UUID.randomUUID(), TestClock.now(), "M-1001", NAME, 1, reason, note));
    }

    private void log(UUID entry, Act act) {
        assertTrue(book.log(key(), entry, act).isThere(), act.toString());
    }

    private ParticipantKey key() {
        return new ParticipantKey("9901", world.municipality().idOf(FIYORI));
    }

    private static Answer form(Portal portal) {
        return portal.get("/hours/new");
    }

    private static Answer send(Portal portal, Map<String, String> typed) {
        return portal.submit(form(portal), "/hours", typed);
    }

    private static Map<String, String> cooking(String... changed) {
        Map<String, String> fields = new HashMap<>(Map.of("activity", "VOLUNTEERING", "when", today().toString(), "length", "180",
                "dutch", "ALITTLE"));
        for (int field = 0; field < changed.length; field += 2) {
            fields.put(changed[field], changed[field + 1]);
        }
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static String link(Answer page, String words) {
        return page.document().select("main a").stream().filter(link -> link.text().equals(words)).findFirst().orElseThrow()
                .attr("href").replaceFirst("#.*", "");
    }

    private static UUID only() {
        return UUID.fromString(Rows.of("select id from hour_entry").get(0));
    }

    private static int acts() {
        return Rows.of("select id from hour_act").size();
    }

    private static int waiting() {
        return Rows.of("select id from hour_entry where state = 'WAITING'").size();
    }

    private static LocalDate today() {
        return TestClock.today();
    }

    private static String hours(Language language, int minutes) {
        return Durations.of(language).hours(Duration.ofMinutes(minutes));
    }

    private static HoursMessages texts(Language language) {
        return Texts.in(language, HoursMessages.class);
    }

    private static EntryMessages entry(Language language) {
        return Texts.in(language, EntryMessages.class);
    }

    private static void reads(Answer page, String... words) {
        for (String each : words) {
            assertTrue(page.text().contains(Answer.plain(each)), () -> page.path() + " lacks: " + each + "\n" + page.text());
        }
    }

    private static void check(Answer page, int status, Language language) {
        assertEquals(status, page.status(), page.path());
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }
}

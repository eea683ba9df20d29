package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.agenda.WorkMistake.What;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Durations;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import nl.opkoers.language.Texts;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Liam works in shifts and wants to see his work beside his lessons; nobody else needs to know. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class WorkPageTest {

    private static final String WORK = "/agenda/work";
    private static final String LIAM = "g-english-shift";
    private static final String HATICE = "g-turkish-z";
    private static final Map<String, String> EARLY = Map.of("from0", "08:00", "to0", "16:30", "from1", "08:00", "to1", "16:30");

    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        Rows.clear("work_pattern");
        Rows.clear("kept_form");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageIsAsAPageShouldBeInEveryLanguage(Language language) {
        Portal liam = Portal.signedIn(LIAM, language);
        check(liam.get(WORK), 200, language);
        check(liam.get(WORK + "/new"), 200, language);
        check(liam.get(WORK + "/new?kind=x"), 400, language);
        for (WorkKind kind : WorkKind.values()) {
            check(form(liam, kind), 200, language);
            check(send(liam, kind, Map.of("from0", "17:00", "to0", "09:00", "date0", "x", "day", "y")), 400, language);
            check(send(liam, kind, Map.of()), 400, language);
            check(liam.follow(send(liam, kind, good(kind))), 200, language);
        }
        Answer known = liam.get(WORK);
        check(known, 200, language);
        assertEquals(4, known.document().select(".card h2").size());
        for (Element change : known.document().select(".card a.button")) {
            check(liam.get(change.attr("href")), 200, language);
        }
        check(remove(liam, known), 200, language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"NL | Elke maandag en dinsdag, 08:00–16:30", "EN | Every Monday and Tuesday, 08:00–16:30",
        "TR | Her Pazartesi ve Salı, 08:00–16:30", "AR | كل أسبوع: الاثنين والثلاثاء، 08:00–16:30",
        "TI | ኩሉ ሰሙን፦ ሰኑይ፡ ሰሉስ፡ 08:00 (ንግሆ)–16:30 (ድሕሪ ቀትሪ)"})
    void whatIsKnownIsSaidInWords(Language language, String words) {
        Portal liam = Portal.signedIn(LIAM, language);

        Answer known = liam.follow(send(liam, WorkKind.WEEKLY, EARLY));

        assertEquals(200, known.status());
        reads(known, words);
        reads(known, texts(language).saved());
        reads(known, texts(language).who());
        reads(known, texts(language).benefit(Durations.of(language).period(Period.ofDays(7))));
    }

    @Test
    void shiftsNightsAndWeeksOfWorkAreSaidInWords() {
        LocalDate lastMonday = Dates.mondayOf(TestClock.today()).minusWeeks(1);
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        send(liam, WorkKind.SHIFTS, Map.of("day", TestClock.today().toString(), "on", "7", "off", "1", "from0", "22:00", "to0", "06:00", "next0", "yes"));
        send(liam, WorkKind.ALTERNATING, Map.of("day", lastMonday.plusDays(3).toString(), "from4", "09:00", "to4", "17:00"));
        send(liam, WorkKind.LOOSE, Map.of("date0", TestClock.today().minusDays(9).toString(), "from0", "09:00", "to0", "17:00"));

        Answer known = liam.get(WORK);

        reads(known, "7 days of work, then 1 day free");
        reads(known, "22:00–06:00, until the next day");
        reads(known, "Counted from " + Dates.of(Language.EN).day(TestClock.today()));
        reads(known, "Every other week on Friday, 09:00–17:00");
        reads(known, texts(Language.EN).working_week(Dates.of(Language.EN).day(lastMonday.plusWeeks(2))));
        reads(known, texts(Language.EN).past());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 | 2 | يوم عمل واحد، ثم يوما راحة", "3 | 11 | 3 أيام عمل، ثم 11 يوم راحة"})
    void arabicCountsDaysAsArabicDoes(int on, int off, String words) {
        Portal liam = Portal.signedIn(LIAM, Language.AR);
        Map<String, String> shifts = new HashMap<>(good(WorkKind.SHIFTS));
        shifts.putAll(Map.of("on", String.valueOf(on), "off", String.valueOf(off)));

        reads(liam.follow(send(liam, WorkKind.SHIFTS, shifts)), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "weekly | next3=yes | from0 | NO_DAYS", "loose | rows=4 | date0 | NO_DAYS",
        "weekly | from0=08:00&to0=16:00&from7=08:00 | from0 | TOO_MANY_ROWS",
        "loose | date98=TODAY&from98=08:00&to98=09:00 | date0 | TOO_MANY_ROWS",
        "everyOtherWeek | from0=08:00&to0=16:00 | day | DATE_MISSING",
        "loose | from2=08:00&to2=16:00 | date2 | DATE_MISSING",
        "shifts | day=0206-11-01&on=7&off=7&from0=08:00&to0=16:00 | day | DATE_TOO_LONG_AGO",
        "loose | date1=9999-11-21&from1=08:00&to1=16:00 | date1 | DATE_TOO_FAR_AHEAD",
        "shifts | day=TODAY&on=61&off=7&from0=08:00&to0=16:00 | on | DAYS_ON",
        "shifts | day=TODAY&on=7&off=zeven&from0=08:00&to0=16:00 | off | DAYS_OFF",
        "weekly | from2=vroeg&to2=16:00 | from2 | BEGIN_MISSING",
        "weekly | from2=08:00 | to2 | END_MISSING",
        "weekly | from2=22:00&to2=06:00 | to2 | END_NOT_AFTER_BEGIN",
        "weekly | from2=08:00&to2=09:00&next2=yes | to2 | LONGER_THAN_A_DAY",
        "weekly | from2=22:00&to2=06:00&next2=yes&from3=05:00&to3=09:00 | from3 | OVERLAPS_ANOTHER"})
    void everyMistakeIsToldWhereItIsAndWhatWasTypedStays(String kind, String typed, String field, What what) {
        Portal hatice = Portal.signedIn(HATICE, Language.TR);
        Map<String, String> fields = fields(typed);

        Answer told = send(hatice, WorkKind.ofTag(kind).orElseThrow(), fields);

        check(told, 400, Language.TR);
        String words = texts(Language.TR).mistake(what);
        Element summary = told.document().selectFirst("[tabindex=-1][autofocus]");
        assertTrue(Answer.plain(summary.select("a[href=#" + field + "]").text()).endsWith(Answer.plain(words)), summary.text());
        Element input = told.document().getElementById(field);
        assertEquals("true", input.attr("aria-invalid"));
        assertEquals(words, told.document().getElementById(input.attr("aria-describedby")).text());
        assertEquals(1, told.document().select("[aria-invalid]").size(), "nothing else is called wrong");
        fields.forEach((name, value) -> told.document().select("input[name=" + name + "]:not([type=hidden])")
                .forEach(shown -> assertEquals(value, shown.val(), name)));
        assertEquals(0, kept());
    }

    @Test
    void aMistakeInADaySaysWhichDay() {
        Answer told = send(Portal.signedIn(LIAM, Language.EN), WorkKind.WEEKLY, Map.of("from2", "08:00"));

        reads(told, "Wednesday: " + texts(Language.EN).mistake(What.END_MISSING));
    }

    @Test
    void aDoubledTapIsOnePattern() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        Answer form = form(liam, WorkKind.WEEKLY);

        assertEquals(303, liam.submit(form, WORK, EARLY).status());
        assertEquals(303, liam.submit(form, WORK, EARLY).status());

        assertEquals(1, kept());
    }

    @Test
    void aPatternIsChangedInItsOwnPlace() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        send(liam, WorkKind.WEEKLY, EARLY);
        send(liam, WorkKind.SHIFTS, good(WorkKind.SHIFTS));
        Answer form = liam.get(liam.get(WORK).document().select(".card a.button").first().attr("href"));
        assertEquals("16:30", form.document().getElementById("to1").val());

        Answer known = liam.follow(liam.submit(form, WORK, Map.of("from4", "09:00", "to4", "12:00")));

        assertEquals(2, known.document().select(".card").size());
        reads(known, "Every Friday, 09:00–12:00");
        assertFalse(known.text().contains("Monday"));
        assertEquals(texts(Language.EN).kind(WorkKind.WEEKLY), known.document().select(".card h2").first().text());
    }

    @Test
    void whatIsRemovedWithOneTapCanBePutBack() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        Answer known = liam.follow(send(liam, WorkKind.WEEKLY, EARLY));

        Answer removed = remove(liam, known);
        assertEquals(removed.path(), remove(liam, known).path(), "a second tap is harmless");
        reads(removed, texts(Language.EN).none());
        assertEquals(0, kept());

        Answer back = liam.follow(liam.submit(removed, removed.document().select("main form").attr("action"), Map.of()));
        reads(back, "Every Monday and Tuesday");
        assertEquals(1, kept());
    }

    @Test
    void moreDatesCanBeAskedForAndNothingIsSavedYet() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        Map<String, String> typed = new HashMap<>(good(WorkKind.LOOSE));
        typed.put("more", "yes");

        Answer more = send(liam, WorkKind.LOOSE, typed);

        check(more, 200, Language.EN);
        assertEquals(8, more.document().select("input[type=date]").size());
        assertEquals(typed.get("date0"), more.document().getElementById("date0").val());
        assertEquals(0, kept());
        typed.remove("more");
        assertEquals(303, liam.submit(more, WORK, typed).status());
    }

    @Test
    void twoPeopleNeverSeeEachOthersWork() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        Portal hatice = Portal.signedIn(HATICE, Language.TR);
        Answer known = liam.follow(send(liam, WorkKind.WEEKLY, EARLY));
        String change = known.document().select(".card a.button").attr("href");
        String id = change.substring(change.lastIndexOf('/') + 1);

        assertEquals(404, hatice.get(change).status());
        Answer own = hatice.get(WORK + "/new?kind=shifts");
        Map<String, String> token = Map.of("csrf-token", own.document().select("input[name=csrf-token]").val());
        assertEquals(404, hatice.post(change + "/remove", token).status());
        assertEquals(404, hatice.post(change + "/back", token).status());
        reads(hatice.get(WORK + "?saved=" + id + "&removed=" + id), texts(Language.TR).none());
        Map<String, String> shifts = new HashMap<>(good(WorkKind.SHIFTS));
        shifts.put("id", id);
        assertEquals(303, hatice.submit(own, WORK, shifts).status(), "the same id is another row of another person");

        reads(liam.get(WORK), "Every Monday and Tuesday, 08:00–16:30");
        assertEquals(2, kept());
    }

    @Test
    void whatWasTypedWhenTheSessionHadEndedIsThereAgainAfterwards() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        Answer form = form(liam, WorkKind.WEEKLY);
        TestClock.advance(Duration.ofMinutes(16));
        Answer told = liam.follow(liam.submit(form, WORK, Map.of("from3", "half eight", "to3", "16:30", "next3", "yes")));
        reads(told, Texts.in(Language.EN, Messages.class).session_ended_kept());

        String on = told.document().select("main a.button").attr("href");
        Answer back = liam.choose(liam.open(on), Map.of("person", LIAM));

        check(back, 200, Language.EN);
        assertEquals("half eight", back.document().getElementById("from3").val());
        assertEquals("16:30", back.document().getElementById("to3").val());
        assertNotNull(back.document().selectFirst("input[name=next3][checked]"));
        assertEquals(form.document().select("input[name=id]").val(), back.document().select("input[name=id]").val());
        Portal hatice = Portal.signedIn(HATICE, Language.EN);
        reads(hatice.get(back.path()), texts(Language.EN).none());
    }

    @Test
    void aLateButtonLeadsBackToTheList() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        for (String button : new String[] {"remove", "back"}) {
            assertEquals(WORK, liam.open(WORK + "/" + UUID.randomUUID() + "/" + button + "?kept=1").path());
        }
    }

    @Test
    void thereIsRoomForTenAndThatIsSaidBeforeAndAfterTyping() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        Answer early = form(liam, WorkKind.WEEKLY);
        Answer known = null;
        for (int job = 0; job < 10; job++) {
            known = liam.follow(send(liam, WorkKind.WEEKLY, EARLY));
        }
        reads(known, texts(Language.EN).full("10"));
        assertEquals(WORK, liam.open(WORK + "/new").path());

        Answer told = liam.submit(early, WORK, EARLY);

        check(told, 400, Language.EN);
        reads(told, texts(Language.EN).full("10"));
        assertEquals("08:00", told.document().getElementById("from0").val());
        Answer removed = remove(liam, known);
        assertEquals(303, liam.submit(early, WORK, EARLY).status(), "now there is room");
        String back = removed.document().select("main form").attr("action");
        reads(liam.follow(liam.submit(removed, back, Map.of())), texts(Language.EN).full("10"));
        assertEquals(10, kept());
        Answer change = liam.get(liam.get(WORK).document().select(".card a.button").attr("href"));
        assertEquals(303, liam.submit(change, WORK, EARLY).status(), "what is there can be changed");
    }

    @Test
    void garbageIsAnsweredOnAPage() {
        Portal liam = Portal.signedIn(LIAM, Language.EN);
        Answer form = form(liam, WorkKind.WEEKLY);

        reads(liam.submit(form, WORK, Map.of("kind", "monthly")), texts(Language.EN).choice_unknown());
        reads(liam.get(WORK + "/new?kind=%00"), texts(Language.EN).choice_unknown());
        check(liam.submit(form, WORK, Map.of("kind", "")), 400, Language.EN);
        check(liam.submit(form, WORK, Map.of("id", "no id")), 400, Language.EN);
        check(liam.post(WORK, good(WorkKind.LOOSE)), 400, Language.EN);
        check(liam.get(WORK + "/no-id"), 404, Language.EN);
        check(liam.get(WORK + "/" + UUID.randomUUID()), 404, Language.EN);
        check(liam.get(WORK + "?kept=x&saved=y&removed=z"), 200, Language.EN);
        Map<String, String> many = new HashMap<>();
        IntStream.range(0, 99).forEach(row -> many.putAll(Map.of("date" + row, "{null}", "from" + row, "<b>", "to" + row, "\"")));
        Answer told = send(liam, WorkKind.LOOSE, many);
        assertEquals(400, told.status());
        assertEquals("<b>", told.document().getElementById("from7").val());
        assertEquals(0, kept());
    }

    @ParameterizedTest
    @ValueSource(strings = {WORK, WORK + "/new", WORK + "/new?kind=loose"})
    void nobodyButAParticipantHasWorkTimes(String path) {
        Portal coach = Portal.visitor(Language.EN);
        coach.signIn("coach-a", "/");
        assertEquals(403, coach.get(path).status());
        assertTrue(Portal.visitor(Language.EN).get(path).location().contains("/sign-in"));
    }

    private static int kept() {
        return Rows.of("select id from work_pattern where removed_at is null").size();
    }

    private static Answer form(Portal portal, WorkKind kind) {
        return portal.get(WORK + "/new?kind=" + kind.tag());
    }

    private static Answer send(Portal portal, WorkKind kind, Map<String, String> typed) {
        return portal.submit(form(portal, kind), WORK, typed);
    }

    /** Presses the first button that removes. */
    private static Answer remove(Portal portal, Answer known) {
        String action = known.document().select(".card form").first().attr("action");
        return portal.follow(portal.submit(known, action, Map.of()));
    }

    private static Map<String, String> good(WorkKind kind) {
        String today = TestClock.today().toString();
        return switch (kind) {
            case WEEKLY -> EARLY;
            case ALTERNATING -> Map.of("day", today, "from2", "09:00", "to2", "17:00");
            case SHIFTS -> Map.of("day", today, "on", "4", "off", "2", "from0", "22:00", "to0", "06:00", "next0", "yes");
            case LOOSE -> Map.of("date0", today, "from0", "09:00", "to0", "17:00");
        };
    }

    private static Map<String, String> fields(String typed) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(typed.replace("TODAY", TestClock.today().toString()).split("&")).map(field -> field.split("=")).forEach(field -> fields.put(field[0], field[1]));
        return fields;
    }

    private static WorkMessages texts(Language language) {
        return Texts.in(language, WorkMessages.class);
    }

    private static void reads(Answer page, String words) {
        assertTrue(page.text().contains(Answer.plain(words)), () -> words + " is not in " + page.text());
    }

    private static void check(Answer page, int status, Language language) {
        assertEquals(status, page.status(), page.path());
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }
}

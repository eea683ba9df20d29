package nl.opkoers.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.contact.HelpMessages;
import nl.opkoers.contact.WeekHours;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.PageInvariants;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walid works irregular shifts beside his lessons: his own week, what is in its way, and what is new in it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class MyWeekPageTest {

    private static final String WALID = "b1-arabic-exam";
    private static final int MOST_BYTES = 14 * 1024;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        TestClock.runOn();
        List.of("dossier_snapshot", "agenda_snapshot", "outbox", "agenda_seen", "work_pattern").forEach(Rows::clear);
    }

    private static LocalDate nextMonday() {
        return Dates.mondayOf(TestClock.today()).plusWeeks(1);
    }

    // His own work

    @ParameterizedTest
    @EnumSource(Language.class)
    void workStandsQuietlyInTheWeekAndOnlyItsOwnerSeesIt(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet.empty().keep();
        works(weekly("MONDAY", "08:00", "16:30", false));

        Element work = week(read(walid, "/agenda", language), nextMonday()).selectFirst("li.work");

        assertEquals(Answer.plain(words(language).own_work_at(Sheet.times(language, "08:00", "16:30"))),
                Answer.plain(work.select("h4").text()));
        assertTrue(Answer.plain(work.text()).contains(Answer.plain(words(language).own_work_who())));
        assertEquals(0, work.select("form").size(), "there is nobody to tell about it");
        assertFalse(Portal.signedIn("o-arabic-load", language).get("/agenda").body().contains("class=\"card work\""));
    }

    @Test
    void aNightOfWorkStandsOnBothDays() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet.empty().keep();
        works(weekly("MONDAY", "22:00", "06:00", true));

        List<String> nights = week(read(walid, "/agenda", Language.EN), nextMonday()).select("li.work h4").eachText().stream()
                .map(Answer::plain).toList();

        assertEquals(List.of("Work, 22:00–06:00, until the next day", "Work, 22:00–06:00, begun on the day before"), nights);
        assertEquals(List.of("22:00", "00:00"), week(read(walid, "/agenda", Language.EN), nextMonday()).select(".strip i").eachText().stream()
                .map(Answer::plain).toList(), "it begins once");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anEveningOverMidnightSaysOnBothDaysOnWhichItBegins(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet.empty().with("avond", "Participatie", Sheet.at(nextMonday(), "22:00"),
                item -> item.put("einde", Sheet.at(nextMonday().plusDays(1), "02:00").toString())).keep();
        String times = Sheet.times(language, "22:00", "02:00");
        String until = Answer.plain(Texts.in(language, WorkMessages.class).until_next_day(times));

        List<String> both = week(read(walid, "/agenda", language), nextMonday()).select("li.card .when").eachText().stream()
                .map(Answer::plain).toList();

        assertEquals(List.of(until, Answer.plain(words(language).begun_before(times))), both);
        String item = Answer.plain(read(walid, "/agenda/avond", language).document().select(".when").text());
        assertTrue(item.contains(until), item);
    }

    @Test
    void whatIsOnAtItsTimeIsFoundAfterTheMidnightToAnotherWeekToo() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet.empty().with("feest", "Participatie", Sheet.at(nextMonday().minusDays(1), "22:00"),
                item -> item.put("einde", Sheet.at(nextMonday(), "02:00").toString()))
                .with("nacht", "Les", Sheet.at(nextMonday(), "01:00")).keep();

        for (String id : List.of("feest", "nacht")) {
            assertEquals(1, read(walid, "/agenda/" + id, Language.EN).document().select("main .card p.notice").size(), id);
        }
    }

    @Test
    void anEndBeforeTheBeginIsNoEnd() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet.empty().with("les-1", "Les", Sheet.at(nextMonday(), "10:15"),
                item -> item.put("einde", Sheet.at(TestClock.today().minusDays(1), "09:15").toString()))
                .with("les-2", "Les", Sheet.at(nextMonday(), "12:00"), item -> item.remove("einde")).keep();

        Element week = week(read(walid, "/agenda", Language.EN), nextMonday());

        assertEquals(List.of("10:15", "12:00"), week.select("li.card .when").eachText().stream().map(Answer::plain).toList());
        assertFalse(week.text().contains(words(Language.EN).over()), "it is still to come: " + week.text());
    }

    @Test
    void whoWorksOneWeekAndNotTheNextSeesTheWeeksDiffer() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet.empty().keep();
        works("{\"kind\": \"every-other-week\", \"workingWeek\": \"" + nextMonday() + "\", \"days\": [{\"day\": \"MONDAY\","
                + " \"times\": {\"begin\": \"09:00\", \"end\": \"17:00\", \"nextDay\": false}}]}");

        Answer page = read(walid, "/agenda", Language.EN);

        assertEquals(0, week(page, nextMonday().minusWeeks(1)).select("li.work").size());
        assertEquals(1, week(page, nextMonday()).select("li.work").size());
        assertEquals(0, week(read(walid, "/agenda?from=" + nextMonday().plusWeeks(1), Language.EN), nextMonday().plusWeeks(1))
                .select("li.work").size());
        assertEquals(1, week(read(walid, "/agenda?from=" + nextMonday().plusWeeks(1), Language.EN), nextMonday().plusWeeks(2))
                .select("li.work").size());
    }

    // The load

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NL | Ongeveer 13 uur: 3 uur les, 1 uur en 30 minuten afspraken, 8 uur en 30 minuten werk.",
        "EN | About 13 hours: 3 hours of lessons, 1 hour and 30 minutes of appointments, 8 hours and 30 minutes of work.",
        "TR | Yaklaşık 13 saat: 3 saat ders, 1 saat 30 dakika randevu, 8 saat 30 dakika iş.",
        "AR | المجموع 13 ساعة تقريبًا: 3 ساعات من الدروس، ساعة واحدة و30 دقيقة من المواعيد، 8 ساعات و30 دقيقة من العمل.",
        "TI | ኣስታት 13 ሰዓታት፦ 3 ሰዓታት ትምህርቲ፡ 1 ሰዓት 30 ደቓይቕ ቆጸራ፡ 8 ሰዓታት 30 ደቓይቕ ስራሕ።"})
    void theLoadOfAWeekIsSaidInWords(Language language, String expected) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet.empty().with("les-1", "Les", Sheet.at(nextMonday(), "09:30")).with("les-2", "Les", Sheet.at(nextMonday(), "13:00"))
                .with("gesprek", "Afspraak", Sheet.at(nextMonday(), "16:00"))
                .with("les-3", "Les", Sheet.at(nextMonday(), "18:00"), item -> item.put("status", "Vervallen")).keep();
        works(weekly("TUESDAY", "08:00", "16:30", false));

        assertEquals(expected, Answer.plain(week(read(walid, "/agenda", language), nextMonday()).selectFirst("h2 + p").text()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2 | About 1 hour and 30 minutes of lessons.",
        "1 | About 1 hour and 30 minutes: 1 hour and 30 minutes of lessons, 1 hour and 30 minutes of appointments. "
                + "What is at the same time counts once."})
    void whatIsAtTheSameTimeCountsOnce(int version, String expected) {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet sheet = Sheet.empty().with("les-1", "Les", Sheet.at(nextMonday(), "09:30"));
        sheet.with("gesprek", version == 2 ? "Les" : "Afspraak", Sheet.at(nextMonday(), "09:30")).keep();

        assertEquals(expected, Answer.plain(week(read(walid, "/agenda", Language.EN), nextMonday()).selectFirst("h2 + p").text()));
    }

    @Test
    void ofAnEmptyWeekNothingIsCounted() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet.empty().keep();

        Element week = week(read(walid, "/agenda", Language.EN), nextMonday());

        assertEquals(words(Language.EN).week_none(), week.selectFirst("h2 + p").text());
        assertEquals(0, week.select(".strip").size());
    }

    // At the same time

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsAtTheSameTimeIsSaidOnBothWithWhatOneCanDo(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet.empty().with("les-1", "Les", Sheet.at(nextMonday(), "09:30"))
                .with("gesprek", "Afspraak", Sheet.at(nextMonday(), "10:00"))
                .with("les-2", "Les", Sheet.at(nextMonday(), "09:30"), item -> item.put("status", "Vervallen"))
                .with("les-3", "Les", Sheet.at(nextMonday(), "11:30")).keep();
        works(weekly("MONDAY", "10:45", "11:15", false));

        Element week = week(read(walid, "/agenda", language), nextMonday());

        String lesson = words(language).same_time(words(language).kind(Agenda.Kind.LESSON), Sheet.times(language, "09:30", "11:00"));
        String talk = words(language).same_time(words(language).kind(Agenda.Kind.APPOINTMENT), Sheet.times(language, "10:00", "11:30"));
        String work = words(language).same_time(words(language).own_work(), Sheet.times(language, "10:45", "11:15"));
        clashes(card(week, "les-1"), "/agenda/les-1/decline", words(language).decline(), talk, work);
        clashes(card(week, "gesprek"), "/agenda/gesprek/move", words(language).same_time_move(), lesson, work);
        clashes(week.selectFirst("li.work"), "/agenda/letter", Texts.in(language, FeedMessages.class).letter_title(), lesson, talk);
        assertEquals(0, card(week, "les-2").select("p.notice + p a, a[href$=decline]").size(), "what is off is in nobody's way");
        assertEquals(0, card(week, "les-3").select(".notice").size(), "what begins when the other ends neither");
        clashes(read(walid, "/agenda/gesprek", language).document().selectFirst("main .card"), "/agenda/gesprek/move",
                words(language).same_time_move(), lesson, work);
        assertEquals(1, read(walid, "/agenda/gesprek/move", language).document().select("details[open] #move-date1").size());
    }

    @Test
    void whoSaidNotToComeHasNothingInTheWayAnyMore() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet.empty().with("les-1", "Les", Sheet.at(nextMonday(), "09:30"))
                .with("gesprek", "Afspraak", Sheet.at(nextMonday(), "10:00")).keep();

        walid.submit(walid.get("/agenda/gesprek"), "/agenda/gesprek/decline", Map.of("reason", "WORK"));
        hold();

        Answer agenda = read(walid, "/agenda", Language.EN);
        assertFalse(agenda.text().contains("At the same time"));
        String load = "About 1 hour and 30 minutes of lessons.";
        assertEquals(load, Answer.plain(week(agenda, nextMonday()).selectFirst("h2 + p").text()));
        Answer talk = walid.get("/agenda/talk?week=" + nextMonday());
        HelpMessages help = Texts.in(Language.EN, HelpMessages.class);
        assertTrue(talk.text().contains(help.hours(WeekHours.Sort.LESSON)), talk.text());
        assertFalse(talk.text().contains(help.hours(WeekHours.Sort.APPOINTMENT)), talk.text());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ofManyAtOnceAFewAreNamed(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet sheet = Sheet.empty();
        for (int item = 1; item <= 14; item++) {
            sheet.with("les-" + item, "Les", Sheet.at(nextMonday(), "09:30"));
        }
        sheet.keep();

        Element card = card(week(read(walid, "/agenda", language), nextMonday()), "les-1");

        assertEquals(2, card.select("p.notice").size());
        assertTrue(Answer.plain(card.text()).contains(Answer.plain(words(language).same_time_more(11))));
    }

    // The week in short

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWeekInShortHasSevenDaysAndLeadsToEach(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet sheet = Sheet.empty().with("les-6", "Les", Sheet.at(nextMonday().plusDays(6), "23:30"));
        for (int item = 1; item <= 6; item++) {
            sheet.with("les-" + item, "Les", Sheet.at(nextMonday(), "0" + item + ":00"));
        }
        sheet.keep();

        Answer page = read(walid, "/agenda", language);
        Element strip = week(page, nextMonday()).selectFirst("ol.strip");

        assertEquals(7, strip.select("li").size());
        assertTrue(strip.selectFirst("li").text().startsWith(Dates.of(language).weekday(nextMonday().getDayOfWeek())));
        assertEquals("01:00 02:00 03:00 04:00 +2", Answer.plain(strip.selectFirst("li").select("i").text()));
        assertEquals(2, strip.select("a").size(), "an empty day leads nowhere");
        strip.select("a").forEach(link -> assertEquals(1, page.document().select(link.attr("href")).size()));
        assertEquals(1, read(walid, "/agenda", language).document().select(".strip, h3").stream()
                .filter(element -> element.id().equals("d" + TestClock.today())).count(), "today is there in any case");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sixtyThingsInAWeekAreStillALightPage(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet sheet = Sheet.empty();
        for (int item = 0; item < 60; item++) {
            sheet.with("les-" + item, item % 5 == 0 ? "Afspraak" : "Les",
                    Sheet.at(nextMonday().plusDays(item % 7), String.format("%02d:%02d", 8 + item / 7, item % 4 * 15)));
        }
        sheet.keep();
        works(weekly("MONDAY", "08:00", "16:30", false));

        Answer page = read(walid, "/agenda", language);

        assertEquals(61, week(page, nextMonday()).select(".card").size());
        assertTrue(compressed(page.body()) <= MOST_BYTES, language + " " + compressed(page.body()));
    }

    // What is new

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatChangedStandsOnTopUntilItWasSeenAndThenStaysReadable(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        changed(1).keep();

        Answer page = read(walid, "/agenda", language);
        assertEquals("/agenda/les-1", page.document().selectFirst("#news ~ ul a").attr("href"));
        assertEquals(1, page.document().select("[id^=d] ~ ul .next").size(), "it stands out on its day too");
        for (int tap = 1; tap <= 2; tap++) {
            Answer seen = walid.submit(page, "/agenda/les-1/seen", Map.of());
            assertEquals(303, seen.status());
            assertEquals("/agenda", seen.location().replaceFirst("^https?://[^/]+", ""));
        }

        Answer after = read(walid, "/agenda", language);
        assertEquals(0, after.document().select("#news, .next").size());
        assertTrue(after.text().contains(Answer.plain(words(language).changed())));
        assertEquals(List.of("les-1 1"), Rows.of("select item || ' ' || version from agenda_seen"));
        changed(2).keep();
        assertEquals(1, read(walid, "/agenda", language).document().select("#news").size(), "what changes again is new again");
        assertEquals(303, walid.submit(page, "/agenda/les-1/seen", Map.of()).status());
        assertEquals(1, read(walid, "/agenda", language).document().select("#news").size(), "an old page does not show it");
        assertEquals(303, walid.submit(walid.get("/agenda/les-1"), "/agenda/les-1/seen", Map.of()).status());
        assertEquals(0, read(walid, "/agenda", language).document().select("#news").size());
    }

    @Test
    void whoRepliesHasSeenIt() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        changed(3).keep();

        walid.submit(walid.get("/agenda/les-1"), "/agenda/les-1/confirm", Map.of());
        hold();

        assertEquals(0, read(walid, "/agenda", Language.EN).document().select("#news").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatTheMunicipalityDidNotTakeStandsOnTopUntilItWasSeen(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet.empty().with("les-1", "Les", Sheet.at(nextMonday(), "09:30")).keep();
        walid.submit(walid.get("/agenda/les-1"), "/agenda/les-1/decline", Map.of());
        hold();
        assertEquals(0, read(walid, "/agenda", language).document().select("#news").size(), "it is on its way");
        Rows.run("update outbox set state = 'REFUSED', settled_at = '" + TestClock.now() + "', refusal = '{\"type\": \""
                + Refusal.NOT_PROCESSED + "\"}'");

        Answer page = read(walid, "/agenda", language);
        String news = Answer.plain(page.document().selectFirst("#news ~ ul").text());
        assertTrue(news.contains(Answer.plain(words(language).said(Said.DECLINE))), news);
        assertTrue(news.contains(Answer.plain(words(language).state(Told.State.NOTTAKEN))), news);
        walid.submit(page, "/agenda/les-1/seen", Map.of());

        Answer after = read(walid, "/agenda", language);
        assertEquals(0, after.document().select("#news").size());
        assertTrue(after.text().contains(Answer.plain(words(language).state(Told.State.NOTTAKEN))), "and stays readable");
    }

    @Test
    void whatIsNotInMyAgendaCannotBeSeen() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        changed(1).keep();
        String token = walid.get("/agenda").document().selectFirst("input[name=csrf-token]").attr("value");

        assertEquals(404, walid.post("/agenda/les-9/seen", Map.of("csrf-token", token, "version", "1")).status());
        assertEquals(400, walid.post("/agenda/les-1/seen", Map.of("csrf-token", token, "version", "x")).status());
        assertEquals(400, walid.post("/agenda/les-1/seen", Map.of("csrf-token", token)).status());
        assertEquals(List.of(), Rows.of("select item from agenda_seen"));
        assertEquals(303, walid.post("/agenda/les-1/seen", Map.of("csrf-token", token, "version", "999")).status());
        assertEquals(List.of("1"), Rows.of("select version from agenda_seen"), "nobody sees what is still to come");
        assertEquals(303, walid.get("/agenda/les-1/seen").status());
    }

    @Test
    void whatOneSawIsNewToAnother() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Portal hodan = Portal.signedIn("o-arabic-load", Language.EN);
        changed(1).keep();

        walid.submit(walid.get("/agenda"), "/agenda/les-1/seen", Map.of());

        assertEquals(0, walid.get("/agenda").document().select("#news").size());
        assertEquals(1, hodan.get("/agenda").document().select("#news").size());
    }

    // Where there are no lessons, and where one goes from here

    @ParameterizedTest
    @CsvSource({"g-turkish-new, ALONE", "g-english-shift, ALONE", "azc-tigrinya-wait, BEFOREPLAN", "moved-arabic, BEFOREPLAN",
        "b1-arabic-exam, UNKNOWN", "g-turkish-z, UNKNOWN", "done-turkish, "})
    void whyThereAreNoLessonsIsSaidAsFarAsItIsKnown(String person, NoLessons why) {
        for (Language language : Language.values()) {
            Portal portal = Portal.signedIn(person, language);
            Sheet.empty().keep();

            Answer page = read(portal, "/agenda", language);

            for (NoLessons each : NoLessons.values()) {
                assertEquals(each == why, page.text().contains(Answer.plain(words(language).no_lessons(each))), person + " " + each);
            }
            assertEquals(why == NoLessons.ALONE ? 1 : 0, page.document().select("main a.button[href=/agenda/exams]").size());
        }
    }

    @Test
    void whereNothingIsToldOfAPlanNobodyIsSaidToBeMakingOne() {
        Portal selam = Portal.signedIn("azc-tigrinya-wait", Language.EN);
        Sheet.empty().keep();
        Rows.run("update dossier_snapshot set body = body - 'pip'");

        assertTrue(read(selam, "/agenda", Language.EN).text().contains(Answer.plain(words(Language.EN).no_lessons(NoLessons.UNKNOWN))));
    }

    @ParameterizedTest
    @CsvSource({"Wachtlijst, WAITINGLIST", "Op zoek, LOOKING"})
    void whoWaitsForASchoolIsToldSo(String stage, NoLessons why) {
        for (Language language : Language.values()) {
            Portal walid = Portal.signedIn(WALID, language);
            Sheet.empty().keep();
            Rows.run("update dossier_snapshot set body = jsonb_set(body, '{inburgeringsaanbod,status}', '\"" + stage + "\"')");

            Answer page = read(walid, "/agenda", language);

            assertTrue(page.text().contains(Answer.plain(words(language).no_lessons(why))), page.text());
        }
    }

    @Test
    void fromTheAgendaOneGetsToAllThatBelongsToIt() {
        Portal walid = Portal.signedIn(WALID, Language.EN);
        Sheet.empty().keep();

        Answer page = read(walid, "/agenda", Language.EN);

        for (String path : List.of("/calendar", "/agenda/letter", "/agenda/work", "/offline", "/agenda/exams")) {
            assertEquals(1, page.document().select("main a[href=" + path + "]").size(), path);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWayThereTellsNobodyWhy(Language language) {
        Portal walid = Portal.signedIn(WALID, language);
        Sheet.empty().with("gesprek", "Afspraak", Sheet.tomorrow("09:30")).keep();

        Element way = read(walid, "/agenda/gesprek", language).document().selectFirst("main a[href*=openstreetmap]");

        assertEquals("https://www.openstreetmap.org/search?query=Kade+3%2C+Waterstad", way.attr("href"), "the address alone");
        assertEquals("noreferrer", way.attr("rel"));
        assertEquals(5, walid.get("/agenda/gesprek").document().select("#decline-reason .choice svg[aria-hidden=true]").size());
    }

    // Weeks that are not as others

    static Stream<LocalDate> unlikeOthers() {
        LocalDate clockChange = Dates.AMSTERDAM.getRules().nextTransition(TestClock.now()).getDateTimeBefore().toLocalDate();
        LocalDate newYear = Dates.mondayOf(TestClock.today()).with(TemporalAdjusters.firstDayOfNextYear());
        return Stream.of(clockChange, newYear);
    }

    @ParameterizedTest
    @MethodSource("unlikeOthers")
    void aWeekInWhichTheClockOrTheYearChangesHasSevenDays(LocalDate day) {
        Portal walid = Portal.signedIn(WALID, Language.AR);
        LocalDate monday = Dates.mondayOf(day);
        Sheet.empty().with("les-1", "Les", Sheet.at(day, "09:30")).keep();

        Element week = week(read(walid, "/agenda?from=" + monday, Language.AR), monday);

        assertEquals(7, week.select(".strip li").size());
        assertEquals(1, week.select("#d" + day + " ~ ul .card").size());
    }

    private static Sheet changed(int version) {
        return Sheet.empty().with("les-1", "Les", Sheet.at(nextMonday(), "09:30"), item -> item.put("versie", version)
                .put("status", "Gewijzigd").put("oorspronkelijkBegin", Sheet.at(nextMonday(), "08:00").toString()));
    }

    private static String weekly(String day, String begin, String end, boolean nextDay) {
        return "{\"kind\": \"weekly\", \"days\": [{\"day\": \"" + day + "\", \"times\": {\"begin\": \"" + begin
                + "\", \"end\": \"" + end + "\", \"nextDay\": " + nextDay + "}}]}";
    }

    /** Walid typed this about his work. */
    private static void works(String pattern) {
        Rows.run("insert into work_pattern (municipality, participant, id, pattern, made_at) select municipality, participant,"
                + " gen_random_uuid(), '" + pattern + "'::jsonb, now() from dossier_snapshot");
    }

    /** Keeps the agenda as it was seen, whatever the municipality is told meanwhile. */
    private static void hold() {
        Rows.run("update outbox set next_at = null");
        Rows.run("update agenda_snapshot set seen_changes = changes, confirmed_at = '"
                + TestClock.now().plus(Duration.ofHours(1)) + "'");
    }

    private static Element week(Answer page, LocalDate monday) {
        return page.document().selectFirst("section[aria-labelledby=w" + monday + "]");
    }

    private static Element card(Element week, String item) {
        return week.select(".card").stream().filter(card -> card.select("h4 a[href=/agenda/" + item + "]").size() == 1)
                .findFirst().orElseThrow();
    }

    private static void clashes(Element card, String link, String label, String... with) {
        List<String> said = card.select("p.notice").eachText().stream().map(Answer::plain).toList();
        assertEquals(List.of(with).stream().map(Answer::plain).toList(), said);
        assertEquals(label, card.select("p a[href=" + link + "]").text());
    }

    private static Answer read(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        PageInvariants.check(page.body(), language, path);
        return page;
    }

    private static AgendaMessages words(Language language) {
        return Texts.in(language, AgendaMessages.class);
    }

    private static int compressed(String text) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return sent.size();
    }
}

package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.opkoers.law.Fact;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Home says beside where one stands. */
class HomeTest {

    private static final String FAMILY = "Gezinsmigrant en overige migrant";

    @Test
    void aContactWhoCameWithoutAWordIsAnnouncedWithTheQuestionsTheyTookOver() {
        Home home = Case.of("switched-english").home();
        assertTrue(home.isNewContact());
        assertTrue(home.isQuestionsMoved());
        assertNotNull(Case.of("switched-english").course().getFormerContact());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"today-2months+1day | true", "today | true", "today-2months | false", "- | false"})
    void aContactIsNewForTwoMonths(String since, boolean expected) {
        String from = since == null ? "null" : "'" + since + "'";
        assertEquals(expected, contacts("{'naam': 'Femke', 'van': " + from + "}").home().isNewContact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'naam': null, 'van': 'today-1week'}", "{'naam': 'Femke', 'van': 'today+1day'}",
        "{'naam': 'Femke', 'van': 'today-1week', 'tot': 'today-1day'}", "null"})
    void whoHasNoNameOrIsNotThereIsNotAnnounced(String contact) {
        assertFalse(contacts(contact).home().isNewContact());
        assertFalse(contacts(contact).home().isQuestionsMoved());
    }

    @Test
    void aQuestionThatIsStillWithAnotherHasNotMoved() {
        Case other = contacts("{'naam': 'Femke', 'van': 'today-1week'}")
                .with("voortgang", "{'openVragen': [{'bij': 'Joost'}, {'bij': null}]}");
        assertFalse(other.home().isQuestionsMoved());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'today-8days' | true", "'today-1week' | false", "'today' | false", "null | false"})
    void aQuestionThatWasAskedOfTheNewContactHasNotMoved(String asked, boolean moved) {
        Case person = contacts("{'naam': 'Femke', 'van': 'today-1week'}")
                .with("voortgang", "{'openVragen': [{'bij': 'Femke', 'gesteldOp': " + asked + "}]}");
        assertEquals(moved, person.home().isQuestionsMoved());
    }

    @ParameterizedTest
    @CsvSource({"today-1day, Joost", "today+1day, Femke"})
    void whoIsAwayIsNotSaidToLookAtAQuestion(String awayFrom, String expected) {
        Case person = contacts("{'naam': 'Femke', 'vervanger': {'naam': 'Joost', 'van': '" + awayFrom + "', 'tot': 'today+9days'}}")
                .with("voortgang", "{'openVragen': [{'bij': 'Femke'}]}");
        assertEquals(expected, person.home().lookedAtBy(person.course().waiting().get(0)));
    }

    @Test
    void aYearWithoutATalkIsSeen() {
        assertTrue(Case.of("g-english-shift").home().isLongWithoutTalk());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'laatsteGesprek': 'today-6months-1day' | true", "'laatsteGesprek': 'today-6months' | false", "'laatsteGesprek': null | false",
        "'laatsteGesprek': 'today-1year', 'volgendGesprek': {'begin': 'today+1day at 10:00'} | false",
        "'laatsteGesprek': 'today-1year', 'volgendGesprek': {'begin': 'today+1day at 10:00', 'status': 'Vervallen'} | true",
        "'laatsteGesprek': 'today-1year', 'volgendGesprek': {'begin': 'today-1day at 10:00'} | true"}, quoteCharacter = '~')
    void halfAYearWithoutATalkIsLong(String progress, boolean expected) {
        Case person = Case.withPlan(FAMILY, "B").with("voortgang", "{" + progress + "}");
        assertEquals(expected, person.home().isLongWithoutTalk());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "Gezinsmigrant en overige migrant | -         | true", "Gezinsmigrant en overige migrant | Op zoek   | true",
        "Gezinsmigrant en overige migrant | Gestart   | false", "Gezinsmigrant en overige migrant | Wachtlijst | false",
        "Asielstatushouder                | -         | false", "Iets van morgen                  | -         | false"})
    void onlyWhoPaysTheSchoolChoosesIt(String group, String status, boolean expected) {
        Case person = Case.withPlan(group, "B");
        assertEquals(expected, (status == null ? person : person.with("inburgeringsaanbod", "{'status': '" + status + "'}"))
                .home().isChoosesSchool());
    }

    @Test
    void whatIsNotToldOfASchoolIsUnknown() {
        assertTrue(Case.withPlan(FAMILY, "B").home().isSchoolUnknown());
        assertFalse(Case.of("g-turkish-new").home().isSchoolUnknown());
    }

    @Test
    void whoIsDoneOrHasNoPlanChoosesNoSchool() {
        assertFalse(Case.withPlan(FAMILY, "B").with("afronding", "{}").home().isChoosesSchool());
        assertFalse(Case.of("before-pip-turkish").home().isChoosesSchool());
        assertTrue(Case.of("g-turkish-new").home().isChoosesSchool());
    }

    @Test
    void lessonsAreSaidAtTheirSchoolOrWithTheirStart() {
        Case school = Case.withPlan(FAMILY, "B").with("inburgeringsaanbod", "{'status': 'Gestart', 'instelling': {'naam': 'Taalhaven'}, "
                + "'verwachteStartdatumOpleiding': 'today+2days'}");
        assertEquals("Taalhaven", school.home().getLessonsAt());
        assertEquals(Case.TODAY.plusDays(2), school.home().getLessonsStart());
        Case nameless = school.with("inburgeringsaanbod", "{'status': 'Gestart', 'verwachteStartdatumOpleiding': 'today+2days'}");
        assertNull(nameless.home().getLessonsAt());
        assertNull(nameless.home().getLessonsStart());
    }

    @ParameterizedTest
    @CsvSource({"Wachtlijst, false", "Op zoek, false", "Afgerond, false", "Gestart, true", "Iets van morgen, true"})
    void whoIsOnAWaitingListIsNotToldThatLessonsBegin(String status, boolean told) {
        Case school = Case.withPlan(FAMILY, "B").with("inburgeringsaanbod", "{'status': '" + status + "', 'instelling': {'naam': 'Taalhaven'}, "
                + "'verwachteStartdatumOpleiding': 'today+2days'}");
        assertEquals(told, school.home().getLessonsStart() != null);
    }

    @ParameterizedTest
    @CsvSource({"today-30months, today+6months, true", "today-30months+1day, today+6months+1day, false"})
    void moreTimeCanBeAskedForAfterTwoAndAHalfYears(String start, String end, boolean now) {
        Home home = term(start, end).home();
        assertEquals(now, home.isExtensionNow());
        assertNotNull(home.getExtensionFrom());
    }

    @Test
    void afterTheEndNoMoreTimeIsOffered() {
        assertNull(term("today-3years", "today").home().getExtensionFrom());
        assertFalse(term("today-3years", "today").home().isExtensionNow());
    }

    @Test
    void withoutATermTheEndIsExpectedFromTheFirstPlan() {
        Case planned = Case.empty().with("pip", "{'actueel': {'dagtekeningPip': '2026-05-01'}, 'historie': "
                + "[{'dagtekeningPip': null}, {'dagtekeningPip': '2025-02-28'}]}");
        assertEquals(LocalDate.of(2028, 2, 29), planned.home().getExpectedEnd().date());
        assertNull(planned.with("termijn", "{'startdatum': 'today-1year', 'einddatum': 'today+2years'}").home().getExpectedEnd());
        assertNull(Case.empty().home().getExpectedEnd());
        assertNull(Case.empty().with("pip", "{'actueel': {'dagtekeningPip': null}}").home().getExpectedEnd());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"today+10days, 2026-11-30", "today+1day, 2026-11-21", "today, -"})
    void theFixedBillsArePaidUpToAndIncludingTheLastDay(String endExclusive, LocalDate expected) {
        Case person = Case.empty().with("financieelOntzorgen", "{'einddatum': '" + endExclusive + "'}");
        assertEquals(expected, person.home().getUnburdenedUntil());
        assertNull(Case.empty().with("financieelOntzorgen", "{'einddatum': null}").home().getUnburdenedUntil());
    }

    @Test
    void whatIsStaleSaysOfWhen() {
        Case person = Case.of("z-tigrinya");
        Home stale = new Home(person.course(), null, new Seen.Stale<>(person.dossier(), Case.NOW), Optional.empty(), Case.LAW);
        assertEquals(Case.NOW, stale.getStaleOf());
        assertNull(person.home().getStaleOf());
    }

    @Test
    void aFirstVisitIsOne() {
        assertTrue(Case.of("z-tigrinya").home().isFirstVisit());
        Home later = Case.of("z-tigrinya").homeAfter(Case.NOW.minus(Duration.ofDays(300)));
        assertFalse(later.isFirstVisit());
        assertFalse(later.changes(List.of(), Map.of()).isEmpty());
    }

    @Test
    void finesAreToldAsTheyAreForTheGroup() {
        assertEquals("not-as-a-rule", Case.of("z-tigrinya").home().getFineRule().word());
        assertEquals("possible", Case.of("g-turkish-new").home().getFineRule().word());
        assertNull(Case.empty().home().getFineRule());
        assertEquals(List.of(), Case.of("z-tigrinya").home().getFines());
        assertEquals(List.of(RuleKey.FINE_ROUTE, RuleKey.FINE_PVT, RuleKey.FINE_MAP), fines("g-turkish-new"));
        assertEquals(List.of(RuleKey.FINE_ROUTE), fines("g-english-debt"), "whose PVT and MAP are done");
    }

    @Test
    void whoStillDoesMapHearsOfWorkBesideIt() {
        assertNotNull(Case.of("b1-arabic-hours").home().getMapBesideWork());
        assertNull(Case.of("g-english-debt").home().getMapBesideWork(), "whose MAP is done");
        assertNull(Case.of("o-arabic-load").home().getMapBesideWork(), "who has none");
    }

    private static List<RuleKey> fines(String person) {
        return Case.of(person).home().getFines().stream().map(Fact::key).toList();
    }

    @Test
    void examsAtALowerLevelAreForTheB1RouteAlone() {
        assertEquals(600, Case.of("b1-arabic-exam").home().getReduction().whole());
        assertNull(Case.of("z-tigrinya").home().getReduction());
        assertNull(Case.of("extended-arabic").home().getReduction(), "whose plan is at A2 already");
    }

    @Test
    void whoMovedHearsFromWhereAndHowLong() {
        Home home = Case.of("moved-arabic").home();
        assertEquals("Gemeente Bergveen", home.getMovedFrom());
        assertEquals(70, home.getNewPlanRule().period().getDays());
        assertNull(Case.of("z-tigrinya").home().getMovedFrom());
    }

    private static Case contacts(String contact) {
        return Case.withPlan(FAMILY, "B").with("contactpersonen", "{'personen': [" + contact + "]}");
    }

    private static Case term(String start, String end) {
        return Case.withPlan(FAMILY, "B").with("termijn", "{'startdatum': '" + start + "', 'einddatum': '" + end + "'}");
    }
}

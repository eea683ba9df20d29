package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.dossier.Course;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.OfficeHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is around somebody, at noon on one Saturday. */
class PeopleAroundTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOON = TODAY.atTime(12, 0).atZone(Dates.AMSTERDAM).toInstant();

    @Test
    void selamHasThreePeopleAndTwoServices() {
        PeopleAround around = around(CastJson.of("z-tigrinya", TODAY), null);

        assertEquals(List.of("Marloes Hendriks", "Hanna de Lange", "Geertje Mulder"), names(around));
        assertEquals(List.of(Office.Name.DUO, Office.Name.IND), around.offices().stream().map(Office::name).toList());
        assertTrue(around.near().stream().noneMatch(Near::fresh));
    }

    @Test
    void withoutAnAgendaTheNextTalkIsThatOfTheDossier() {
        ObjectNode selam = CastJson.of("z-tigrinya", TODAY);

        assertEquals(Instant.parse(selam.at("/voortgang/volgendGesprek/begin").asText()), around(selam, null).near().get(0).talk());
        assertNull(around(selam, null).near().get(2).talk(), "nothing is planned with the teacher but lessons");
    }

    @Test
    void theAgendaTellsOfTheNextTalkThatIsNotOffAndNotPast() {
        Instant first = NOON.plusSeconds(3_600);
        Agenda agenda = agenda(item("Afspraak", "Vervallen", first), item("Afspraak", null, NOON.minusSeconds(60)),
                item("Les", null, first), item("Intake", null, first.plusSeconds(60)), item("Afspraak", null, first.plusSeconds(7_200)));

        assertEquals(first.plusSeconds(60), around(CastJson.of("z-tigrinya", TODAY), agenda).near().get(0).talk());
        assertNull(around(CastJson.of("z-tigrinya", TODAY), agenda()).near().get(0).talk(), "an empty agenda is an answer");
    }

    @Test
    void imransNewContactIsAnnouncedWithWhoWasThereBefore() {
        Near femke = around(CastJson.of("switched-english", TODAY), null).near().get(0);

        assertTrue(femke.fresh());
        assertEquals("Bart Oosting", femke.former().name());
    }

    @Test
    void karelIsAwayAndJoostAnswers() {
        assertEquals("Joost van Wijk", around(CastJson.of("g-english-debt", TODAY), null).near().get(0).substitute().name());
    }

    @Test
    void thatNobodyIsToldIsNotThatThereIsNobody() {
        ObjectNode nobody = CastJson.of("z-tigrinya", TODAY);
        nobody.putObject("contactpersonen").putArray("personen");
        ObjectNode untold = CastJson.of("z-tigrinya", TODAY);
        untold.remove("contactpersonen");

        assertTrue(around(nobody, null).told());
        assertEquals(List.of(), names(around(nobody, null)));
        assertFalse(around(untold, null).told());
    }

    @Test
    void aNumberThatNobodyCheckedIsNotShown() {
        PeopleAround around = around(CastJson.of("z-tigrinya", TODAY), null);

        assertTrue(around.offices().stream().allMatch(office -> office.phone() == null));
        assertEquals("inburgeren.nl", around.offices().get(0).site().source());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ma, di, do | EN | Mon, Tue, Thu", "ma-do | TR | Pzt, Sal, Çar, Per", "wo | AR | الأربعاء", "ma, wo-vr | TI | ሰኑይ፡ ረቡዕ፡ ሓሙስ፡ ዓርቢ",
        "dagelijks | EN | ", "vr-ma | EN | ", "ma-wo-vr | EN | "})
    void officeDaysAreReadInTheLanguageOfThePage(String told, Language language, String words) {
        assertEquals(words, Near.days(new OfficeHours(told, "09:00", "12:00"), language));
    }

    private static PeopleAround around(ObjectNode told, Agenda agenda) {
        LawBook law = LawBook.standard();
        Course course = Course.of(new Contract().read(told.toString(), Dossier.class), Clock.fixed(NOON, Dates.AMSTERDAM), law);
        return PeopleAround.of(course, agenda, null, law, NOON);
    }

    private static List<String> names(PeopleAround around) {
        return around.near().stream().map(near -> near.contact().name()).toList();
    }

    private static Agenda agenda(Agenda.Item... items) {
        return new Agenda("Gemeente Waterstad", NOON, TODAY, TODAY.plusWeeks(8), List.of(items), List.of());
    }

    private static Agenda.Item item(String kind, String status, Instant begin) {
        return new Agenda.Item(kind + begin, 1, kind, status, begin, begin.plusSeconds(1_800), null, null, null, List.of(), null,
                "Marloes Hendriks", null, NOON, null, null, null);
    }
}

package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.CourseOffer;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the municipality sends is read as far as it goes: a gap is 'not known', a word from tomorrow stays as it is. */
class ContractTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void everyPartMayLack() {
        Dossier dossier = dossier("{}");
        assertEquals(0, dossier.parts().count());
        assertNull(dossier.person());
        assertNull(dossier.completion());
    }

    @Test
    void fieldsFromALaterVersionArePassedOver() {
        Dossier dossier = dossier("{'nieuw': {'a': [1]}, 'pvt': {'bron': 'DUO', 'kleur': 'blauw', 'gevolgdeUren': 4}}");
        assertEquals(4, dossier.pvt().hoursFollowed());
        assertEquals("DUO", dossier.pvt().source());
    }

    @Test
    void wordsFromTomorrowAreKeptAndNotGuessed() {
        Dossier dossier = dossier("{'doelgroep': {'indeling': 'Nieuw'}, 'pip': {'actueel': {'leerroute': 'Q', 'niveau': 'C2'}},"
                + "'inburgeringsaanbod': {'status': 'Nieuw'}, 'contactpersonen': {'personen': [{'rol': 'Nieuw'}]},"
                + "'uren': {'soorten': [{'soort': 'Nieuw'}]}, 'examens': {'onderdelen': [{'onderdeel': 'Nieuw',"
                + "'pogingen': [{'resultaat': 'Nieuw'}]}]}, 'persoon': {'woonsituatie': 'Nieuw'}, 'inburgeringsplicht': {'wet': 'Wi2031'}}");
        assertEquals(ParticipantGroup.UNKNOWN, dossier.group().known());
        assertEquals(Optional.<LearningRoute>empty(), dossier.pip().current().route());
        assertEquals(Optional.<LanguageLevel>empty(), dossier.pip().current().level());
        assertEquals(CourseOffer.Stage.UNKNOWN, dossier.courseOffer().stage());
        assertEquals(Contacts.Role.OTHER, dossier.contacts().people().get(0).role());
        assertEquals("Nieuw", dossier.contacts().people().get(0).roleCode());
        assertTrue(dossier.hours().counts().get(0).kind().isEmpty());
        assertFalse(dossier.exams().parts().get(0).attempts().get(0).passed());
        assertFalse(dossier.exams().parts().get(0).attempts().get(0).awaitingResult());
        assertFalse(dossier.person().inReception());
        assertFalse(dossier.duty().underActOf2013());
    }

    @Test
    void whatIsNotSaidIsNeitherYesNorNo() {
        Dossier dossier = dossier("{'inburgeringsplicht': {}, 'doelgroep': {}, 'inburgeringsaanbod': {}, 'pvt': {'afspraak': {}}}");
        assertFalse(dossier.duty().ended());
        assertFalse(dossier.duty().fulfilled());
        assertEquals(ParticipantGroup.UNKNOWN, dossier.group().known());
        assertEquals(CourseOffer.Stage.UNKNOWN, dossier.courseOffer().stage());
        assertFalse(dossier.pvt().meeting().cancelled());
        assertFalse(dossier.pvt().meeting().changed());
    }

    @Test
    void anAbsentListIsAnEmptyOneAndHoldsNoGaps() {
        Dossier dossier = dossier("{'pip': {'actueel': {'doelen': [null]}}, 'termijn': {}, 'examens': {'onderdelen': [{}, null]}, 'uren': {},"
                + "'vrijstellingen': {'besluiten': [{}]}, 'contactpersonen': {'personen': [{}]}, 'voortgang': {}, 'pvt': {'afspraak': {'meenemen': null}}}");
        assertEquals(List.of(), dossier.pip().history());
        assertEquals(List.of(), dossier.pip().current().goals());
        assertEquals(List.of(), dossier.pip().current().support());
        assertEquals(List.of(), dossier.term().extensions());
        assertEquals(1, dossier.exams().parts().size());
        assertEquals(List.of(), dossier.exams().parts().get(0).attempts());
        assertEquals(List.of(), dossier.hours().counts());
        assertEquals(List.of(), dossier.exemptions().decisions().get(0).partCodes());
        assertFalse(dossier.exemptions().decisions().get(0).inForceOn(TODAY));
        assertEquals(List.of(), dossier.contacts().people().get(0).officeHours());
        assertEquals(List.of(), dossier.progress().openQuestions());
        assertEquals(List.of(), dossier.progress().reports());
        assertEquals(List.of(), dossier.pvt().meeting().bring());
        assertEquals(List.of(), read("{}", Municipality.class).openingHours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "<html>", "{", "{'pvt': 'ja'}", "{'pvt': {'gevolgdeUren': 'veel'}}",
        "{'termijn': {'startdatum': '21-11-2026'}}", "{'pvt': {'bijgewerktOp': 'gisteren'}}", "{'examens': {'onderdelen': {}}}"})
    void whatCannotBeReadIsNoAnswerAndIsNeverQuoted(String body) {
        MunicipalityUnreachable failure = assertThrows(MunicipalityUnreachable.class, () -> dossier(body));
        assertNull(failure.getCause());
        assertTrue(failure.getMessage().matches("an (empty|unreadable) Dossier"), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2026-11-21, -, true", "2026-11-22, -, false", "-, 2026-11-21, true", "-, 2026-11-20, false", "-, -, true"})
    void aContactIsThereUpToAndIncludingTheLastDay(String since, String until, boolean there) {
        Contacts contacts = dossier("{'contactpersonen': {'personen': [{'naam': 'Femke', 'van': " + quoted(since) + ", 'tot': " + quoted(until) + "}]}}").contacts();
        assertEquals(there, !contacts.on(TODAY).isEmpty());
    }

    @Test
    void aPredecessorHadTheSameRoleAndWasGoneWhenTheOtherCame() {
        Contacts contacts = dossier("{'contactpersonen': {'personen': [{'naam': 'Nu', 'rol': 'Coach', 'van': '2026-11-01'},"
                + "{'naam': 'Toen', 'rol': 'Coach', 'tot': '2026-10-20'}, {'naam': 'Lang geleden', 'rol': 'Coach', 'tot': '2025-10-20'},"
                + "{'naam': 'Anders', 'rol': 'Docent', 'tot': '2026-10-30'}, {'naam': 'Samen', 'rol': 'Coach', 'tot': '2026-11-15'}]}}").contacts();
        assertEquals("Toen", contacts.predecessorOf(contacts.on(TODAY).get(0)).orElseThrow().name());
    }

    @Test
    void theNumberOfAPersonIsNeverPrinted() {
        assertEquals("BSN", Identifier.ofBsn("999990019").toString());
        assertEquals("V-number", Identifier.ofVNumber("2801234567").toString());
    }

    private static String quoted(String value) {
        return value == null ? "null" : "'" + value + "'";
    }

    private static Dossier dossier(String json) {
        return read(json, Dossier.class);
    }

    private static <T> T read(String json, Class<T> type) {
        return new Contract().read(json.replace('\'', '"'), type);
    }
}

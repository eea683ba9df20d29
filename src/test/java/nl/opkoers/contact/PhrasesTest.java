package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.contact.PhraseForm.Mistake;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A coach picks a sentence in Dutch; the person reads it in their own language. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class PhrasesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-16");
    private static final Map<String, String> APPOINTMENT = Map.of("phrase", "APPOINTMENT", "phrase-date", "2026-11-24",
            "phrase-time", "14:30", "phrase-place", "Stadskantoor");

    @Test
    void anAppointmentIsReadInTigrinyaWithTheDutchBeneath() {
        PhraseText text = Phrases.said(picked(APPOINTMENT).said(), Language.TI);

        assertEquals("ቆጸራኹም ዕለት ሰሉስ 24 ሕዳር 2026 ሰዓት 14:30 (ድሕሪ ቀትሪ) ኣብ \u2068Stadskantoor\u2069 እዩ።", text.text());
        assertEquals("Uw afspraak is op di 24 november 2026 om 14:30 bij \u2068Stadskantoor\u2069.", text.dutch());
        assertTrue(text.known());
    }

    @Test
    void inArabicATimeStaysFromLeftToRight() {
        Map<String, String> call = Map.of("phrase", "CALL_YOU", "phrase-date", "2026-11-24", "phrase-from", "09:00", "phrase-until", "10:30");
        String text = Phrases.said(picked(call).said(), Language.AR).text();

        assertTrue(text.contains("\u206609:00\u2069") && text.contains("\u206610:30\u2069"), text);
    }

    @Test
    void whoReadsDutchReadsItOnce() {
        assertNull(Phrases.said(picked(APPOINTMENT).said(), Language.NL).dutch());
    }

    @Test
    void aReasonFromTheListIsTranslatedAndOwnWordsAreNot() {
        Map<String, String> listed = Map.of("phrase", "HOURS_LACK", "phrase-reason", "PHOTO");
        Map<String, String> own = Map.of("phrase", "HOURS_LACK", "phrase-reason-own", "de naam van de buurvrouw");

        assertEquals("Saatlerinizde bir bilgi eksik: okunabilir bir fotoğraf. Ekleyebilir misiniz?", text(listed, Language.TR));
        assertEquals("Saatlerinizde bir bilgi eksik: \u2068de naam van de buurvrouw\u2069. Ekleyebilir misiniz?", text(own, Language.TR));
    }

    @Test
    void partsOfTheExamAndLanguagesAreNamedInTheLanguageOfTheReader() {
        assertEquals("وصلت نتيجة القراءة. تظهر النتيجة في قسم «الامتحانات».",
                text(Map.of("phrase", "EXAM_RESULT", "phrase-part", "READING"), Language.AR));
        assertEquals("ተርጓሚ ክህሉ እዩ። ቋንቋ፦ ዓረብኛ።", text(Map.of("phrase", "INTERPRETER_COMES", "phrase-language", "ARABIC"), Language.TI));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceShowsAllThatWasFilledIn(Language language) {
        Map<String, String> values = Map.ofEntries(Map.entry("date", "2026-11-24"), Map.entry("time", "14:30"), Map.entry("from", "09:00"),
                Map.entry("until", "10:30"), Map.entry("place", "Stadskantoor"), Map.entry("name", "Marloes"), Map.entry("substitute", "Joost"),
                Map.entry("organisation", "DUO"), Map.entry("school", "Taalhof"), Map.entry("part", "x-part"), Map.entry("language", "x-language"),
                Map.entry("reason", "x-reason"));
        for (StandardPhrase phrase : StandardPhrase.values()) {
            String text = Phrases.said(new Phrase(phrase.name(), values), language).text();
            for (Slot slot : phrase.slots()) {
                String shown = slot == Slot.DATE ? "24" : values.get(slot.key());
                assertTrue(text.contains(shown), phrase + " does not show " + slot + ": " + text);
            }
        }
    }

    @Test
    void everySentenceCanBePickedOnceAndNamesItsPlaces() {
        Set<StandardPhrase> offered = Phrases.groups().stream().flatMap(group -> group.choices().stream()).map(Phrases.Choice::phrase)
                .collect(Collectors.toSet());

        assertEquals(Set.of(StandardPhrase.values()), offered);
        assertEquals("Uw afspraak is op [datum] om [tijd] bij [plaats].", Phrases.groups().get(0).choices().get(0).dutch());
    }

    @Test
    void aSentenceOfANewerVersionIsSaidNotToBeKnown() {
        PhraseText text = Phrases.said(new Phrase("PARTY", Map.of()), Language.EN);

        assertFalse(text.known());
        assertEquals("We cannot show this standard sentence now: \u2068PARTY\u2069. Ask your contact person what it says.", text.text());
    }

    @Test
    void aValueThatLacksOrCannotBeReadDoesNotHideTheRest() {
        Phrase old = new Phrase("APPOINTMENT", Map.of("date", "volgende week", "place", "Stadskantoor"));

        assertEquals("Your appointment is on \u2068volgende week\u2069 at Not known at \u2068Stadskantoor\u2069.", Phrases.said(old, Language.EN).text());
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, , MISSING", "DATE, 24-11-2026, NODATE", "DATE, 2026-02-30, NODATE", "DATE, 20226-11-24, NODATE", "DATE, 2036-11-24, FAR",
        "DATE, 2024-11-24, FAR", "TIME, half drie, NOTIME", "TIME, 25:00, NOTIME", "PLACE, <b>hier</b>, MARKUP"})
    void whatCannotBeMeantIsRefused(Slot slot, String value, Mistake mistake) {
        Map<String, String> typed = Stream.concat(APPOINTMENT.entrySet().stream().filter(entry -> !entry.getKey().equals(slot.field())),
                Stream.of(Map.entry(slot.field(), value == null ? " " : value))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        PhraseForm form = PhraseForm.of(typed).orElseThrow().checked(TODAY);
        assertEquals(Map.of(slot, mistake), form.wrong());
        assertEquals(mistake, form.fields().stream().filter(field -> field.slot() == slot).findFirst().orElseThrow().mistake());
    }

    @Test
    void moreThanANameIsTooLong() {
        assertEquals(Map.of(Slot.NAME, Mistake.LONG), mistakes(Map.of("phrase", "NEW_CONTACT", "phrase-name", "x".repeat(81))));
    }

    @Test
    void aCallEndsAfterItBegins() {
        assertEquals(Map.of(Slot.UNTIL, Mistake.ORDER), mistakes(Map.of("phrase", "CALL_YOU", "phrase-date", "2026-11-24",
                "phrase-from", "10:30", "phrase-until", "10:30")));
    }

    @Test
    void aReasonIsChosenOrWritten() {
        assertEquals(Map.of(Slot.REASON, Mistake.TWO),
                mistakes(Map.of("phrase", "HOURS_LACK", "phrase-reason", "PHOTO", "phrase-reason-own", "nog iets")));
        assertEquals(Map.of(Slot.REASON, Mistake.PICK), mistakes(Map.of("phrase", "HOURS_LACK", "phrase-reason", "WEATHER")));
        assertEquals(Map.of(Slot.REASON, Mistake.MISSING), mistakes(Map.of("phrase", "HOURS_LACK")));
    }

    @Test
    void aSentenceThatDoesNotExistIsNoForm() {
        assertTrue(PhraseForm.of(Map.of("phrase", "PARTY")).isEmpty());
        assertTrue(PhraseForm.of(Map.of()).isEmpty());
    }

    private static PhraseForm picked(Map<String, String> typed) {
        PhraseForm form = PhraseForm.of(typed).orElseThrow().checked(TODAY);
        assertEquals(Map.of(), form.wrong());
        return form;
    }

    private static String text(Map<String, String> typed, Language language) {
        return Phrases.said(picked(typed).said(), language).text();
    }

    private static Map<Slot, Mistake> mistakes(Map<String, String> typed) {
        return PhraseForm.of(typed).orElseThrow().checked(TODAY).wrong();
    }
}

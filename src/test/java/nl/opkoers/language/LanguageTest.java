package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ar-SY,en;q=0.5              | AR",
        "ti-ER                       | TI",
        "fr, tr;q=0.4, en-US;q=0.8   | EN",
        "en;q=0.1, ar;q=0.9          | AR",
        "TR                          | TR",
        "ar;q=0, ti;q=0.2            | TI",
        "so, am;q=0.9                | NL",
        "*                           | NL",
        "so, *;q=0.5, en;q=0.1       | NL"})
    void theBrowserOfANewcomerIsListenedTo(String header, Language expected) {
        assertEquals(expected, Language.preferred(header, Language.NL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;q=,,", "en;q=abc", "en_US", "<script>", "-", "e\u0000n", "nl;q=9", "ሰላም"})
    void aGarbledHeaderGivesTheFallback(String header) {
        assertEquals(Language.TI, Language.preferred(header, Language.TI));
    }

    @Test
    void anAbsentOrEndlessHeaderGivesTheFallback() {
        assertEquals(Language.EN, Language.preferred(null, Language.EN));
        assertEquals(Language.EN, Language.preferred("ar,".repeat(100_000), Language.EN));
    }

    @Test
    void aTagIsKnownWhateverItsRegionOrCase() {
        assertEquals(Optional.of(Language.AR), Language.ofTag("ar-SY"));
        assertEquals(Optional.of(Language.TR), Language.ofTag("TR"));
        assertEquals(Optional.empty(), Language.ofTag("arx"));
        assertEquals(Optional.empty(), Language.ofTag(""));
        assertEquals(Optional.empty(), Language.ofTag(null));
    }

    @ParameterizedTest
    @CsvSource({"TI, ሰላም, TI", "TI, مرحبا DUO, AR", "AR, ሰላም, TI", "NL, مرحبا, AR", "TI, Ik ben ziek, NL", "AR, Ik ben ziek, NL",
            "TR, Merhaba, TR", "EN, I am ill, EN", "TI, ደብዳቤ DUO, TI", "TI, 12-03-2027, TI", "AR, , AR", "NL, Привет, NL"})
    void whatLettersTellOfWhatSomebodyWrote(Language reads, String text, Language wrote) {
        assertEquals(wrote, reads.ofWritten(text));
    }

    @Test
    void onlyArabicIsWrittenFromRightToLeft() {
        for (Language language : Language.values()) {
            assertEquals(language == Language.AR ? "rtl" : "ltr", language.direction().attribute());
        }
    }

    @Test
    void everyTranslationIsADraftUntilSomebodyHasReadIt() {
        for (Language language : Language.values()) {
            assertEquals(language == Language.NL, language.checked(), language.tag());
        }
    }
}

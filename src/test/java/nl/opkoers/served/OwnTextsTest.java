package nl.opkoers.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a municipality says otherwise, it says in every language that it offers. */
class OwnTextsTest {

    private static final Set<String> LANGUAGES = Set.of("nl", "ar");

    @Test
    void isSaidInTheLanguageThatIsAsked() {
        OwnTexts texts = OwnTexts.of("welcome_lead.nl = Dag \nwelcome_lead.ar=\u0645\u0631\u062d\u0628\u0627\n", LANGUAGES);

        assertEquals(Optional.of("Dag"), texts.of("welcome_lead", "nl"));
        assertEquals(Optional.of("\u0645\u0631\u062d\u0628\u0627"), texts.of("welcome_lead", "ar"));
        assertEquals(Optional.empty(), texts.of("welcome_title", "nl"), "as the portal says it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"welcome_lead.nl=Dag", "welcome_lead.nl=Dag\nwelcome_lead.ar= ", "privacy_who.nl=Iedereen\nprivacy_who.ar=x",
            "welcome_lead.nl=Dag\nwelcome_lead.ar=x\nwelcome_lead.tr=Selam", "welcome_lead=Dag", "welcome_lead.nl=\\u00zz"})
    void isRefusedWithAGap(String content) {
        String refused = assertThrows(IllegalArgumentException.class, () -> OwnTexts.of(content, LANGUAGES)).getMessage();
        assertTrue(refused.startsWith("texts "), refused);
    }

    @Test
    void isRefusedWhenItIsTooLong() {
        assertThrows(IllegalArgumentException.class,
                () -> OwnTexts.of("welcome_lead.nl=" + "a".repeat(401) + "\nwelcome_lead.ar=x", LANGUAGES));
    }

    /** A text with a value in it is never asked for here, and one that does not exist would be said nowhere. */
    @Test
    void everyNameIsAMessageWithoutValues() throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("translations", "messages", "msg_nl.properties"))) {
            messages.load(reader);
        }
        assertFalse(OwnTexts.NAMES.isEmpty());
        OwnTexts.NAMES.forEach(name -> {
            assertTrue(messages.containsKey(name), name);
            assertFalse(messages.getProperty(name).contains("{"), name);
        });
    }
}

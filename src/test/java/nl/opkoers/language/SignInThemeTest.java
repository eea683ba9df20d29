package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of Keycloak's sign-in pages are held to what holds for those of the portal. */
class SignInThemeTest {

    private static final String THEME = "docker/keycloak/themes/opkoers/login/";
    /** Every language under its own name, whatever language the page is in. */
    private static final String OWN_NAME = "locale_";

    @ParameterizedTest
    @EnumSource
    void theThemeSaysInEachLanguageWhatItSaysInDutch(Language language) {
        MessageFile dutch = read(Language.NL);
        MessageFile file = read(language);

        assertTrue(file.texts().size() > 50, "there is something to read");
        Set<String> ownNames = language == Language.NL ? file.texts().keySet().stream().map(file::named).collect(Collectors.toSet())
                : Stream.of(Language.values()).map(each -> file.named(OWN_NAME + each.tag())).collect(Collectors.toSet());
        assertEquals(List.of(), Stream.of(TranslationChecks.keysThatDiffer(dutch, file),
                TranslationChecks.untranslated(dutch, file, ownNames),
                TranslationChecks.valuesThatDiffer(dutch, file),
                TranslationChecks.brokenTexts(file),
                TranslationChecks.exclamations(file, Set.of()),
                TranslationChecks.barredWords(file, MessageFile.list(MessageFile.content("translations/barred-words.txt"))))
                .flatMap(List::stream).toList());
        // The name of another language is written as that one is.
        Map<String, String> sentences = file.texts().entrySet().stream().filter(text -> !text.getKey().startsWith(OWN_NAME))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertEquals(List.of(), TranslationChecks.wrongPunctuation(MessageFile.of("theme", language, sentences.entrySet().stream()
                .map(text -> text.getKey() + "=" + text.getValue()).collect(Collectors.joining("\n")))));
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageIsOfferedByItsOwnName(Language language) {
        assertEquals(language.ownName(), read(language).texts().get(OWN_NAME + language.tag()));
        assertTrue(MessageFile.content(THEME + "theme.properties").lines().filter(line -> line.startsWith("locales="))
                .anyMatch(line -> List.of(line.substring("locales=".length()).split(",")).contains(language.tag())));
        for (String realm : List.of("opkoers", "gemeente")) {
            assertTrue(MessageFile.content("docker/keycloak/" + realm + "-realm.json").contains("\"" + language.tag() + "\""), realm);
        }
    }

    /** With names for what Keycloak fills in, which it numbers. */
    private static MessageFile read(Language language) {
        String content = MessageFile.content(THEME + "messages/messages_" + language.tag() + ".properties");
        return MessageFile.of("theme", language, content.replace("{0}", "{value}"));
    }
}

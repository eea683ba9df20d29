package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the five message files in step and fit to be read. What each check means: {@link TranslationChecks}. */
class TranslationsTest {
    private static final MessageFile DUTCH = MessageFile.read(Language.NL);

    @ParameterizedTest
    @EnumSource
    void everyTextIsInEveryLanguage(Language language) {
        assertNone(TranslationChecks.keysThatDiffer(DUTCH, MessageFile.read(language)));
    }

    @Test
    void everyTextIsUsed() {
        assertNone(TranslationChecks.unused(DUTCH, sources(), list("not-used-yet").keySet()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NL")
    void noTextIsLeftInDutch(Language language) {
        assertNone(TranslationChecks.untranslated(DUTCH, MessageFile.read(language), list("same-as-dutch").keySet()));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextHasItsValues(Language language) {
        assertNone(TranslationChecks.valuesThatDiffer(DUTCH, MessageFile.read(language)));
    }

    @ParameterizedTest
    @EnumSource
    void everyCountedTextHasTheFormsOfItsLanguage(Language language) {
        assertNone(TranslationChecks.pluralsThatDoNotFit(MessageFile.read(language)));
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsBroken(Language language) {
        assertNone(TranslationChecks.brokenTexts(MessageFile.read(language)));
    }

    @ParameterizedTest
    @EnumSource
    void noTextShouts(Language language) {
        assertNone(TranslationChecks.exclamations(MessageFile.read(language), list("congratulations").keySet()));
    }

    @ParameterizedTest
    @EnumSource
    void punctuationAndSpellingAreThoseOfTheLanguage(Language language) {
        assertNone(TranslationChecks.wrongPunctuation(MessageFile.read(language)));
    }

    @ParameterizedTest
    @EnumSource
    void noTextHasAWordThatHurtsOrMisleads(Language language) {
        assertNone(TranslationChecks.barredWords(MessageFile.read(language), list("barred-words")));
    }

    private static void assertNone(List<String> findings) {
        assertEquals("", String.join("\n", findings));
    }

    private static Map<String, String> list(String name) {
        return MessageFile.list(MessageFile.content("translations/" + name + ".txt"));
    }

    private static String sources() {
        return Stream.of("src/main/resources/templates", "src/main/java").map(Path::of).filter(Files::exists)
                .flatMap(TranslationsTest::files)
                .filter(file -> !file.endsWith("Messages.java"))
                .map(file -> MessageFile.content(file.toString()))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

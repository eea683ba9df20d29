package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the message files of all bundles in step and fit to be read. What each check means: {@link TranslationChecks}. */
class TranslationsTest {

    static Stream<Arguments> files() {
        return MessageFile.bundles().stream().flatMap(bundle -> Stream.of(Language.values())
                .map(language -> Arguments.of(bundle, language)));
    }

    static Stream<Arguments> translatedFiles() {
        return files().filter(file -> file.get()[1] != Language.NL);
    }

    static List<String> bundles() {
        return MessageFile.bundles();
    }

    @Test
    void everyBundleHasAnInterfaceAndFiveFiles() throws IOException {
        Set<String> expected = MessageInterface.all().stream().map(MessageInterface::bundle)
                .flatMap(bundle -> Stream.of(Language.values()).map(language -> bundle + "_" + language.tag() + ".properties"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(Path.of("translations/messages"))) {
            assertEquals(expected, files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyMethodAndEveryConstantHasItsTextAndNoOther(String bundle) {
        Set<String> keys = MessageInterface.all().stream().filter(type -> type.bundle().equals(bundle))
                .flatMap(type -> type.keys().stream()).collect(Collectors.toCollection(TreeSet::new));
        assertNone(TranslationChecks.keysThatNoMethodHas(dutch(bundle), keys));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noBundleIsTooLarge(String bundle) {
        assertNone(TranslationChecks.tooManyMessages(dutch(bundle)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsUsed(String bundle) {
        assertNone(TranslationChecks.unused(dutch(bundle), USES, list("not-used-yet").keySet()));
    }

    @Test
    void noListNamesATextThatIsNotThere() {
        Set<String> named = MessageFile.bundles().stream().map(TranslationsTest::dutch)
                .flatMap(file -> file.texts().keySet().stream().map(file::anyLanguage)).collect(Collectors.toSet());
        List<String> listed = Stream.of("not-used-yet", "congratulations", "same-as-dutch")
                .flatMap(name -> list(name).keySet().stream()).map(key -> key.replaceFirst("_[a-z]{2}:", ":")).toList();
        assertEquals(List.of(), listed.stream().filter(key -> !named.contains(key)).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextIsInEveryLanguage(String bundle, Language language) {
        assertNone(TranslationChecks.keysThatDiffer(dutch(bundle), MessageFile.read(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("translatedFiles")
    void noTextIsLeftInDutch(String bundle, Language language) {
        assertNone(TranslationChecks.untranslated(dutch(bundle), MessageFile.read(bundle, language),
                list("same-as-dutch").keySet()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextHasItsValues(String bundle, Language language) {
        assertNone(TranslationChecks.valuesThatDiffer(dutch(bundle), MessageFile.read(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCountedTextHasTheFormsOfItsLanguage(String bundle, Language language) {
        assertNone(TranslationChecks.pluralsThatDoNotFit(MessageFile.read(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTextIsBroken(String bundle, Language language) {
        assertNone(TranslationChecks.brokenTexts(MessageFile.read(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTextShouts(String bundle, Language language) {
        assertNone(TranslationChecks.exclamations(MessageFile.read(bundle, language), list("congratulations").keySet()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void punctuationAndSpellingAreThoseOfTheLanguage(String bundle, Language language) {
        assertNone(TranslationChecks.wrongPunctuation(MessageFile.read(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTextHasAWordThatHurtsOrMisleads(String bundle, Language language) {
        assertNone(TranslationChecks.barredWords(MessageFile.read(bundle, language), list("barred-words")));
    }

    @ParameterizedTest
    @MethodSource("translatedFiles")
    void everyTextCallsAThingAsTheGlossaryDoes(String bundle, Language language) {
        assertNone(TranslationChecks.otherWords(dutch(bundle), MessageFile.read(bundle, language), list("glossary")));
    }

    private static MessageFile dutch(String bundle) {
        return MessageFile.read(bundle, Language.NL);
    }

    private static void assertNone(List<String> findings) {
        assertEquals("", String.join("\n", findings));
    }

    private static Map<String, String> list(String name) {
        return MessageFile.list(MessageFile.content("translations/" + name + ".txt"));
    }

    /** Where texts are used: read once, for thirty bundles. */
    private static final Map<String, Set<String>> USES = TranslationChecks.uses(
            Stream.of("src/main/resources/templates", "src/main/java").map(Path::of).filter(Files::exists)
                .flatMap(TranslationsTest::files)
                .filter(file -> !file.endsWith("Messages.java"))
                .map(file -> MessageFile.content(file.toString()))
                .collect(Collectors.joining("\n")));

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

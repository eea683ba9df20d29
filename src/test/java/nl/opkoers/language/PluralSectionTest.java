package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PluralSectionTest {
    private static final int HIGHEST = 1_000;
    private static final Pattern OTHER_WORDS = Pattern.compile("\\{([a-z]+)}");

    private final Engine engine = Engine.builder().addDefaults().addSectionHelper(new PluralSection.Factory()).build();

    @ParameterizedTest
    @EnumSource
    void everyNumberHasTheCategoryOfCldr(Language language) {
        String message = language.pluralCategories().stream().map(PluralCategory::keyword)
                .map(keyword -> "{#" + keyword + "}" + keyword)
                .collect(Collectors.joining("", "{#plural n}", "{/plural}"));
        PluralRules cldr = PluralRules.forLocale(new ULocale(language.tag()));
        for (int number = 0; number <= HIGHEST; number++) {
            assertEquals(cldr.select(number), render(message, language, number));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AR, 0, ZERO", "AR, 1, ONE", "AR, 2, TWO", "AR, 3, FEW", "AR, 10, FEW", "AR, 11, MANY", "AR, 99, MANY",
        "AR, 100, OTHER", "AR, 101, OTHER", "AR, 102, OTHER", "AR, 103, FEW", "AR, 111, MANY", "AR, 200, OTHER",
        "AR, 800, OTHER", "AR, 1.5, OTHER", "TI, 0, ONE", "TI, 1, ONE", "TI, 2, OTHER", "NL, 0, OTHER", "NL, 1, ONE",
        "NL, 101, OTHER", "EN, 1, ONE", "EN, 0, OTHER", "TR, 1, ONE", "TR, 0, OTHER", "NL, 1.5, OTHER"})
    void aNumberIsCountedAsPeopleCountIt(Language language, double number, PluralCategory expected) {
        assertEquals(expected, language.pluralOf(number));
    }

    @ParameterizedTest
    @EnumSource
    void everyCountedMessageSaysSomethingForEveryNumber(Language language) {
        MessageFile.bundles().stream().map(bundle -> MessageFile.read(bundle, language)).forEach(file ->
                file.texts().forEach((key, text) -> {
                    Template message = text.contains("{#plural") ? engine.parse(text) : null;
                    for (int number = 0; message != null && number <= HIGHEST; number++) {
                        assertFalse(render(message, text, language, number).isBlank(), file.named(key) + " for " + number);
                    }
                }));
    }

    @Test
    void zeroMayHaveItsOwnSentence() {
        String message = "{#plural n}{#none}Geen lessen{#one}{n} les{#other}{n} lessen{/plural}";
        assertEquals("Geen lessen", render(message, Language.NL, 0));
        assertEquals("1 les", render(message, Language.NL, 1L));
        assertEquals("2 lessen", render(message, null, 2));
    }

    @Test
    void whatCannotBeCountedIsAnError() {
        assertThrows(TemplateException.class, () -> render("{#plural n}{#other}x{/plural}", Language.NL, "three"));
        assertThrows(TemplateException.class, () -> render("{#plural n}{#one}x{/plural}", Language.NL, 2));
    }

    private String render(String message, Language language, Object number) {
        return render(engine.parse(message), message, language, number);
    }

    /** Read once for a thousand numbers: {@code template} is the message. */
    private static String render(Template template, String message, Language language, Object number) {
        TemplateInstance instance = template.instance();
        // What else is said in the sentence is there already when it is counted.
        OTHER_WORDS.matcher(message).results().forEach(other -> instance.data(other.group(1), "x"));
        return (language == null ? instance : instance.setLocale(language.locale())).data("n", number).render();
    }
}

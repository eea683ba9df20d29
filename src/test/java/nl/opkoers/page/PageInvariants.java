package nl.opkoers.page;

import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.language.Language;

/**
 * What holds for every page of the portal, whoever reads it and in whatever language.
 *
 * <p>Every page that a test opens goes through {@link #check}. All faults are named at once, so that one run tells all
 * that has to be mended.
 *
 * <p>People's own words (names, messages) stand under {@code dir="auto"}, in a {@code textarea} or between the isolates
 * FSI and PDI. They may be in any language and hold any sign, so the rules about wording leave them alone.
 */
public final class PageInvariants {

    private static final List<PageRule> RULES = List.of(
            new StructureRules(), new NameRules(), new ActiveContentRules(), new LeftoverRules(), new PrivacyRules(),
            new LinkRules(), new LanguageRules(), new DirectionRules());

    private PageInvariants() {
    }

    /**
     * Fails when the page breaks one or more of the rules.
     *
     * @param html     the whole page, as sent by the server or as read back from a browser
     * @param language the language in which the page should be
     * @param address  where the page was found, for the message only
     * @throws AssertionError naming every fault
     */
    public static void check(String html, Language language, String address) {
        List<String> faults = faults(html, language);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s (%s): %d fault(s)%n - %s".formatted(
                    address, language.tag(), faults.size(), String.join(System.lineSeparator() + " - ", faults)));
        }
    }

    /** Every fault of the page, in the order of the rules; empty when the page is as it should be. */
    public static List<String> faults(String html, Language language) {
        ReadPage page = ReadPage.of(html, language);
        return RULES.stream().flatMap(rule -> rule.faults(page)).distinct().toList();
    }

    /** One group of rules that belong together. */
    interface PageRule {

        /** What is wrong with the page according to these rules. */
        Stream<String> faults(ReadPage page);
    }
}

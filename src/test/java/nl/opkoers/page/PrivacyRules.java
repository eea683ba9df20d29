package nl.opkoers.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * No citizen service number and no V-number on any page: nobody needs to read it there, and a photographed or shared
 * screen would give it away (art. 46 UAVG).
 *
 * <p>Phone numbers can look the same. They stand in {@code tel:} links and in {@code <bdi class="phone">}.
 */
final class PrivacyRules implements PageInvariants.PageRule {

    private static final Pattern NINE_DIGITS = Pattern.compile(
            "(?=\\d)(?<!\\w)(?:\\d{9}|\\d{4}[. ]\\d{2}[. ]\\d{3}|\\d{3}[. ]\\d{3}[. ]\\d{3})(?!\\w)");
    private static final Pattern TEN_DIGITS = Pattern.compile("(?=\\d)(?<!\\w)\\d{10}(?!\\w)");

    /** Attributes of drawings and of guards: numbers, but nobody's. */
    private static final List<String> HARMLESS = List.of("d", "points", "transform", "viewBox", "nonce", "integrity");

    @Override
    public Stream<String> faults(ReadPage page) {
        // Most pages have none at all, and need not be copied to be looked at without phones.
        return faults(page.document().outerHtml()).findAny().isEmpty() ? Stream.empty() : faults(withoutPhones(page.document()));
    }

    private static Stream<String> faults(String html) {
        return Stream.concat(
                NINE_DIGITS.matcher(html).results().filter(match -> passesElevenTest(match.group()))
                        .map(match -> "a number that passes the elfproef ends in …" + end(match.group())),
                TEN_DIGITS.matcher(html).results()
                        .map(match -> "a number like a V-number ends in …" + end(match.group())));
    }

    private static String withoutPhones(Document page) {
        Document document = page.clone();
        document.select("bdi.phone, input[name=csrf-token]").remove();
        document.select("a[href^=tel:]").removeAttr("href");
        document.select("input[type=tel]").removeAttr("value");
        HARMLESS.forEach(attribute -> document.select("[" + attribute + "]").removeAttr(attribute));
        return document.outerHtml();
    }

    /** The check on a citizen service number: weights 9 to 2, then -1, and the sum divisible by eleven. */
    private static boolean passesElevenTest(String number) {
        String digits = number.replaceAll("\\D", "");
        int sum = -Character.digit(digits.charAt(8), 10);
        for (int place = 0; place < 8; place++) {
            sum += (9 - place) * Character.digit(digits.charAt(place), 10);
        }
        return sum != 0 && sum % 11 == 0;
    }

    /** Not the whole number: reports of tests are kept and read by many. */
    private static String end(String number) {
        return number.substring(number.length() - 3);
    }
}

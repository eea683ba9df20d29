package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule finds its fault: each row spoils one thing on a good page and says what has to be reported. */
class PageInvariantsTest {

    @ParameterizedTest
    @EnumSource(value = Language.class, names = {"NL", "AR", "TI"})
    void aGoodPagePasses(Language language) {
        assertEquals(List.of(), PageInvariants.faults(good(language), language));
        assertDoesNotThrow(() -> PageInvariants.check(good(language), language, "/hours"));
    }

    @Test
    @DisplayName("All faults are told at once, with the address of the page")
    void allFaultsAtOnce() {
        String spoilt = good(Language.NL).replace("<!doctype html>", "").replace("Stadhuis", "msg:town");
        AssertionError error = assertThrows(AssertionError.class,
                () -> PageInvariants.check(spoilt, Language.NL, "/hours"));
        assertTrue(error.getMessage().contains("/hours (nl): 2 fault(s)"), error.getMessage());
    }

    @Test
    void aPageInAnotherLanguageThanAskedIsFound() {
        assertReported("html lang is \"nl\" instead of \"ar\"", good(Language.NL), Language.AR);
        assertReported("html dir is \"ltr\" instead of \"rtl\"", good(Language.NL), Language.AR);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<!doctype html> | <!-- --> | doctype",
            "<html lang=\"nl\" | <html lang=\"en\" | html lang is",
            "dir=\"ltr\"> | dir=\"rtl\"> | html dir is",
            "<meta name=\"viewport\" | <meta name=\"port\" | viewport is not",
            "initial-scale=1 | user-scalable=no | forbids enlarging",
            "<h2>Deze maand</h2> | <h1>Deze maand</h1> | 2 <h1>",
            "<h1>Uw uren</h1> | <p>Uw uren</p> | 0 <h1>",
            "<title>Uw uren | <title>Uren | does not begin with the h1",
            "<title>Uw uren – Op Koers | <title> | title is empty",
            "</main> | </main><main>Nog een</main> | 2 <main>",
            "id=\"minutes\" | id=\"main\" | used twice",
            "<h2>Deze maand</h2> | <h3>Deze maand</h3> | heading level skipped",
    })
    void structure(String from, String to, String fault) {
        assertReported(fault, spoil(Language.NL, from, to), Language.NL);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<label for=\"minutes\"> | <label> | no label is bound to <select",
            "Wat hebt u gedaan? | `` | no label is bound to <textarea",
            ">Bewaar< | >< | no accessible name on <button",
            "</main> | <button>Bewaar</button></main> | 2 buttons that say \"Bewaar\"",
            ">Bewaar< | aria-describedby=\"away\">Bewaar< | nothing describes <button",
            ">Bewaar< | aria-describedby=\"minutes away\">Bewaar< | no element has the id \"away\"",
            "<label for=\"minutes\"> | <label for=\"hours\"> | no element has the id \"hours\"",
            ">Bewaar< | form=\"away\">Bewaar< | no element has the id \"away\"",
            ">Snel weg< | ><span aria-hidden=\"true\">×</span>< | no accessible name on <a",
            " alt=\"Stadhuis\" | `` | no alt on <img",
            "<svg aria-hidden=\"true\" | <svg | drawing neither hidden",
            "name=\"csrf-token\" | name=\"token\" | no csrf-token",
            "value=\"c3VubnkgZGF5\" | value=\"\" | no csrf-token",
            "name=\"whose\" | name=\"who\" | not said whose",
            "value=\"0a1b2c3d4e5f\" | value=\"\" | not said whose",
    })
    void namesAndGuards(String from, String to, String fault) {
        assertReported(fault, spoil(Language.NL, from, to), Language.NL);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<h2> | <h2 style=\"color: red\"> | inline style",
            "</head> | <style>p { margin: 0 }</style></head> | <style> element",
            "<h2> | <h2 onclick=\"go()\"> | inline event handler onclick",
            "/language/nl | javascript:go() | inline event handler href",
            "</main> | <script>go()</script></main> | inline script without nonce",
            "src=\"/page/frame.js\" | src=\"https://cdn.example/frame.js\" | not from our own house",
            "src=\"/page/town.svg\" | src=\"//cdn.example/town.svg\" | not from our own house",
    })
    void activeContent(String from, String to, String fault) {
        assertReported(fault, spoil(Language.NL, from, to), Language.NL);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            ">Bewaar< | >nav_home< | raw message key",
            "alt=\"Stadhuis\" | alt=\"msg:town\" | raw message key",
            "– Op Koers | – page_title | raw message key",
            "twee uur | undefined uur | value that is not there",
            "twee uur | null uur | value that is not there",
            "twee uur | Optional.empty uur | value that is not there",
            "twee uur | {n} uur | placeholder \"{\"",
            "href=\"/language/nl\" | href=\"/language/{tag}\" | leftover",
            "href=\"/language/nl\" | href=\"/language/null\" | leftover",
            "twee uur | &lt;b&gt;twee&lt;/b&gt; uur | escaped twice",
            "twee uur | twee &amp;lt; drie uur | escaped twice",
            "Deze maand | Ø§Ù„Ø³Ø§Ø¹Ø§Øª | broken letters",
            "Deze maand | áˆ°á‹“á‰³á‰µ | broken letters",
            "Deze maand | â‚¬ 12 en coÃ¶peratie | broken letters",
            "Deze maand | java.lang.IllegalStateException: stuk | exception",
            "Deze maand | at nl.opkoers.Hours.add(Hours.java:12) | exception",
    })
    void leftovers(String from, String to, String fault) {
        assertReported(fault, spoil(Language.NL, from, to), Language.NL);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Deze maand | Nummer 111222333 | elfproef",
            "Deze maand | Nummer 1112.22.333 | elfproef",
            "id=\"minutes\" | id=\"minutes\" data-of=\"111222333\" | elfproef",
            "Deze maand | Nummer 2345678901 | V-number",
            "class=\"phone\" dir=\"ltr\">020 5550140 | dir=\"ltr\">0205550140 | V-number",
    })
    void numbersOfPeople(String from, String to, String fault) {
        assertReported(fault, spoil(Language.NL, from, to), Language.NL);
    }

    @Test
    void theReportDoesNotRepeatTheNumber() {
        List<String> faults = PageInvariants.faults(spoil(Language.NL, "Deze maand", "111222333"), Language.NL);
        assertTrue(faults.stream().noneMatch(fault -> fault.contains("111222333")), faults::toString);
    }

    @Test
    void otherNumbersOfNineDigitsAreFine() {
        assertEquals(List.of(), PageInvariants.faults(spoil(Language.NL, "Deze maand", "111222334"), Language.NL));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "href=\"/language/nl\" | href=\"language/nl\" | not an absolute path",
            "href=\"/language/nl\" | href=\"//other.example\" | not an absolute path",
            "href=\"/language/nl\" | href=\"http://other.example\" | not an absolute path",
            "action=\"/hours\" | action=\"hours\" | form leads elsewhere",
            "rel=\"noopener noreferrer\" | rel=\"nofollow\" | without rel=noopener",
            "tel:+31205550140 | tel:020 555 01 40 | cannot be dialled",
            "datetime=\"2026-09-15\" | datetime=\"15-09-2026\" | not a date or time",
    })
    void links(String from, String to, String fault) {
        assertReported(fault, spoil(Language.NL, from, to), Language.NL);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "AR | بمستوى B1 | بمستوى school | \"school\" in",
            "AR | aria-label=\"اللغة\" | aria-label=\"Taal\" | \"Taal\" in",
            "AR | بمستوى B1 | ሰዓታት | is not in the letters of lang=ar",
            "TI | DigiD፣ | inburgering፣ | \"inburgering\" in",
            "TI | DigiD፣ | ساعات | is not in the letters of lang=ti",
            "NL | Deze maand | هذا الشهر | is not in the letters of lang=nl",
            "NL | Deze maand | ሰዓታት | is not in the letters of lang=nl",
            "AR | >persoonlijk plan< | >خطة< | is not in the letters of lang=nl",
            "NL | Deze maand | <span lang=\"ar\" dir=\"rtl\">Deze maand</span> | is not in the letters of lang=ar",
            "NL | Deze maand | Add the hours and your words | reads as en",
            "NL | Deze maand | Bu ay için bir saat | reads as tr",
            "NL | >Türkçe< | >Turks< | no lang=tr",
            "NL | >ትግርኛ< | >Tigrinya< | no lang=ti",
            "NL | hreflang=\"ar\" | hreflang=\"en\" | no hreflang=ar",
    })
    void languages(Language language, String from, String to, String fault) {
        assertReported(fault, spoil(language, from, to), language);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<bdi dir=\"ltr\">14:30–16:00</bdi> | 14:30–16:00 | time not isolated",
            "<time datetime=\"2026-09-15\" dir=\"ltr\"> | <time datetime=\"2026-09-15\"> | date not isolated",
            "⁦€ 12,50⁩ | € 12,50 | amount not isolated",
            "<bdi class=\"phone\" dir=\"ltr\">+31 20 555 01 40</bdi> | +31 20 555 01 40 | phone number not isolated",
            "<bdi lang=\"nl\" dir=\"ltr\">persoonlijk plan</bdi> | <i lang=\"nl\">plan</i> | lang without dir",
    })
    void directions(String from, String to, String fault) {
        assertReported(fault, spoil(Language.AR, from, to), Language.AR);
    }

    private static void assertReported(String fault, String html, Language language) {
        List<String> faults = PageInvariants.faults(html, language);
        assertTrue(faults.stream().anyMatch(found -> found.contains(fault)), () -> "no '" + fault + "' in " + faults);
    }

    private static String spoil(Language language, String from, String to) {
        String good = good(language);
        assertTrue(good.contains(from), "the sample has no " + from);
        return good.replace(from, to);
    }

    private static String good(Language language) {
        try (InputStream sample = PageInvariantsTest.class.getResourceAsStream("good-" + language.tag() + ".html")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.TestClock;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;

/** Somebody of the cast who reads their pages in a language. */
record Reader(String person, Language language) {

    DossierMessages words() {
        return Texts.in(language, DossierMessages.class);
    }

    Answer page(String path) {
        return CastPages.page(person, language, path);
    }

    /** All pages, their frames included, as one text. */
    String allText() {
        return CastPages.pages(person, language).map(page -> Answer.plain(page.document().body().text()))
                .reduce("", (all, text) -> all + "\n" + text);
    }

    Reader reads(String path, String... words) {
        String text = page(path).text();
        for (String expected : words) {
            assertTrue(text.contains(Answer.plain(expected)),
                    () -> "%s does not read on %s (%s): %s%n%s".formatted(person, path, language.tag(), expected, text));
        }
        return this;
    }

    Reader readsNowhere(String... words) {
        String text = allText();
        for (String barred : words) {
            assertTrue(!text.contains(Answer.plain(barred)),
                    () -> "%s reads somewhere (%s): %s".formatted(person, language.tag(), barred));
        }
        return this;
    }

    /** How many elements of the page itself this selects. */
    int count(String path, String selector) {
        return page(path).document().select("main").select(selector).size();
    }

    String date(LocalDate day) {
        return Dates.of(language).date(day);
    }

    /** A date in the dossier, as the municipality sends it today; {@code at} is a JSON pointer. */
    LocalDate told(String at) {
        return LocalDate.parse(CastJson.of(person, TestClock.today()).at(at).asText());
    }
}

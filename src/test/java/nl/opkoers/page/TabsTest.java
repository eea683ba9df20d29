package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tab of a page says where one is, also on the pages below it; a page that belongs to none marks none. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class TabsTest {

    @ParameterizedTest
    @CsvSource({
        "z-tigrinya, /, /=page",
        "z-tigrinya, /agenda, /agenda=page",
        "z-tigrinya, /agenda/exams, /agenda=true",
        "z-tigrinya, /hours/week, /hours=true",
        "z-tigrinya, /help, ''",
        "coach-a, /coach, /coach=page",
        "coach-a, /coach/conversations, /coach=true",
        "coach-a, /coach/hours, /coach/hours=page",
        "team-lead, /team, /team=page"})
    void theTabSaysWhereOneIs(String person, String path, String current) {
        String marked = String.join(" ", Portal.signedIn(person, Language.NL).get(path).document()
                .select("nav.tabs a[aria-current]").stream().map(tab -> tab.attr("href") + "=" + tab.attr("aria-current")).toList());

        assertEquals(current, marked);
    }
}

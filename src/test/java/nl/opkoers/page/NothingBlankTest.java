package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not known is said to be unknown, and never an empty place on the page. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class NothingBlankTest {

    private static final String PLACES = "p, li, dt, dd, h1, h2, h3, summary, section, ul, span, bdi, a, button, label, legend";
    /** Where a script says what is kept on the phone, when there is anything. */
    private static final String FOR_SCRIPT = "[role=status], [hidden] [data-part=list]";

    static Stream<String> people() {
        return CastPages.people();
    }

    @ParameterizedTest
    @MethodSource("people")
    void noPlaceForWordsIsEmpty(String person) {
        List<String> empty = CastPages.pages(person).flatMap(NothingBlankTest::empty).distinct().toList();

        assertEquals(List.of(), empty);
    }

    /** The contract asks for none of it: a place without a name or an address, a goal without words, office hours without times. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"adres\": \"Stationsweg 8, Waterstad\", \"plaatsnaam\": \"Waterstad\", \"dagen\": \"ma\", \"code\": \"WERK\"}"})
    void whatAMunicipalityNeedNotTellLeavesNoPlaceEmpty(String told) {
        Rows.clear("dossier_snapshot");
        Portal walid = Portal.signedIn("b1-arabic-exam", Language.EN);
        Stream.of("examens,onderdelen,4,gepland,afspraak,plaats", "inburgeringsaanbod,instelling", "pip,actueel,doelen,0",
                "contactpersonen,personen,0,bereikbaar,0").forEach(part -> Rows.run(
                        "update dossier_snapshot set body = jsonb_set(body, '{" + part + "}', '" + told + "')"));

        List<Answer> pages = Stream.of("/", "/plan", "/agenda/exams", "/people").map(walid::get).toList();

        Rows.clear("dossier_snapshot");
        assertEquals(List.of(), pages.stream().flatMap(NothingBlankTest::empty).toList());
        assertEquals(List.of(), pages.stream().flatMap(page -> page.document().select("main *").stream())
                .map(Element::ownText).filter(text -> text.startsWith(",")).toList());
    }

    private static Stream<String> empty(Answer page) {
        return page.document().select(PLACES).stream()
                .filter(place -> !place.is(FOR_SCRIPT))
                .filter(place -> Answer.plain(place.text()).isEmpty() && place.select("svg, img, progress, input").isEmpty())
                .map(place -> page.path() + ": " + place(place));
    }

    private static String place(Element element) {
        return element.parent() == null ? element.outerHtml() : element.parent().outerHtml();
    }
}

package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.demo.DemoWorldResource;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

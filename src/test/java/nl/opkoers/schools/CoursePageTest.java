package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Seen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A course of which the list of schools tells something that a page could misunderstand. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class CoursePageTest {

    @ParameterizedTest
    @ValueSource(strings = {"/schools/C-1", "/schools/compare?course=C-1"})
    void whatCostsNothingIsNotUnknown(String path) {
        offered(Some.course().price("0").inAll("0", "0.00").made());

        Answer page = Portal.visitor(Language.NL).get(path);

        assertEquals(200, page.status());
        assertEquals(2, page.document().select("main dd, main td").stream().filter(fact -> fact.text().replace('\u00a0', ' ').equals("€ 0,00")).count(),
                page.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/schools", "/schools/C-1", "/schools/compare?course=C-1"})
    void aStartThatIsPastIsNotWhenItStarts(String path) {
        LocalDate yesterday = TestClock.today().minusDays(1);
        OffersMessages words = Texts.in(Language.EN, OffersMessages.class);
        offered(Some.course().starts(yesterday, null).made());

        Answer page = Portal.visitor(Language.EN).get(path);

        assertFalse(page.text().contains(Dates.of(Language.EN).date(yesterday)), page.text());
        assertTrue(page.text().contains(words.start_unknown()), page.text());
        offered(Some.course().starts(yesterday.plusDays(1), null).made());
        assertFalse(Portal.visitor(Language.EN).get(path).text().contains(words.start_unknown()), "today it still does");
    }

    private static void offered(LessonCourse course) {
        QuarkusMock.installMockForType(new Offers(null, null, null, null, null, null) {
            @Override
            public Seen<List<LessonCourse>> courses() {
                return new Seen.Fresh<>(List.of(course), TestClock.now());
            }

            @Override
            public Seen<List<PracticePlace>> places() {
                return new Seen.Fresh<>(List.of(), TestClock.now());
            }
        }, Offers.class);
    }
}

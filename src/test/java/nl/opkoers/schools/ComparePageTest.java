package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.opkoers.Answer;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three courses side by side, for Defne and for whoever looks from abroad before the move. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ComparePageTest {

    private static final String COMPARE = "/schools/compare";

    @Inject
    Offers offers;

    private List<LessonCourse> courses;

    @BeforeEach
    void read() {
        TestClock.runOn();
        // The first call for all of them may come too late on a machine that does much else.
        Pause.until("the courses are known", () -> offers.courses().known().isPresent());
        courses = offers.courses().known().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void threeCoursesStandSideBySideOneFactAtATimeForWhoeverLooks(Language language) {
        Answer page = open(Portal.visitor(language), address(0, 7, 14), language, false);

        assertEquals(3, page.document().select(".sides thead th").size());
        page.document().select(".sides tbody").forEach(fact -> {
            assertEquals("3", fact.select("th[scope=rowgroup]").attr("colspan"), fact.text());
            assertEquals(3, fact.select("td").size(), fact.text());
            fact.select("td").forEach(cell -> assertFalse(cell.text().isBlank(), "what is unknown says so: " + fact.text()));
        });
        reads(page, courses.get(7).name(), courses.get(14).school().name(), words(language).compare_keep());
        if (language != Language.NL) {
            assertTrue(page.document().select(".sides th .nl").eachText().contains(words(Language.NL).compare_price()));
        }
        assertTrue(page.document().select("main a[href^=/help]").isEmpty(), "only who is signed in can ask");
    }

    @Test
    void whoComparesWhatIsKeptNowhere() {
        Portal defne = Portal.signedIn("g-turkish-new", Language.TR);
        defne.get("/schools/compare");
        List<String> before = Rows.everything();

        Answer page = open(defne, address(1, 2), Language.TR, true);

        assertEquals(before, Rows.everything());
        assertEquals("/help/choose-school?" + query(1, 2), page.document().select("main a[href^=/help]").attr("href"));
        reads(page, Texts.in(Language.TR, CountingMessages.class).purpose(Counting.Purpose.LOAN));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void moreThanFitGoneOrNoneAtAllIsSaid(Language language) {
        Portal visitor = Portal.visitor(language);

        Answer more = open(visitor, address(0, 1, 2, 3, 4), language, false);
        assertEquals(3, more.document().select(".sides thead th").size());
        assertEquals(5, more.document().select("input[name=course][form=compare]").size());
        reads(more, words(language).compare_most());
        reads(open(visitor, address(0, 1) + "&course=no-such-course", language, false), words(language).compare_gone());
        reads(open(visitor, COMPARE, language, false), words(language).compare_pick());
        reads(open(visitor, COMPARE + "?course=", language, false), words(language).compare_pick());
    }

    /** A page of courses that were found has twenty. */
    @Test
    void ofAllThatWereTickedNoneIsLeftOut() {
        Answer more = open(Portal.visitor(Language.NL), address(IntStream.range(0, 20).toArray()), Language.NL, false);

        assertEquals(3, more.document().select(".sides thead th").size());
        assertEquals(courses.stream().limit(20).map(LessonCourse::id).toList(),
                more.document().select("input[name=course][form=compare]").eachAttr("value"));
        reads(more, words(Language.NL).compare_most());
        assertFalse(more.text().contains(Answer.plain(words(Language.NL).compare_gone())), "all are there");
    }

    @Test
    void whoseLessonsTheMunicipalityPaysIsNeverToldOfALoan() {
        Answer page = open(Portal.signedIn("b1-arabic-exam", Language.AR), address(0, 1), Language.AR, true);

        assertFalse(page.text().contains(Answer.plain(Texts.in(Language.AR, CountingMessages.class).purpose(Counting.Purpose.LOAN))));
    }

    private String address(int... at) {
        return COMPARE + "?" + query(at);
    }

    private String query(int... at) {
        return IntStream.of(at).mapToObj(one -> "course=" + courses.get(one).id()).collect(Collectors.joining("&"));
    }

    private static Answer open(Portal portal, String path, Language language, boolean personal) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), personal);
        return page;
    }

    private static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue(page.text().contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    private static ChoosingMessages words(Language language) {
        return Texts.in(language, ChoosingMessages.class);
    }
}

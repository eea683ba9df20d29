package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Seen;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A course of which the list of schools tells something that a page could misunderstand. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class CoursePageTest {

    /** How often somebody wanted to know what is on offer. */
    private final AtomicInteger asked = new AtomicInteger();

    DemoWorld world;

    @AfterEach
    void forget() {
        Stream.of("outbox", "conversation", "conversation_turn", "conversation_reader", "shortlist").forEach(Rows::clear);
    }

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
    void whatHasAPriceForTheWholeCourseIsNotUnknownNorFree(String path) {
        OffersMessages words = Texts.in(Language.EN, OffersMessages.class);
        for (String hour : new String[] {null, "0"}) {
            offered(Some.course().price(hour).inAll("3000", "0").made());

            Answer page = Portal.visitor(Language.EN).get(path);

            PageInvariants.check(page.body(), Language.EN, path);
            String price = page.document().select("main .state, main td").first().text().replace('\u00a0', ' ');
            assertTrue(price.startsWith(words.price_in_all() + ": € 3.000,00") && price.contains("173"), price);
            assertFalse(page.text().contains(words.price_unknown()), page.text());
        }
        offered(Some.course().price(null).made());
        assertTrue(Portal.visitor(Language.EN).get(path).text().contains(words.price_unknown()));
    }

    @Test
    void theCoachReadsThatPriceToo() {
        offered(Some.course().price(null).inAll("3000", "0").made());
        Portal selam = Portal.signedIn("z-tigrinya", Language.EN);
        assertEquals(303, selam.submit(selam.get("/schools/C-1"), "/schools/shortlist", Map.of()).status());
        String ask = "/help/choose-school";
        assertEquals(303, selam.submit(selam.get(ask), ask, Map.of("language", "en", "with", "yes")).status());
        Portal coach = Portal.visitor(Language.NL);
        coach.signIn("coach-a", "/coach");

        Answer read = coach.get("/coach/conversations/" + world.municipality().idOf("z-tigrinya") + "/"
                + Rows.of("select id from conversation").get(0));

        OffersMessages words = Texts.in(Language.NL, OffersMessages.class);
        assertTrue(read.text().replace('\u00a0', ' ').contains(words.price_in_all() + ": € 3.000,00"), read.text());
        assertFalse(read.text().contains(words.price_unknown()), read.text());
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

    @ParameterizedTest
    @CsvSource({"https://www.kompas.example, https://www.kompas.example", "www.kompas.example, https://www.kompas.example",
        "kompas.example/cursussen?taal=nl, https://kompas.example/cursussen?taal=nl", "http://kompas.example, http://kompas.example",
        "HTTPS://Kompas.example, HTTPS://Kompas.example", "' www.kompas.example ', https://www.kompas.example",
        "javascript:alert(1), ''", "JavaScript://kompas.example/%0aalert(1), ''", "data:text/html;base64.aa, ''", "//evil.example, ''",
        "zie Facebook, ''", "/agenda, ''", "'https://', ''", "info@kompas.example, ''", "1.5, ''"})
    void aWebsiteIsALinkOnlyWhenItLeadsThere(String typed, String leadsTo) {
        offered(Some.course().website(typed).made());

        Answer page = Portal.visitor(Language.NL).get("/schools/C-1");

        assertEquals(leadsTo.isEmpty() ? List.of() : List.of(leadsTo), page.document().select("main a[rel=noreferrer]").eachAttr("href"));
        assertTrue(page.text().contains(typed.strip()), page.text());
    }

    /** While the municipality does not answer, each time costs as long as anybody waits for it. */
    @ParameterizedTest
    @ValueSource(strings = {"/schools/C-1", "/schools/compare?course=C-1&course=C-2&course=C-3", "/schools/shortlist",
            "/help/choose-school?course=C-1&course=C-2&course=C-3"})
    void forOnePageTheListIsAskedForOnce(String path) {
        offered(Some.course().named("1").made(), Some.course().named("2").made(), Some.course().named("3").made());
        Portal defne = Portal.signedIn("g-turkish-new", Language.EN);
        for (String course : List.of("C-1", "C-2", "C-3")) {
            assertEquals(303, defne.submit(defne.get("/schools/" + course), "/schools/shortlist", Map.of()).status());
        }
        asked.set(0);

        Answer page = defne.get(path);

        assertEquals(200, page.status());
        assertTrue(page.body().contains("C-1"), page.body());
        assertEquals(1, asked.get());
    }

    private void offered(LessonCourse... offered) {
        QuarkusMock.installMockForType(new Offers(null, null, null, null, null, null) {
            @Override
            public Seen<List<LessonCourse>> courses() {
                asked.incrementAndGet();
                return new Seen.Fresh<>(List.of(offered), TestClock.now());
            }

            @Override
            public Seen<List<PracticePlace>> places() {
                return new Seen.Fresh<>(List.of(), TestClock.now());
            }
        }, Offers.class);
    }
}

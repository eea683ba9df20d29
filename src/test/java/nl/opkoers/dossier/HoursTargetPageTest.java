package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.contract.Hours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Participation hours with a target are for asylum holders in the Z-route alone (Besluit inburgering 2021, art. 3.14). To
 * show '0 of 800' to anybody else is a legal error, and it frightens.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HoursTargetPageTest {

    /** Who owes how many hours of participation; for one of them DUO has lowered it. */
    private static final Map<String, Integer> OWED =
            Map.of("z-tigrinya", 800, "z-arabic-elder", 800, "z-dispensation", 400);
    /** Everybody in the Z-route owes 800 hours of language and KNM. */
    private static final Set<String> LANGUAGE_HOURS = Set.of("z-tigrinya", "z-arabic-elder", "z-dispensation", "g-turkish-z");
    /** Without a plan, or a group and a route, it cannot be said what somebody owes. */
    private static final Set<String> NOT_YET_KNOWN =
            Set.of("azc-tigrinya-wait", "before-pip-turkish", "exempt-english", "unknown-values");
    private static final Pattern EIGHT_HUNDRED = Pattern.compile("(?<![\\d.,])(800|٨٠٠)(?!\\d)");

    static Stream<Arguments> everybodyInEveryLanguage() {
        return CastPages.people().flatMap(person -> Stream.of(Language.values()).map(language -> Arguments.of(person, language)));
    }

    @ParameterizedTest
    @MethodSource("everybodyInEveryLanguage")
    void theTargetIsShownToWhoOwesItAndToNobodyElse(String person, Language language) {
        Reader reader = new Reader(person, language);
        String participation = Answer.plain(reader.words().part_name(PlanPart.Kind.PARTICIPATION));
        boolean inPlan = cardsNamed(reader, "/plan", participation);

        assertEquals(OWED.containsKey(person), inPlan);
        if (inPlan) {
            String done = String.valueOf(Map.of("z-tigrinya", 312, "z-arabic-elder", 590, "z-dispensation", 155).get(person));
            String text = reader.words().hours_done_of(done, String.valueOf(OWED.get(person)));
            reader.reads("/plan", text).reads("/hours", text);
        } else {
            assertFalse(cardsNamed(reader, "/hours", reader.words().hours_kind(Hours.Kind.PARTICIPATION)));
        }
    }

    @ParameterizedTest
    @MethodSource("everybodyInEveryLanguage")
    void theNumberItselfAppearsNowhereOutsideTheZRoute(String person, Language language) {
        String text = new Reader(person, language).allText();

        assertEquals(LANGUAGE_HOURS.contains(person), EIGHT_HUNDRED.matcher(text).find(), person);
    }

    @ParameterizedTest
    @MethodSource("everybodyInEveryLanguage")
    void whoOwesNoneReadsThatThereIsNoNumberToReach(String person, Language language) {
        Reader reader = new Reader(person, language);
        String noNumber = Answer.plain(reader.words().hours_no_target());
        boolean said = Answer.plain(reader.page("/hours").text()).contains(noNumber);
        boolean known = !NOT_YET_KNOWN.contains(person) && !LANGUAGE_HOURS.contains(person) && !person.equals("old-law");

        assertEquals(known, said, person);
    }

    private static boolean cardsNamed(Reader reader, String path, String name) {
        assertTrue(reader.page(path).status() == 200);
        return reader.page(path).document().select("main .card :is(h2, h3)").stream()
                .anyMatch(heading -> Answer.plain(heading.text()).startsWith(Answer.plain(name)));
    }
}

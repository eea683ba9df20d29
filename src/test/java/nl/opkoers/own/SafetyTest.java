package nl.opkoers.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Fill;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.coaching.CoachingMessages;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.notice.NoticeMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The partner is often the interpreter and sometimes the threat: what somebody else with the phone in their hand finds. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class SafetyTest {

    private static final String SELAM = "z-tigrinya";
    private static final String NAME = "Selam";
    /** Who lives with somebody, in the words of a municipality. Not the groups of the law, such as family migrants. */
    private static final Pattern HOUSEHOLD = Pattern.compile("partner|echtgeno|huishoud|gezinsl|gezinssam|kinderen|ouder|verwant|familiel",
            Pattern.CASE_INSENSITIVE);

    DemoWorld world;

    @BeforeEach
    @AfterEach
    void asBefore() {
        TestClock.runOn();
        Rows.run("delete from notice_choice where participant = '" + id() + "'");
    }

    @Test
    void nobodyCanAskToStaySignedIn() {
        Portal visitor = Portal.visitor(Language.EN);
        for (Answer door : List.of(visitor.get("/"), visitor.startSignIn("/"), visitor.get("/session-ended"))) {
            assertEquals(0, door.document().select("input[type=checkbox], input[name*=remember], input[name*=stay]").size(), door.path());
        }

        Portal selam = Portal.signedIn(SELAM, Language.EN);
        TestClock.advance(Session.IDLE);
        assertTrue(selam.get("/plan").status() == 303 || selam.get("/plan").status() == 302, "however it was signed in");

        Portal busy = Portal.signedIn(SELAM, Language.EN);
        for (Duration passed = Duration.ZERO; passed.compareTo(Session.LONGEST) < 0; passed = passed.plusMinutes(14)) {
            TestClock.advance(Duration.ofMinutes(14));
            busy.get("/still-here");
        }
        assertEquals(303, busy.get("/plan").status(), "nor by being busy all day");
    }

    @Test
    void withoutScriptTooTheWayBackShowsNothingOfHers() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        List<String> seen = CastPages.PATHS;
        assertTrue(seen.stream().anyMatch(path -> selam.get(path).body().contains(NAME)), "what is looked for is there before");
        seen.forEach(path -> assertEquals("no-store", selam.get(path).headers().firstValue("Cache-Control").orElse("none"), path));

        selam.get("/leave");

        seen.forEach(path -> {
            Answer back = selam.open(path);
            assertFalse(back.body().contains(NAME), path);
            assertEquals(0, back.document().select("[data-person]").size(), path);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNoticeSaysTheSameToEverybodyAndNotWhatItIsAbout(Language language) {
        NoticeMessages words = Texts.in(language, NoticeMessages.class);
        for (String text : List.of(words.sent_subject(), words.sent_text(), words.changed_subject(), words.changed_text(),
                words.stopped_title(), words.stopped_text())) {
            assertFalse(text.contains("{") || text.matches("(?i).*(inburger|gemeente|municipality|belediye|البلدية|ምምሕዳር|Op Koers|coach).*"), text);
        }
    }

    @Test
    void thereIsNoHousehold() throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream contract = SafetyTest.class.getResourceAsStream("/openapi/gemeente-api.json")) {
            JsonNode document = new ObjectMapper().readTree(contract);
            document.findParents("properties").forEach(schema -> schema.get("properties").fieldNames().forEachRemaining(names::add));
            document.get("paths").fieldNames().forEachRemaining(names::add);
        }
        assertTrue(names.contains("inburgeringsplicht"), "the contract was read");
        assertEquals(Set.of(), names.stream().filter(name -> HOUSEHOLD.matcher(name).find()).collect(Collectors.toSet()));
        assertEquals(Set.of(), Set.copyOf(Rows.of("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' and column_name ~ 'partner|household|family|spouse|delegate'")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoGuidesHerIsToldThatHerNoticesGoElsewhereAndNotWhere(Language language) {
        Portal marloes = Portal.signedIn("coach-a", language);
        String page = "/coach/participants/" + id();
        String told = Texts.in(language, CoachingMessages.class).address_changed("#").split("#")[0];
        assertFalse(marloes.get(page).text().contains(Answer.plain(told)));

        Fill.row("notice_choice", Map.of("municipality", "9901", "participant", id(), "language", "ti",
                "address_changed_at", TestClock.now().minus(Duration.ofDays(1)).toString()));

        assertTrue(marloes.get(page).text().contains(Answer.plain(told)), marloes.get(page).text());
        TestClock.advance(Duration.ofDays(61));
        assertFalse(Portal.signedIn("coach-a", language).get(page).text().contains(Answer.plain(told)));
    }

    private String id() {
        return world.municipality().idOf(SELAM);
    }
}

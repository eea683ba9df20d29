package nl.opkoers.coaching;

import static nl.opkoers.coaching.Waterstad.KOFI;
import static nl.opkoers.coaching.Waterstad.NABIL;
import static nl.opkoers.coaching.Waterstad.SELAM;
import static nl.opkoers.coaching.Waterstad.open;
import static nl.opkoers.coaching.Waterstad.reads;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.Statements;
import nl.opkoers.TestClock;
import nl.opkoers.agenda.AgendaMessages;
import nl.opkoers.agenda.Said;
import nl.opkoers.agenda.Sheet;
import nl.opkoers.agenda.Told;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.Refusal;
import nl.opkoers.municipality.contract.Agenda;
import org.hibernate.SessionFactory;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Selam let know about her lessons, as Marloes reads it; and Joost, who stands in for Karel, what Kofi did. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class RepliesForCoachTest {

    private static final String REPLIES = "section[aria-labelledby=replies]";

    DemoWorld world;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        Waterstad.nothingIsLeft();
        world.municipality().faults().clear();
        List.of("dossier_snapshot", "agenda_snapshot").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasRepliedIsReadWithTheLessonTheTimeAndHowFarItIs(Language language) {
        Portal selam = withLessonTomorrow(SELAM, item -> { });
        Instant replied = TestClock.now();
        selam.submit(selam.get("/agenda/les-1"), "/agenda/les-1/decline", Map.of("reason", "ILLNESS", "note", "Hoge koorts"));
        Portal marloes = Portal.signedIn("coach-a", language);

        Answer page = open(marloes, address(SELAM), language);

        Dates dates = Dates.of(language);
        reads(page, words(language).replies_title(), Texts.in(language, AgendaMessages.class).kind(Agenda.Kind.LESSON),
                dates.moment(Sheet.tomorrow("11:00")), words(language).reply(Said.DECLINE), dates.moment(replied));
        assertFalse(page.body().contains("Hoge koorts"), "in whose words is not for the page");
        assertFalse(page.text().contains(Texts.in(language, AgendaMessages.class).reason(Agenda.Reason.ILLNESS)), "nor why");
        for (Told.State state : Told.State.values()) {
            if (settle(state)) {
                Answer now = open(marloes, address(SELAM), language);
                reads(now, words(language).reply_state(state));
                assertEquals(state.name().matches("SAVED|UNDERWAY|ARRIVED") ? 0 : 1, replies(now).select(".notice").size(), state.name());
            }
        }
    }

    /** As if it had come so far; {@code false} for what only the portal itself says. */
    private static boolean settle(Told.State state) {
        String waits = "state = 'WAITING', next_at = '" + TestClock.now().plus(Duration.ofDays(1)) + "', attempts = ";
        String settled = "settled_at = '" + TestClock.now().plusSeconds(3600) + "', state = ";
        String change = switch (state) {
            case SAVED -> waits + "0";
            case UNDERWAY -> waits + "2";
            case ARRIVED -> settled + "'ARRIVED'";
            case CHANGED -> refused(settled, Refusal.OUTDATED_VERSION);
            case CANCELLED -> refused(settled, Refusal.CANCELLED);
            case BEGUN -> refused(settled, Refusal.PAST);
            case NOTTAKEN -> refused(settled, Refusal.NOT_PROCESSED);
            case ATDUO -> "";
        };
        if (!change.isEmpty()) {
            Rows.run("update outbox set " + change);
        }
        return !change.isEmpty();
    }

    private static String refused(String settled, String why) {
        return settled + "'REFUSED', refusal = '{\"type\": \"" + why + "\"}'";
    }

    @Test
    void ofALessonOnlyTheLastReplyIsReadAndTheNewestComeFirst() {
        Sheet lessons = Sheet.empty();
        dossier(SELAM);
        IntStream.rangeClosed(1, 12).forEach(number -> lessons.with("les-" + number, "Les", Sheet.tomorrow("11:00").plus(Duration.ofDays(number))));
        lessons.keep();
        IntStream.rangeClosed(1, 12).forEach(number -> kept(SELAM, "CONFIRM", "les-" + number, number));
        kept(SELAM, "DECLINE", "les-1", 20);
        kept(SELAM, "MOVE", "les-nowhere", 21);

        Answer page = open(Portal.signedIn("coach-a", Language.NL), address(SELAM), Language.NL);

        List<String> each = replies(page).select("li").eachText();
        assertEquals(10, each.size(), "a page stays a page");
        assertEquals(words(Language.NL).reply_gone(), replies(page).select("h3").first().text());
        assertEquals(2, each.stream().limit(2).filter(text -> !text.contains(words(Language.NL).reply(Said.CONFIRM))).count(), each.toString());
        assertEquals(8, each.stream().filter(text -> text.contains(words(Language.NL).reply(Said.CONFIRM))).count(), each.toString());
    }

    @Test
    void itSaysThatTheLessonChangedSinceAndWhatWasHeardByTelephone() {
        Portal selam = withLessonTomorrow(SELAM, item -> { });
        selam.submit(selam.get("/agenda/les-1"), "/agenda/les-1/confirm", Map.of());
        withLesson(item -> item.put("versie", 2).put("status", "Gewijzigd"));
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        reads(open(marloes, address(SELAM), Language.NL), words(Language.NL).reply(Said.CONFIRM), words(Language.NL).reply_older());

        Rows.clear("outbox");
        withLesson(item -> item.putObject("reactie").put("soort", "Afgemeld").put("versie", 1).put("reden", "Ziekte")
                .put("ontvangenOp", TestClock.now().toString()));

        Answer heard = open(marloes, address(SELAM), Language.NL);
        reads(heard, words(Language.NL).reply(Said.DECLINE), words(Language.NL).reply_state(Told.State.ARRIVED));
        assertFalse(replies(heard).text().contains(words(Language.NL).reply_older()));
    }

    @Test
    void whateverElseWentToTheMunicipalityIsNoReply() {
        dossier(SELAM);
        for (String kind : List.of("HELP_REQUEST", "OFFER_REPORT", "CONTACT", "HOURS")) {
            kept(SELAM, kind, "geheim", 1);
        }

        Answer page = open(Portal.signedIn("coach-a", Language.NL), address(SELAM), Language.NL);

        assertEquals(0, page.document().select(REPLIES).size(), "nothing to say");
    }

    @Test
    void whoStandsInReadsThemAndNobodyElseDoes() {
        Portal kofi = withLessonTomorrow(KOFI, item -> { });
        kofi.submit(kofi.get("/agenda/les-1"), "/agenda/les-1/decline", Map.of());

        Rows.clear("processing_record");
        Answer atJoosts = open(Portal.signedIn("coach-b", Language.NL), address(KOFI), Language.NL);

        reads(atJoosts, words(Language.NL).replies_title(), words(Language.NL).reply(Said.DECLINE));
        assertEquals(404, Portal.signedIn("coach-a", Language.NL).get(address(KOFI)).status());
        assertEquals(List.of("INSTEAD person"), Rows.of("select distinct purpose || ' ' || subject from processing_record where kind = 'LOOK'"),
                "it is written down who looked");
    }

    @Test
    void manyRepliesTakeNoMoreQueriesThanOne() {
        dossier(NABIL);
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("11:00")).keep();
        kept(NABIL, "CONFIRM", "les-1", 1);
        Portal marloes = Portal.signedIn("coach-a", Language.NL);
        marloes.get(address(NABIL));
        long one = Statements.of(sessions, () -> marloes.get(address(NABIL)));
        Sheet lessons = Sheet.empty();
        IntStream.range(1, 9).forEach(number -> lessons.with("les-" + number, "Les", Sheet.tomorrow("11:00").plus(Duration.ofDays(number))));
        lessons.keep();
        IntStream.range(2, 9).forEach(number -> kept(NABIL, "CONFIRM", "les-" + number, number));

        assertEquals(one, Statements.of(sessions, () -> marloes.get(address(NABIL))));
        assertEquals(8, replies(marloes.get(address(NABIL))).select("li").size());
    }

    @Test
    void itIsReadAlsoWhenTheMunicipalityTellsOfNoAgenda() {
        Portal selam = withLessonTomorrow(SELAM, item -> { });
        selam.submit(selam.get("/agenda/les-1"), "/agenda/les-1/decline", Map.of());
        world.municipality().faults().set(Resource.AGENDA, Fault.error());
        Rows.clear("agenda_snapshot");

        reads(open(Portal.signedIn("coach-a", Language.NL), address(SELAM), Language.NL), words(Language.NL).reply_gone(),
                words(Language.NL).reply(Said.DECLINE));
    }

    private Portal withLessonTomorrow(String person, Consumer<ObjectNode> more) {
        world.municipality().faults().set(Resource.AGENDA_REPLY, Fault.error());
        Portal portal = Portal.signedIn(person, Language.NL);
        portal.get("/");
        withLesson(more);
        return portal;
    }

    private static void withLesson(Consumer<ObjectNode> more) {
        Sheet.empty().with("les-1", "Les", Sheet.tomorrow("11:00"), more).keep();
    }

    private void dossier(String person) {
        Portal.signedIn(person, Language.NL).get("/");
    }

    /** Something that arrived, so many minutes from now. */
    private void kept(String person, String kind, String subject, int minutes) {
        Instant at = TestClock.now().plus(Duration.ofMinutes(minutes));
        Rows.run("insert into outbox (municipality, participant, id, kind, subject, body, state, created_at, settled_at) values ('9901', '"
                + id(person) + "', gen_random_uuid(), '" + kind + "', '" + subject + "', '{\"versie\": 1}', 'ARRIVED', '" + at + "', '" + at + "')");
    }

    private static Element replies(Answer page) {
        return page.document().selectFirst(REPLIES);
    }

    private String address(String person) {
        return "/coach/participants/" + id(person);
    }

    private String id(String person) {
        return world.municipality().idOf(person);
    }

    private static CoachingMessages words(Language language) {
        return Texts.in(language, CoachingMessages.class);
    }
}

package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.language.Language;
import nl.opkoers.law.WorkingDays;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.eclipse.microprofile.config.ConfigProvider;

/** People of the cast who ask something, and who looks at it. */
record Asking(DemoWorld world, Conversations conversations) {

    static final String SELAM = "z-tigrinya";
    static final String NABIL = "z-arabic-elder";
    static final String KOFI = "g-english-debt";
    static final Conversation.Contact MARLOES = new Conversation.Contact("M-1001", "Marloes Hendriks");

    static void nothingIsLeft() {
        Stream.of("conversation", "conversation_turn", "conversation_reader", "conversation_reminder", "colleague", "outbox",
                "caseload_snapshot", "contact_preference").forEach(Rows::clear);
    }

    LocalDate today() {
        return TestClock.today();
    }

    String id(String person) {
        return world.municipality().idOf(person);
    }

    /** What is filled in, with one field otherwise. */
    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    /** The municipality told that the contact of this person was Marloes until yesterday; the portal has heard that. */
    void contactUntilYesterday(String person) {
        Rows.run("""
                update caseload_snapshot set body = jsonb_set(body, '{inburgeraars}', (select jsonb_agg(
                    case member ->> 'inburgeraarId' when '%s' then member || '{"tot": "%s"}' else member end)
                    from jsonb_array_elements(body -> 'inburgeraars') member)) where employee = 'M-1001'"""
                .formatted(id(person), today().minusDays(1)));
    }

    ParticipantKey key(String person) {
        return new ParticipantKey("9901", id(person));
    }

    /** @param before the day before which an answer is promised; {@code null} for none */
    UUID asks(String person, Topic topic, Language language, LocalDate before) {
        return asks(person, new Opening(UUID.randomUUID(), TestClock.now(), topic, false, false, language.tag(), language != Language.NL,
                null, null, null, null), before);
    }

    UUID asks(String person, Opening opening, LocalDate before) {
        Turn.Said first = new Turn.Said(UUID.randomUUID(), TestClock.now(), opening.language(), "ሰላም", List.of(), before);
        assertEquals(Spoken.Outcome.DONE, conversations.begin(key(person), opening, first, MARLOES).outcome());
        return opening.id();
    }

    Turn.Answered answer(boolean asksBack, LocalDate before) {
        return new Turn.Answered(UUID.randomUUID(), TestClock.now(), MARLOES.id(), MARLOES.name(), "nl", "Dat is reclame.", null,
                List.of(), asksBack, before);
    }

    /** Before which day who asks now is promised an answer, by what the municipality told. */
    static LocalDate promised() {
        return WorkingDays.before(TestClock.today(),
                Integer.valueOf(Rows.of("select body ->> 'antwoordbelofteWerkdagen' from municipality_snapshot where municipality = '9901'").get(0)));
    }

    static Portal staff(String employee, String role) {
        String secret = ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class);
        return Portal.visitor(Language.NL).with("session", TestSessions.staff(secret, "9901", employee, role, "Iemand", TestClock.now()));
    }

    static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
        return page;
    }

    static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue((page.title() + " " + page.text()).contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }
}

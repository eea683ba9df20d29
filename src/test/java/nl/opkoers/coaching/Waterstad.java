package nl.opkoers.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.Conversation;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Opening;
import nl.opkoers.contact.Topic;
import nl.opkoers.contact.Turn;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.language.Language;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.eclipse.microprofile.config.ConfigProvider;

/** The coaches of the scenarios at work: what they open, and what their people ask. */
final class Waterstad {

    static final String MARLOES = "M-1001";
    static final String JOOST = "M-1002";
    static final String KAREL = "M-1004";
    static final String FEMKE = "M-1005";
    static final String SELAM = "z-tigrinya";
    static final String NABIL = "z-arabic-elder";
    static final String KOFI = "g-english-debt";

    private Waterstad() {
    }

    static void nothingIsLeft() {
        TestClock.runOn();
        Stream.of("absence", "coach_note", "colleague", "owed_answer", "conversation_reader", "turn_translation", "conversation_turn",
                "conversation", "contact_preference", "hour_act", "hour_told", "hour_entry", "outbox", "caseload_snapshot", "kept_form")
                .forEach(Rows::clear);
    }

    /** Somebody of the staff, signed in without the identity provider. */
    static Portal staff(String employee, String role) {
        String secret = ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class);
        return Portal.visitor(Language.NL).with("session",
                TestSessions.staff(secret, "9901", employee, role, "Iemand", TestClock.now()));
    }

    /** That a coach has worked here lately. */
    static void works(String employee, String name) {
        Rows.run("insert into colleague (municipality, employee, name, seen_at) values ('9901', '" + employee + "', '" + name
                + "', '" + TestClock.now() + "') on conflict do nothing");
    }

    static UUID asks(Conversations conversations, ParticipantKey key, Conversation.Contact contact, LocalDate before) {
        UUID id = UUID.randomUUID();
        conversations.begin(key, new Opening(id, TestClock.now(), Topic.LETTER, false, false, "ti", true, null, null, null, null),
                new Turn.Said(UUID.randomUUID(), TestClock.now(), "ti", "Wat staat in deze brief?", List.of(), before), contact);
        return id;
    }

    static Turn.Answered answer(String by, String name) {
        return new Turn.Answered(UUID.randomUUID(), TestClock.now(), by, name, "nl", "Dat is reclame.", null, List.of(), false, null);
    }

    static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        check(page, language);
        return page;
    }

    static void check(Answer page, Language language) {
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }

    static void reads(Answer page, String... words) {
        for (String expected : words) {
            assertTrue((page.title() + " " + page.text()).contains(Answer.plain(expected)),
                    () -> page.path() + " lacks: " + Answer.plain(expected) + "\n" + page.text());
        }
    }

    static List<String> names(Answer list) {
        assertEquals(200, list.status());
        return list.document().select("main ol.people h2 a").eachText().stream().map(Answer::plain).toList();
    }

    static String csrf(Answer page) {
        return page.document().selectFirst("input[name=csrf-token]").val();
    }

    /** Sends a form that need not be on the page, with the token of that page. */
    static Answer post(Portal portal, Answer page, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf-token", csrf(page));
        return portal.post(path, all);
    }

    static int compressed(Answer page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(page.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.size();
    }
}

package nl.opkoers.looks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
import nl.opkoers.language.Language;

/** What there is of Selam Tesfay to be looked at, by Marloes Hendriks who guides her and by others. */
final class Seeing {

    static final String MARLOES = "M-1001";
    static final String JOOST = "M-1002";

    private Seeing() {
    }

    static void nothingIsLeft() {
        TestClock.runOn();
        Stream.of("absence", "coach_note", "colleague", "owed_answer", "conversation_reminder", "conversation_reader", "turn_translation",
                "conversation_turn", "conversation", "contact_preference", "hour_act", "hour_told", "hour_entry", "picture", "document",
                "outbox", "shortlist", "caseload_snapshot", "processing_record").forEach(Rows::clear);
    }

    static UUID asks(Conversations conversations, String participant, Topic topic) {
        UUID id = UUID.randomUUID();
        conversations.begin(new ParticipantKey("9901", participant),
                new Opening(id, TestClock.now(), topic, false, false, "ti", true, null, null, null, null),
                new Turn.Said(UUID.randomUUID(), TestClock.now(), "ti", "ሰላም", List.of(), TestClock.today().plusDays(3)),
                new Conversation.Contact(MARLOES, "Marloes Hendriks"));
        return id;
    }

    /** Marloes answers with a letter. @return the id of the letter */
    static String answersWithALetter(Portal marloes, String conversation) {
        Map<String, String> fields = hidden(marloes.get(conversation), conversation);
        fields.putAll(Map.of("text", "Zie de brief.", "photo-next", UUID.randomUUID().toString()));
        Answer sent = marloes.postWithFile(conversation, fields, "photo", "brief.pdf", "%PDF-1.4 brief".getBytes(StandardCharsets.US_ASCII));
        if (sent.status() != 303) {
            throw new AssertionError(sent.status() + " " + sent.text());
        }
        return Rows.of("select id from document").get(0);
    }

    /** Selam logs an hour in the kitchen, with a photo. @return the id of the entry */
    static String logsAnHour(Portal selam) {
        Map<String, String> fields = hidden(selam.get("/hours/new"), "/hours");
        fields.putAll(Map.of("activity", "VOLUNTEERING", "when", TestClock.today().toString(), "length", "60", "kind", "PARTICIPATION"));
        Answer sent = selam.postWithFile("/hours", fields, "photo", "keuken.jpg", jpeg());
        if (sent.status() != 303) {
            throw new AssertionError(sent.status() + " " + sent.text());
        }
        return Rows.of("select id from hour_entry").get(0);
    }

    private static Map<String, String> hidden(Answer page, String action) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.document().select("form[action=" + action + "] input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }

    private static byte[] jpeg() {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Sends a form that need not be on the page, with the token of that page. */
    static Answer post(Portal portal, Answer page, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf-token", page.document().selectFirst("input[name=csrf-token]").val());
        return portal.post(path, all);
    }

    /** Who looked at what of this person, in any order: kind, subject, employee, purpose. */
    static List<String> looks(String participant) {
        return Rows.of("select concat_ws(' ', kind, subject, actor, purpose) from processing_record where kind in ('LOOK', 'LIST')"
                + " and participant = '" + participant + "' order by 1");
    }

    static Portal marloes() {
        return Portal.signedIn("coach-a", Language.NL);
    }
}

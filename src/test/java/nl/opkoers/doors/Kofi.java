package nl.opkoers.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.hours.Keeping;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.language.Language;
import nl.opkoers.notice.NoticeLinks;
import org.jsoup.nodes.Element;

/**
 * Kofi Asante has one of everything that somebody can have here. Karel Zijlstra guides him and is away; Joost van Wijk stands in
 * because the municipality says so, Femke Noordhof because Karel does, and one conversation was sent on to Marloes Hendriks.
 */
final class Kofi {

    static final String KAREL = "M-1004";
    static final String FEMKE = "M-1005";
    static final String MARLOES = "M-1001";
    /** A word in everything that Kofi or his coach types: nobody else may read it. */
    static final String WORD = "zandloper";
    static final String NAME = "Kofi Asante";
    static final String COURSE = "C-1003-5";

    /** For who stands in until then. */
    static final int DAYS_AWAY = 3;

    private static final Pattern FEED = Pattern.compile("/calendar/([\\w-]{20,})\\.ics");
    private static final byte[] PDF = "%PDF-1.7\n%brief".getBytes(StandardCharsets.US_ASCII);

    final String id;
    private final Portal kofi;
    private final Portal karel;
    private final Map<String, String> things = new HashMap<>();

    private Kofi(String id, Person kofi, Person karel) {
        this.id = id;
        this.kofi = browser(kofi);
        this.karel = browser(karel);
        things.put("participant", id);
    }

    static Portal browser(Person person) {
        return Portal.visitor(Language.EN).with("session", person.session());
    }

    /** Forgets what everybody did, and lets Kofi and Karel do all that they can. */
    static Kofi withEverything(String id, Person kofi, Person karel) {
        nothingIsLeft();
        Kofi all = new Kofi(id, kofi, karel);
        Stream.of("Femke Noordhof," + FEMKE, "Marloes Hendriks," + MARLOES, "Joost van Wijk,M-1002", "Karel Zijlstra," + KAREL).map(each -> each.split(","))
                .forEach(each -> Rows.run("insert into colleague (municipality, employee, name, seen_at) values ('9901', '" + each[1] + "', '"
                        + each[0] + "', '" + TestClock.now() + "')"));
        all.logsHours();
        all.asks();
        all.plans();
        all.chooses();
        all.karelDoesHisWork();
        return all;
    }

    static void nothingIsLeft() {
        TestClock.runOn();
        Rows.of("select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'").forEach(Rows::clear);
    }

    /** One of Kofi's things, or of what Karel made, by its name. */
    String thing(String name) {
        if (!things.containsKey(name)) {
            throw new AssertionError("there is no " + name);
        }
        return things.get(name);
    }

    private void logsHours() {
        for (String entry : List.of("entry", "asked", "accepted", "counted")) {
            Map<String, String> form = fields(kofi, "/hours/new", "/hours", Map.of("activity", "VOLUNTEERING", "when", "other",
                    "date", TestClock.today().minusDays(7 + things.size()).toString(), "length", "60", "dutch", "ALITTLE", "place", WORD, "note", WORD));
            form.put("csrf-token", token(kofi));
            things.put(entry, form.get("id"));
            assertEquals(303, kofi.postWithFile("/hours", form, "photo", "keuken.jpg", jpeg()).status());
        }
        things.put("picture", Rows.of("select act #>> '{written,photo}' from hour_act where entry = '" + thing("entry") + "'").get(0));
    }

    private void asks() {
        for (String question : List.of("conversation", "sentOn")) {
            Map<String, String> form = fields(kofi, "/help/ask?topic=letter", "/help/ask", Map.of("words", WORD));
            form.put("csrf-token", token(kofi));
            things.put(question, form.get("id"));
            assertEquals(303, kofi.postWithFile("/help/ask", form, "photo", "brief.pdf", PDF).status());
        }
        things.put("file", Rows.of("select turn #>> '{files,0}' from conversation_turn where conversation = '" + thing("conversation") + "'").get(0));
        send(kofi, "/help/ask?topic=work", "/help/ask", Map.of("words", WORD + " later", "do", "keep"));
        send(kofi, "/messages/" + thing("conversation"), "/messages/" + thing("conversation"), Map.of("text", WORD + " later", "do", "keep"));
    }

    private void plans() {
        Element confirm = kofi.get("/agenda").document().selectFirst("main form[action$=/confirm]");
        things.put("item", confirm.attr("action").split("/")[2]);
        for (String work : List.of("work", "removed")) {
            send(kofi, "/agenda/work/new?kind=weekly", "/agenda/work", Map.of("from0", "08:00", "to0", "12:00"));
            things.put(work, Rows.of("select id from work_pattern where participant = '" + id + "' order by made_at desc").get(0));
            TestClock.advance(Duration.ofSeconds(1));
        }
        send(kofi, "/agenda/work", "/agenda/work/" + thing("removed") + "/remove", Map.of());
        Rows.run("delete from calendar_feed where participant = '" + id + "'");
        Answer made = kofi.submit(kofi.get("/calendar"), "/calendar/make", Map.of());
        Matcher feed = FEED.matcher(made.body());
        if (!feed.find()) {
            throw new AssertionError(made.text());
        }
        // Longer ago than the second of two taps, which would end it and make another.
        Rows.run("update calendar_feed set created_at = created_at - interval '1 day' where participant = '" + id + "'");
        things.put("feed", feed.group(1));
    }

    private void chooses() {
        things.put("calculation", UUID.randomUUID().toString());
        send(kofi, "/costs/calculate?hours=600", "/costs/saved", Map.of("id", thing("calculation"), "hours", "600", "trip", "4", "lesson", "3",
                "material", "150", "retakes", "1", "exams", "5", "months", "24"));
        post(kofi, "/schools/shortlist", Map.of("course", COURSE));
        send(kofi, "/people/preference", "/people/preference", Map.of("frequency", "EVERY_TWO_MONTHS", "way", "TELEPHONE"));
        post(kofi, "/my-data/notices/push", Map.of("address", NoticeLinks.browser("kofi")));
        things.put("stop", NoticeLinks.stop(UUID.fromString(Rows.of("select stop from notice_choice where participant = '" + id + "'").get(0))));
        post(kofi, "/my-data/notices/address", Map.of("channel", "MAIL", "mail", "kofi.a@example.nl"));
    }

    private void karelDoesHisWork() {
        String conversation = "/coach/conversations/" + id + "/" + thing("conversation");
        send(karel, conversation, conversation, Map.of("text", WORD, "how", "ANSWER"));
        things.put("turn", Rows.of("select id from conversation_turn where conversation = '" + thing("conversation") + "' and position = 2").get(0));
        send(karel, conversation, conversation + "/remind", Map.of("on", TestClock.today().plusDays(2).toString(), "note", WORD));
        send(kofi, "/messages/" + thing("conversation"), "/messages/" + thing("conversation"), Map.of("text", WORD));
        String sentOn = "/coach/conversations/" + id + "/" + thing("sentOn");
        send(karel, sentOn, sentOn + "/refer", Map.of("to", MARLOES, "note", WORD, "on", TestClock.today().plusDays(2).toString()));
        String hours = "/coach/hours/" + id + "/";
        send(karel, hours + thing("asked"), hours + thing("asked") + "/judge", Map.of("decision", "ask", "reason", "WHO", "note", WORD));
        for (String entry : List.of("counted", "accepted")) {
            Element accept = karel.get(hours + thing(entry)).document().selectFirst("form[action$=/accept]");
            send(karel, hours + thing(entry), accept.attr("action"), Map.of());
            if (entry.equals("counted")) {
                Keeping.takes();
                send(karel, hours + thing(entry), hours + thing(entry) + "/undo", Map.of());
                Keeping.keeps();
            }
        }
        send(karel, "/coach/participants/" + id, "/coach/participants/" + id + "/note", Map.of("note", WORD));
        send(karel, "/coach/leave", "/coach/leave", Map.of("since", TestClock.today().toString(),
                "until", TestClock.today().plusDays(DAYS_AWAY).toString(), "substitute", FEMKE));
        things.put("absence", Rows.of("select id from absence where employee = '" + KAREL + "'").get(0));
    }

    private static void send(Portal who, String page, String action, Map<String, String> typed) {
        post(who, action, fields(who, page, action, typed));
    }

    private static void post(Portal who, String action, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf-token", token(who));
        Answer sent = who.post(action, all);
        assertEquals(303, sent.status(), () -> action + " " + sent.text());
    }

    /** What a form on a page sends, but for what guards it: what is hidden, chosen and filled in there, and this. */
    static Map<String, String> fields(Portal who, String page, String action, Map<String, String> typed) {
        Answer shown = who.get(page);
        Element form = shown.document().selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new AssertionError("no form to " + action + " on " + page + ": " + shown.status() + " " + shown.title());
        }
        Map<String, String> fields = new HashMap<>();
        form.select("input[type=hidden], input[checked], input[type=date], input[type=time], textarea").forEach(field -> fields.put(field.attr("name"), field.val()));
        form.select("select option[selected]").forEach(option -> fields.put(option.closest("select").attr("name"), option.val()));
        fields.putAll(typed);
        fields.keySet().removeAll(List.of("csrf-token", PersonMark.FIELD));
        return fields;
    }

    private static String token(Portal who) {
        Answer page = who.get("/schools");
        return page.document().selectFirst("input[name=csrf-token]").val();
    }

    private static byte[] jpeg() {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpeg", file);
            return file.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

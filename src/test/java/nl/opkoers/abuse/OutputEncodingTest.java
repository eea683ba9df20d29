package nl.opkoers.abuse;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.InventedConversations;
import nl.opkoers.demo.InventedHours;
import nl.opkoers.language.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody calls themselves, writes, or makes the municipality write, is shown as text. It is put into everything that is
 * stored in free words, wherever that came from, and then every page is read on which any of it may stand.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OutputEncodingTest {

    private static final String PERSON = "z-tigrinya";
    private static final String MARK = "Zwart";
    private static final String HOSTILE = MARK + "\"'><img src=x onerror=alert(1)></textarea></title><script>alert(2)</script>"
            + "&lt;b&gt;{msg:app_name}{#if true}{inject:frame}\u202Egnp.exe";
    private static final Pattern FREE = Pattern.compile(".*\\p{L}{2,}[ .].*|\\p{L}{2,}");
    private static final Set<String> NAMES = Set.of("naam", "name", "text", "words", "note", "titel", "omschrijving", "toelichting",
            "plaats", "adres", "meenemen", "instelling", "docent", "school", "organisatie");
    private static final List<String> KEPT = List.of("conversation", "conversation_turn", "conversation_reader", "hour_entry", "hour_act",
            "coach_note", "colleague", "caseload_snapshot", "dossier_snapshot", "agenda_snapshot", "municipality_snapshot",
            "work_pattern", "outbox", "owed_answer", "hour_told");
    private static final Set<String> KEYS = Set.of("municipality", "participant", "person", "employee", "language", "state", "kind", "etag");

    private DemoWorld world;

    @BeforeEach
    void fill() {
        forget();
        InventedConversations.fill();
        InventedHours.fill();
    }

    @AfterEach
    void forget() {
        Stream.of("hour_told", "hour_act", "hour_entry", "conversation_turn", "conversation_reader", "owed_answer", "conversation", "outbox",
                "coach_note", "colleague", "caseload_snapshot", "dossier_snapshot", "agenda_snapshot", "municipality_snapshot",
                "work_pattern").forEach(Rows::clear);
    }

    @Test
    void whatAnybodyWroteIsTextOnEveryPage() {
        List<String> hers = new ArrayList<>(CastPages.PATHS);
        Portal selam = Portal.signedIn(PERSON, Language.NL);
        hers.forEach(selam::get);
        Portal coach = Portal.visitor(Language.NL);
        coach.signIn("coach-a", "/");
        List<String> his = List.of("/coach", "/coach/conversations", "/coach/hours", "/coach/participants", "/coach/leave", "/coach/hand-over",
                "/coach/participants/" + world.municipality().idOf(PERSON), "/coach/hours/" + world.municipality().idOf(PERSON));
        his.forEach(coach::get);
        KEPT.forEach(OutputEncodingTest::spoil);

        Set<String> shown = new TreeSet<>();
        assertAll(Stream.concat(follow(selam, hers, "/messages/", "/hours/", "/agenda/"), follow(coach, his, "/coach/"))
                .map(page -> () -> check(page, shown)));

        // It was really there to be seen, on pages of every room.
        assertTrue(shown.stream().filter(path -> !path.startsWith("/coach")).count() >= 8, shown.toString());
        assertTrue(shown.stream().filter(path -> path.startsWith("/coach")).count() >= 4, shown.toString());
    }

    /** These pages, and where they lead. */
    private static Stream<Answer> follow(Portal portal, List<String> first, String... within) {
        Set<String> paths = new HashSet<>(first);
        List<Answer> pages = new ArrayList<>(first.stream().map(portal::get).toList());
        for (Answer page : List.copyOf(pages)) {
            for (Element link : page.document().select("main a[href^=/]")) {
                String path = link.attr("href").replaceFirst("#.*", "");
                if (Stream.of(within).anyMatch(path::startsWith) && !path.matches(".*\\.(pdf|csv|ics).*") && paths.size() < 120
                        && paths.add(path)) {
                    pages.add(portal.get(path));
                }
            }
        }
        return pages.stream();
    }

    private static void check(Answer page, Set<String> shown) {
        assertFalse(page.status() >= 500, page.path() + " " + page.status());
        String type = page.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("text/html")) {
            return;
        }
        Document document = page.document().clone();
        assertEquals(0, document.select("[onerror], img[src=x]").size(), page.path());
        for (Element script : document.select("script")) {
            assertFalse(script.data().contains("alert("), page.path());
        }
        assertEquals(1, document.select("title").size(), page.path());
        String text = document.text();
        if (text.contains(MARK)) {
            shown.add(page.path().replaceFirst("\\?.*", ""));
            assertTrue(Stream.of("{msg:app_name}", "&lt;b&gt;").anyMatch(document.wholeText()::contains), page.path() + ": shown as it is, not run");
        }
        // Where the name of somebody stands beside words of ours it does not turn those round.
        document.select("bdi").remove();
        for (Element around : document.select("header, footer, h1, title")) {
            assertFalse(around.text().contains("\u202E"), page.path() + ": " + around.text());
        }
    }

    private static void spoil(String table) {
        for (String column : Rows.of("select column_name from information_schema.columns where table_schema = 'public' and data_type in"
                + " ('jsonb', 'text') and table_name = '" + table + "'")) {
            if (KEYS.contains(column)) {
                continue;
            }
            for (String value : Rows.of("select distinct " + column + "::text from " + table + " where " + column + " is not null")) {
                String spoilt = spoilt(value);
                if (!spoilt.equals(value)) {
                    Rows.run("update " + table + " set " + column + " = " + quoted(spoilt) + (isJson(value) ? "::jsonb" : "")
                            + " where " + column + "::text = " + quoted(value));
                }
            }
        }
    }

    private static String spoilt(String value) {
        return isJson(value) ? json(value) : value.contains(" ") ? value + " " + HOSTILE : value;
    }

    private static boolean isJson(String value) {
        return value.startsWith("{") || value.startsWith("[");
    }

    private static String json(String value) {
        try {
            JsonNode tree = new ObjectMapper().readTree(value);
            spoil(tree);
            return tree.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void spoil(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                if (value.isTextual() && (value.asText().contains(" ") || NAMES.contains(name) && FREE.matcher(value.asText()).matches())) {
                    object.set(name, TextNode.valueOf(value.asText() + " " + HOSTILE));
                } else {
                    spoil(value);
                }
            }
        } else if (tree instanceof ArrayNode array) {
            array.forEach(OutputEncodingTest::spoil);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

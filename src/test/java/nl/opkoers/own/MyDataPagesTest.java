package nl.opkoers.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Fill;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.KeptKind;
import nl.opkoers.law.KeptTable;
import nl.opkoers.law.KeptTables;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** My data is mine: Selam takes along all that is held of her, says what is not right in it, and takes away what is hers alone. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class MyDataPagesTest {

    private static final String SELAM = "z-tigrinya";
    private static final String SOMEBODY_ELSE = "somebody-else";
    private static final String DOWNLOAD = "/my-data/download";
    private static final String WRONG = "/my-data/wrong";
    private static final String FORGET = "/my-data/forget";
    private static final Pattern EMPLOYEE = Pattern.compile("M-1\\d{3}");
    private static final List<String> LEFT_OVER = List.of("turn_translation", "conversation_turn");

    @Inject
    HoldingFiles files;

    DemoWorld world;

    @BeforeEach
    @AfterEach
    void nothingIsKept() {
        TestClock.runOn();
        Stream.concat(LEFT_OVER.stream(), tables().stream().map(KeptTable::table)).distinct().filter(table -> !table.equals("account"))
                .forEach(table -> Rows.run("delete from " + table + " where " + of(table).whose() + " in ('" + id() + "', '"
                        + SOMEBODY_ELSE + "')"));
        Rows.run("delete from account where issuer = 'filled'");
        // Each of these tests is an hour of its own.
        Rows.clear("used_allowance");
    }

    @Test
    void allThatIsHeldOfHerIsInTheFileAndNothingOfSomebodyElse() {
        Portal selam = Portal.signedIn(SELAM, Language.TI);
        everywhere(id(), "hers");
        everywhere(SOMEBODY_ELSE, "another");

        Map<String, byte[]> files = download(selam);
        JsonNode data = json(files.get("my-data.json"));

        Set<String> given = tables().stream().filter(kept -> kept.kind() != null && kept.given()).map(KeptTable::table).collect(Collectors.toSet());
        assertEquals(Set.of(), given.stream().filter(table -> data.findValues(table).stream().allMatch(JsonNode::isEmpty))
                .collect(Collectors.toSet()), "tables of which nothing is given");
        String whole = new String(files.get("my-data.json"), StandardCharsets.UTF_8);
        assertFalse(whole.contains("another"), whole);
        assertFalse(whole.contains("secret-note"), "a note is asked for, not taken along");
        assertEquals(Set.of("coach_note", "conversation_reminder"), fields(data.get("notGiven")));
        tables().forEach(kept -> data.findValues(kept.table()).forEach(rows -> rows.forEach(row ->
                kept.hidden().keySet().forEach(column -> assertFalse(row.has(column), kept.table() + "." + column)))));
    }

    @Test
    void whoWorksForTheMunicipalityIsThereByNameAndNotById() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        Fill.row("conversation_turn", own("turn", "{\"turn\": \"handed-over\", \"by\": \"M-1001\", \"byName\": \"Marloes Hendriks\","
                + " \"to\": \"M-1002\", \"toName\": \"Joost van Wijk\"}"));
        Fill.row("conversation", own("opening", "{\"begun\": {\"by\": \"M-1003\", \"byName\": \"Femke Noordhof\"}}"));
        Fill.row("hour_act", own("act", "{\"act\": \"accepted\", \"by\": \"M-1001\", \"byName\": \"Marloes Hendriks\"}"));
        Fill.row("hour_told", own("content", "{\"judgedBy\": \"M-1001\"}"));
        Fill.row("outbox", own("state", "ARRIVED", "body", "{\"medewerkerId\": \"M-1001\", \"beoordeeldDoor\": \"M-1001\"}"));

        Map<String, byte[]> files = download(selam);

        for (String name : List.of("my-data.json", "my-data.html")) {
            String file = new String(files.get(name), StandardCharsets.UTF_8);
            assertTrue(Stream.of("Marloes Hendriks", "Joost van Wijk", "Femke Noordhof").allMatch(file::contains), file);
            assertEquals(List.of(), EMPLOYEE.matcher(file).results().map(MatchResult::group).toList(), name);
        }
    }

    static Stream<String> everybody() {
        return CastPages.people();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void nobodysFileHasTheIdOfAnEmployee(String person) {
        Rows.clear("used_allowance");
        Portal portal = Portal.signedIn(person, Language.NL);
        portal.get("/people");

        download(portal).forEach((name, file) -> assertEquals(List.of(), EMPLOYEE.matcher(new String(file, StandardCharsets.UTF_8))
                .results().map(MatchResult::group).toList(), name));
    }

    @Test
    void herFilesGoAlong() {
        Portal selam = Portal.signedIn(SELAM, Language.TI);
        String picture = UUID.randomUUID().toString();
        String document = UUID.randomUUID().toString();
        Fill.row("picture", own("id", picture, "jpeg", "\\x010203"));
        Fill.row("document", own("id", document, "pdf", "\\x0405"));

        Map<String, byte[]> files = download(selam);

        assertEquals(Set.of("my-data.json", "my-data.html", "files/" + picture + ".jpg", "files/" + document + ".pdf"), files.keySet());
        assertEquals(3, files.get("files/" + picture + ".jpg").length);
        assertEquals(2, files.get("files/" + document + ".pdf").length);
        assertEquals(2, html(files).select("a[href^=files/]").size());
    }

    @Test
    void aZipInWhichAFileIsMissingHasNoEnd() {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", UUID.randomUUID().toString());
        Holding holding = new Holding(TestClock.now(), List.of(new Holding.Part(KeptKind.values()[0], Period.ofDays(1),
                Map.of("picture", List.of(row)))), List.of(), Map.of());

        assertThrows(IOException.class,
                () -> files.write(new ParticipantKey("9901", id()), holding, "", OutputStream.nullOutputStream()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageInTheFileIsInHerLanguageAndNeedsNothingElse(Language language) throws IOException {
        Portal selam = Portal.signedIn(SELAM, language);
        Fill.row("shortlist", own("course", "C-1003-5", "added_at", "2026-03-02T10:00:00Z"));

        Map<String, byte[]> files = download(selam);
        Files.write(Path.of("target", "my-data-" + language.tag() + ".html"), files.get("my-data.html"));
        Document page = html(files);

        assertEquals(language.tag(), page.selectFirst("html").attr("lang"));
        assertEquals(language.direction().attribute(), page.selectFirst("html").attr("dir"));
        assertEquals(words(language).file_title(), page.select("h1").text());
        assertEquals(0, page.select("script, link, img, iframe, form").size());
        assertTrue(Answer.plain(page.text()).contains(Answer.plain(words(language).word(Readable.Word.WHEN))), page.text());
        assertTrue(page.text().contains("C-1003-5"));
        assertTrue(page.select("bdi[lang=nl]").size() > 5, "what the municipality told is there, in Dutch");
        assertFalse(page.text().contains("2026-03-02T"), "moments are to be read");
    }

    @Test
    void whatSomebodyTypedIsTextInTheFile() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        Fill.row("draft", Map.of("municipality", "9901", "person", id(), "about", "new", "fields", "{\"words\": \"<script>alert(1)</script>\"}"));

        Map<String, byte[]> files = download(selam);

        assertEquals(0, html(files).select("script").size());
        assertTrue(html(files).text().contains("<script>alert(1)</script>"));
    }

    @Test
    void noLinkFromElsewherePutsItOnHerPhone() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);

        assertEquals(400, selam.post(DOWNLOAD, Map.of("x", "y")).status());
        assertEquals(403, staff().get(DOWNLOAD).status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotRightBecomesAConversationWithWhoHelpsHer(Language language) {
        Portal selam = Portal.signedIn(SELAM, language);
        Answer form = open(selam, WRONG, language);
        assertTrue(form.text().contains(Answer.plain(words(language).owner(WrongForm.Owner.DUO))));

        Map<String, String> typed = Map.of("about", "EXAMS", "says", "KNM: not passed", "should", "KNM: passed on 3 March");
        Answer sent = selam.submit(form, WRONG, typed);
        Answer again = selam.submit(form, WRONG, typed);

        assertEquals(303, sent.status());
        assertEquals(sent.location(), again.location());
        assertEquals(List.of("DATA"), Rows.of("select opening ->> 'topic' from conversation where participant = '" + id() + "'"));
        String said = Rows.of("select turn ->> 'text' from conversation_turn where participant = '" + id() + "'").get(0);
        assertTrue(said.contains("KNM: not passed") && said.contains("KNM: passed on 3 March"), said);
        assertTrue(said.contains(words(Language.NL).about(WrongForm.About.EXAMS)), "who answers reads Dutch: " + said);
        open(selam, sent.location().replaceFirst("^https?://[^/]+", ""), language);
    }

    /** Read aloud and translated as Dutch or English, it would be no language at all. */
    @ParameterizedTest
    @CsvSource({"NL, ስመይ ሰላም, ti", "EN, اسمي سلام, ar", "TI, ስመይ ሰላም, ti", "TR, Adım Selam, tr"})
    void whatIsTypedIsInTheLanguageInWhichItIsTyped(Language page, String typed, String written) {
        Portal selam = Portal.signedIn(SELAM, page);

        assertEquals(303, selam.submit(selam.get(WRONG), WRONG, Map.of("about", "NAME", "says", typed, "should", typed)).status());

        assertEquals(List.of(page.tag() + " " + written), Rows.of("select concat_ws(' ', opening ->> 'language', turn ->> 'language')"
                + " from conversation join conversation_turn using (municipality, participant) where participant = '" + id() + "'"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsForgottenInTheFormIsSaidAndWhatWasTypedIsStillThere(Language language) {
        Portal selam = Portal.signedIn(SELAM, language);

        Answer told = selam.submit(selam.get(WRONG), WRONG, Map.of("says", "My name is Salem", "should", " "));

        assertEquals(400, told.status());
        check(told, language);
        assertEquals("My name is Salem", told.document().select("#says").text());
        assertEquals(2, told.document().select("[role=alert] li").size());
        assertEquals(400, selam.submit(told, WRONG, Map.of("about", "NAME", "says", "x".repeat(1001), "should", "y")).status());
        assertEquals(List.of("0"), Rows.of("select count(*) from conversation where participant = '" + id() + "'"));
        assertEquals(400, selam.submit(told, WRONG, Map.of("id", "7")).status());
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsThereAgain() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        Answer form = selam.get(WRONG);
        TestClock.advance(Session.IDLE.plusMinutes(1));

        selam.follow(selam.submit(form, WRONG, Map.of("about", "PLAN", "says", "A2", "should", "B1")));
        TestClock.runOn();
        Answer back = selam.signIn(SELAM, WRONG + "?kept=" + Rows.of("select id::text from kept_form").get(0));

        assertEquals("B1", back.document().select("#should").text());
        assertEquals(1, back.document().select("#about-PLAN[checked]").size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsHersAloneGoesWhenSheSaysSoTwiceAndTheRestStays(Language language) {
        Portal selam = Portal.signedIn(SELAM, language);
        everywhere(id(), "hers");
        everywhere(SOMEBODY_ELSE, "another");
        Answer page = open(selam, FORGET, language);
        Map<String, String> chosen = new LinkedHashMap<>();

        Answer nothing = selam.submit(page, FORGET + "/check", Map.of());
        assertEquals(400, nothing.status());
        check(nothing, language);
        for (String kind : page.document().select("input[name=kind]").eachAttr("value")) {
            chosen.put("kind", kind);
            Answer sure = selam.submit(page, FORGET + "/check", chosen);
            assertEquals(200, sure.status());
            check(sure, language);
            Answer gone = selam.submit(sure, FORGET + "/now", Map.of());
            assertEquals(303, gone.status());
            assertEquals(303, selam.submit(sure, FORGET + "/now", Map.of()).status(), "tapped twice");
            if (kind.equals("PHONE")) {
                Answer butOfOthers = selam.post(FORGET + "/now?others=yes", Map.of("kind", kind,
                        "csrf-token", sure.document().selectFirst("main [name=csrf-token]").val()));
                assertEquals("\"cache\"", butOfOthers.headers().firstValue("Clear-Site-Data").orElse(""));
            }
            assertEquals(kind.equals("PHONE"), gone.headers().firstValue("Clear-Site-Data").isPresent(), kind);
        }

        tables().stream().filter(kept -> kept.kind() != null).forEach(kept -> {
            assertEquals(kept.forget() ? 0 : 1, Math.min(1, number(kept, id())), kept.table());
            assertTrue(number(kept, SOMEBODY_ELSE) > 0, kept.table());
        });
        assertTrue(open(selam, FORGET + "?gone=yes", language).text().contains(Answer.plain(words(language).gone())));
    }

    @Test
    void nobodyTakesAwayWhatIsNotTheirsToTakeAway() {
        Portal selam = Portal.signedIn(SELAM, Language.EN);
        everywhere(id(), "hers");
        Answer sure = selam.submit(selam.get(FORGET), FORGET + "/check", Map.of("kind", "WORK"));

        selam.submit(sure, FORGET + "/now", Map.of("kind", "CONVERSATIONS"));
        selam.submit(sure, FORGET + "/now", Map.of("kind", "LOOKS"));

        assertTrue(number(of("conversation"), id()) > 0);
        assertEquals(400, selam.post(FORGET + "/now", Map.of("kind", "WORK")).status(), "without the token of the form");
        assertTrue(number(of("work_pattern"), id()) > 0);
    }

    /** One row of this person in each table, with a word that is found again. */
    private static void everywhere(String person, String word) {
        String turn = UUID.randomUUID().toString();
        tables().stream().filter(kept -> kept.kind() != null).map(KeptTable::table).distinct()
                .sorted((one, other) -> Boolean.compare(LEFT_OVER.get(0).equals(one), LEFT_OVER.get(0).equals(other)))
                .filter(table -> number(of(table), person) == 0)
                .forEach(table -> Fill.row(table, row(table, person, word, turn)));
    }

    private static Map<String, String> row(String table, String person, String word, String turn) {
        Map<String, String> row = new HashMap<>(Map.of("municipality", "9901", of(table).whose(), person));
        switch (table) {
            case "hour_entry" -> row.put("state", "ACCEPTED");
            case "outbox" -> row.putAll(Map.of("kind", "CONFIRM", "state", "ARRIVED", "settled_at", Instant.now().toString(), "body", "{\"x\": \"" + word + "\"}"));
            case "conversation_turn" -> row.putAll(Map.of("id", turn, "turn", "{\"turn\": \"said\", \"text\": \"" + word + "\"}"));
            case "turn_translation" -> row.putAll(Map.of("turn", turn, "text", word));
            case "coach_note" -> row.put("text", "secret-note");
            case "account" -> row.put("issuer", "filled");
            case "draft" -> row.put("about", word);
            case "shortlist" -> row.put("course", word);
            case "news" -> row.put("code", word);
            case "notice_choice" -> row.put("language", "en");
            case "notice_address" -> row.putAll(Map.of("language", "en", "channel", "MAIL"));
            default -> { }
        }
        return row;
    }

    private Map<String, String> own(String... more) {
        Map<String, String> row = new HashMap<>(Map.of("municipality", "9901"));
        for (int place = 0; place < more.length; place += 2) {
            row.put(more[place], more[place + 1]);
        }
        row.put("participant", id());
        return row;
    }

    private static long number(KeptTable kept, String person) {
        return Long.parseLong(Rows.of("select count(*) from " + kept.table() + " where " + kept.whose() + " = '" + person + "'").get(0));
    }

    private static List<KeptTable> tables() {
        return KeptTables.standard().tables();
    }

    private static KeptTable of(String table) {
        return tables().stream().filter(kept -> kept.table().equals(table)).findFirst().orElseThrow();
    }

    private String id() {
        return world.municipality().idOf(SELAM);
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, byte[]> download(Portal portal) {
        String token = portal.get(DOWNLOAD).document().selectFirst("main input[name=csrf-token]").attr("value");
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(URI.create(Portal.base() + DOWNLOAD))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept-Language", language(portal))
                .header("Cookie", portal.cookies().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; ")))
                .POST(HttpRequest.BodyPublishers.ofString("csrf-token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))).build(),
                HttpResponse.BodyHandlers.ofByteArray()).join();
        assertEquals(200, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse("none"));
        assertTrue(answer.headers().firstValue("Content-Disposition").orElse("none").startsWith("attachment; filename=\"my-data-"));
        return unzip(answer.body());
    }

    private static String language(Portal portal) {
        return portal.get(DOWNLOAD).document().selectFirst("html").attr("lang");
    }

    private static Map<String, byte[]> unzip(byte[] zipped) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return files;
    }

    private static JsonNode json(byte[] file) {
        try {
            return new ObjectMapper().readTree(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Document html(Map<String, byte[]> files) {
        return Jsoup.parse(new String(files.get("my-data.html"), StandardCharsets.UTF_8));
    }

    private static Portal staff() {
        Portal coach = Portal.visitor(Language.EN);
        coach.signIn("coach-a", "/");
        return coach;
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), path);
        check(page, language);
        return page;
    }

    private static void check(Answer page, Language language) {
        PageInvariants.check(page.body(), language, page.path());
        HeaderInvariants.check(page.headers(), true);
    }

    private static OwnMessages words(Language language) {
        return Texts.in(language, OwnMessages.class);
    }
}

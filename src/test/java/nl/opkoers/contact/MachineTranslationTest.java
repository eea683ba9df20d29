package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import nl.opkoers.served.Waterstad;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walid (b1-arabic-exam) writes in Arabic and his coach in Dutch; each of them can ask for a translation, which a translator
 * makes that the municipality chose. The translator here answers over HTTP, and tells what it was asked.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class MachineTranslationTest {

    private static final String WALID = "b1-arabic-exam";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> asked = Collections.synchronizedList(new ArrayList<>());
    private final UUID id = UUID.randomUUID();
    private HttpServer translator;
    private volatile Function<JsonNode, Reply> answers = question -> new Reply(200, "{\"translatedText\": \"Bu reklam.\"}");

    private record Reply(int status, String body) {
    }

    DemoWorld world;

    @Inject
    Conversations conversations;

    @BeforeEach
    void aTranslatorIsThere() throws IOException {
        clear();
        translator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        translator.createContext("/translate", this::hear);
        translator.setExecutor(Executors.newCachedThreadPool());
        translator.start();
        waitFor(PATIENCE);
    }

    private void waitFor(Duration within) {
        choose(Optional.of(URI.create("http://127.0.0.1:" + translator.getAddress().getPort() + "/")), Optional.of("our-key"), within);
    }

    @AfterEach
    void nothingIsLeft() {
        translator.stop(0);
        clear();
    }

    @Test
    void theTranslatorHearsTheWordsAndNotWhoseTheyAre() {
        Turn answer = answered("Dat is reclame.");

        Answer done = ask(Portal.signedIn(WALID, Language.TR), mine(answer));

        assertEquals(303, done.status());
        assertEquals("/messages/" + id + "#turn-2", address(done));
        assertEquals(List.of(Map.of("q", "Dat is reclame.", "source", "nl", "target", "tr", "format", "text", "api_key", "our-key")),
                asked.stream().map(question -> JSON.convertValue(question, Map.class)).toList());
        assertEquals(List.of("tr Bu reklam."), kept());
    }

    @Test
    void whatIsTranslatedIsTranslatedOnce() {
        Turn answer = answered("Dat is reclame.");
        Portal walid = Portal.signedIn(WALID, Language.TR);

        ask(walid, mine(answer));
        ask(walid, mine(answer));

        assertEquals(1, asked.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMunicipalityDecidesWhetherItOffersIt(boolean offered) {
        TranslationSettings settings = new TranslationSettings(Optional.of(URI.create("http://localhost:1/")), Optional.empty(),
                List.of("nl", "tr"), Duration.ofSeconds(1));
        Map<String, String> own = Map.of("contact.translation", String.valueOf(offered));

        assertEquals(offered, new LibreTranslate(settings, Waterstad.served(own), JSON).offers("nl", Language.TR));
    }

    @Test
    void nothingIsTranslatedUnlessSomebodyAsks() {
        answered("Dat is reclame.");

        Portal walid = Portal.signedIn(WALID, Language.TR);
        assertEquals(200, walid.get("/messages").status());
        assertEquals(1, walid.get("/messages/" + id).document().select("#turn-2 form[action*=/translate/]").size());

        assertEquals(List.of(), asked);
    }

    @Test
    void whatIsConfidentialNeverLeaves() {
        begin(true);
        Turn answer = answer("Dat is reclame.");
        Portal walid = Portal.signedIn(WALID, Language.TR);

        assertEquals(404, ask(walid, mine(answer)).status());
        assertEquals(404, ask(coach("coach-a"), theirs(answer)).status());
        assertEquals(0, read(coach("coach-a"), "").document().select("form[action*=translate]").size());

        assertEquals(List.of(), asked);
        assertEquals(List.of(), kept());
    }

    @Test
    void aCoachReadsWhatWasWrittenInArabic() {
        answers = question -> new Reply(200, "{\"translatedText\": \"Wat staat hier?\"}");
        begin(false);
        UUID first = conversations.turns(walid(), id, Integer.MAX_VALUE, 1).get(0).turn().id();

        Portal marloes = coach("coach-a");
        assertEquals(1, read(marloes, "").document().select("form[action$=/translate/" + first + "]").size());

        Answer done = ask(marloes, theirs(first));

        assertEquals(303, done.status());
        assertTrue(address(done).endsWith("/" + id + "#turn-1"), address(done));
        Element turn = read(marloes, "").document().selectFirst("#turn-1");
        assertEquals("Wat staat hier?", turn.selectFirst("> .said[lang=nl][dir=ltr]").text());
        assertEquals("ماذا يوجد هنا؟", turn.selectFirst("details .said[lang=ar][dir=auto]").text());
        assertTrue(turn.text().contains(words().translated()), turn.text());
        assertEquals(0, turn.select("form[action*=translate]").size());
        assertEquals(List.of("ar nl"), asked.stream().map(each -> each.get("source").asText() + " " + each.get("target").asText()).toList());
    }

    @Test
    void whoAsksForItOnAnEarlierPageReadsItThere() {
        Turn answer = answered("Dat is reclame.");
        for (int more = 0; more < 40; more++) {
            conversations.take(walid(), id, new Turn.Said(UUID.randomUUID(), TestClock.now(), "ar", "شكرا", List.of(), null));
        }
        Portal walid = Portal.signedIn(WALID, Language.TR);

        Answer done = walid.follow(ask(walid, mine(answer)));

        assertEquals("Bu reklam.", done.document().select("#turn-2 > .said[lang=tr]").text(), done.path());
        Portal marloes = coach("coach-a");
        UUID first = conversations.turns(walid(), id, 2, 1).get(0).turn().id();
        assertEquals(1, marloes.follow(ask(marloes, theirs(first))).document().select("#turn-1 > .said[lang=nl]").size());
    }

    @Test
    void walidReadsWhatItSaysInTurkishWithTheOriginalOneTapAway() {
        Turn answer = answered("Dat is reclame.");
        Portal walid = Portal.signedIn(WALID, Language.TR);
        ask(walid, mine(answer));

        Answer page = walid.get("/messages/" + id);

        PageInvariants.check(page.body(), Language.TR, page.path());
        Element turn = page.document().selectFirst("#turn-2");
        assertEquals("Bu reklam.", turn.selectFirst("> .said[lang=tr]").text());
        assertEquals("Dat is reclame.", turn.selectFirst("details .said[lang=nl]").text());
    }

    @Test
    void nobodyTranslatesWhatIsNotTheirsToRead() {
        Turn answer = answered("Dat is reclame.");

        assertEquals(404, ask(Portal.signedIn("z-tigrinya", Language.TR), mine(answer)).status());
        assertEquals(404, ask(coach("coach-b"), theirs(answer)).status());
        assertEquals(403, ask(Portal.signedIn(WALID, Language.TR), theirs(answer)).status());
        assertEquals(404, ask(Portal.signedIn(WALID, Language.TR), "/messages/" + id + "/translate/" + UUID.randomUUID()).status());
        assertEquals(404, ask(Portal.signedIn(WALID, Language.TR), "/messages/" + id + "/translate/none").status());
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 {}", "403 {}", "200 no json", "200 {}", "200 {\"translatedText\": \" \"}"})
    void whatIsNotTranslatedIsTriedOnceMoreAndSaid(String reply) {
        answers = question -> new Reply(Integer.parseInt(reply.substring(0, 3)), reply.substring(4));
        Turn answer = answered("Dat is reclame.");

        Answer told = ask(Portal.signedIn(WALID, Language.TR), mine(answer));

        assertEquals("/messages/" + id + "?untranslated=" + answer.id() + "#turn-2", address(told));
        assertEquals(2, asked.size());
        assertEquals(List.of(), kept());
    }

    @Test
    void thatItDidNotWorkIsSaidBesideTheOriginal() {
        begin(false);
        UUID first = conversations.turns(walid(), id, Integer.MAX_VALUE, 1).get(0).turn().id();

        Element turn = read(coach("coach-a"), "?untranslated=" + first).document().selectFirst("#turn-1");

        assertTrue(turn.text().contains(words().translate_failed()), turn.text());
        assertEquals("ماذا يوجد هنا؟", turn.selectFirst("> .said[lang=ar]").text());
        assertEquals(1, turn.select("form[action$=/translate/" + first + "]").size(), "it can be tried again");
    }

    @Test
    void aTranslatorThatTakesTooLongIsNotWaitedFor() {
        waitFor(Duration.ofSeconds(1));
        answers = question -> pause(new Reply(200, "{\"translatedText\": \"Bu reklam.\"}"));
        Turn answer = answered("Dat is reclame.");

        assertTrue(ask(Portal.signedIn(WALID, Language.TR), mine(answer)).location().contains("untranslated"));
    }

    @Test
    void afterAFailureItWorksWhenTheTranslatorIsBack() {
        answers = question -> new Reply(asked.size() == 1 ? 503 : 200, "{\"translatedText\": \"Bu reklam.\"}");
        Turn answer = answered("Dat is reclame.");

        assertEquals("/messages/" + id + "#turn-2", address(ask(Portal.signedIn(WALID, Language.TR), mine(answer))));
    }

    @Test
    void whereNoTranslatorIsChosenNothingIsOffered() {
        choose(Optional.empty(), Optional.empty(), PATIENCE);
        Turn answer = answered("Dat is reclame.");

        assertEquals(404, ask(Portal.signedIn(WALID, Language.TR), mine(answer)).status());
        assertEquals(List.of(), asked);
    }

    @Test
    void aLanguageThatTheTranslatorDoesNotKnowIsNotOffered() {
        Turn answer = answered("Dat is reclame.");

        assertEquals(404, ask(Portal.signedIn(WALID, Language.TI), mine(answer)).status());
        assertEquals(404, ask(Portal.signedIn(WALID, Language.NL), mine(answer)).status(), "it is in Dutch already");
        assertEquals(List.of(), asked);
    }

    @Test
    void aTranslationGoesWithWhatItWasMadeOf() {
        Turn answer = answered("Dat is reclame.");
        ask(Portal.signedIn(WALID, Language.TR), mine(answer));
        assertEquals(1, kept().size());

        Rows.run("delete from conversation_turn where id = '" + answer.id() + "'");

        assertEquals(List.of(), kept());
    }

    private void hear(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        asked.add(question);
        Reply reply = answers.apply(question);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Longer than the portal waits. */
    private static Reply pause(Reply reply) {
        try {
            Thread.sleep(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }

    private static void choose(Optional<URI> address, Optional<String> key, Duration within) {
        QuarkusMock.installMockForType(new TranslationSettings(address, key, List.of("nl", "en", "tr", "ar"), within),
                TranslationSettings.class);
    }

    private Turn answered(String text) {
        begin(false);
        return answer(text);
    }

    private void begin(boolean confidential) {
        Opening opening = new Opening(id, TestClock.now(), Topic.LETTER, false, confidential, "ar", false, null, null, null, null);
        conversations.begin(walid(), opening, new Turn.Said(UUID.randomUUID(), TestClock.now(), "ar", "ماذا يوجد هنا؟", List.of(), null), null);
    }

    private Turn answer(String text) {
        Turn.Answered answer = Said.marloes(text);
        conversations.answer(walid(), id, answer, 1);
        return answer;
    }

    private String mine(Turn turn) {
        return "/messages/" + id + "/translate/" + turn.id();
    }

    private String theirs(Turn turn) {
        return theirs(turn.id());
    }

    private String theirs(UUID turn) {
        return "/coach/conversations/" + walid().participant() + "/" + id + "/translate/" + turn;
    }

    private Answer read(Portal coach, String query) {
        Answer page = coach.get("/coach/conversations/" + walid().participant() + "/" + id + query);
        assertEquals(200, page.status());
        PageInvariants.check(page.body(), Language.NL, page.path());
        return page;
    }

    private static PeopleMessages words() {
        return Texts.in(Language.NL, PeopleMessages.class);
    }

    private static Answer ask(Portal portal, String address) {
        Answer mine = portal.get("/people/preference");
        Answer form = mine.status() == 200 ? mine : portal.get("/coach");
        return portal.post(address, Map.of("csrf-token", form.document().selectFirst("input[name=csrf-token]").val()));
    }

    private static String address(Answer answer) {
        return answer.location().replace(Portal.base(), "");
    }

    private static Portal coach(String person) {
        Portal coach = Portal.visitor(Language.NL);
        coach.signIn(person, "/");
        return coach;
    }

    private ParticipantKey walid() {
        return new ParticipantKey("9901", world.municipality().idOf(WALID));
    }

    private static List<String> kept() {
        return Rows.of("select language || ' ' || text from turn_translation");
    }

    private static void clear() {
        Stream.of("conversation", "turn_translation", "conversation_turn", "conversation_reader", "outbox").forEach(Rows::clear);
    }
}

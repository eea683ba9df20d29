package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Database;
import nl.opkoers.Pause;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.InventedConversations;
import nl.opkoers.demo.InventedHours;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Itself;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.law.WorkingDays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Waterstad and Bergdam are served by one process, and Duinzicht joins while it runs. The people of all three have the same ids, so
 * that whoever mixes them up shows somebody else's data.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralMunicipalitiesIT {

    private static final Itself BERGDAM = new Itself("9902", "Gemeente Bergdam", "+31 88 555 02 50", 8);
    private static final Itself DUINZICHT = new Itself("9903", "Gemeente Duinzicht", "+31 88 555 03 60");
    private static final String SELAM = "z-tigrinya";
    private static final String LIAM = "o-arabic-load";
    private static final int MISDIRECTED = 421;

    @TempDir
    static Path directory;

    private static final Map<String, Map<String, String>> SETTINGS = new HashMap<>();
    private static DemoWorld world;
    private static Database database;
    private static PortalProcess node;
    private static Relay bergdam;
    private static Relay duinzicht;

    @BeforeAll
    static void twoAreServed() throws IOException {
        world = DemoWorldResource.worldAlone();
        database = new Database(name -> world.settings().get("opkoers.database." + name));
        int port = PortalProcess.freePort();
        bergdam = new Relay("127.0.0.2", port);
        duinzicht = new Relay("127.0.0.3", port);
        write("waterstad", "http://localhost:" + port, world.municipalitySettings());
        write("bergdam", bergdam.base(), world.addMunicipality(BERGDAM));
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.keySet().removeIf(name -> name.matches("opkoers\\.(municipality|issuer|staff-issuer)\\..*"));
        settings.putAll(Map.of("opkoers.municipalities", directory.toString(), "opkoers.municipalities-read-every", "1s",
                "opkoers.outbox.longest-pause", "PT2S"));
        node = PortalProcess.start(settings, port);
        InventedConversations.fill(world, "9901");
        InventedHours.fill(world, "9901");
    }

    @AfterAll
    static void nobodyIsServedAnyMore() {
        Stream.of(node, bergdam, duinzicht, world).forEach(part -> {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Test
    @Order(1)
    void eachHostIsThatOfItsMunicipality() {
        Map.of(node.base(), Itself.WATERSTAD, bergdam.base(), BERGDAM).forEach((base, municipality) -> {
            Answer welcome = Portal.visitor(base, Language.NL).get("/");
            assertTrue(welcome.document().selectFirst(".brand span").text().contains(municipality.name()), welcome.text());
            assertEquals("tel:" + municipality.phone().replace(" ", ""), welcome.document().selectFirst("footer .call a[href^=tel]").attr("href"));
            assertTrue(at(base, SELAM).get("/").body().contains(municipality.name()));
        });
        assertEquals(MISDIRECTED, Portal.visitor(duinzicht.base(), Language.NL).get("/").status(), "whom nobody knows yet");
        assertEquals(List.of("9901", "9902"), database.of("select municipality from municipality_snapshot order by 1"));
    }

    @Test
    @Order(2)
    void aSessionOfOneIsNoneAtAnother() {
        Portal selam = at(node.base(), SELAM);
        assertEquals(200, selam.get("/plan").status());
        Answer elsewhere = selam.at(bergdam.base()).get("/plan");
        assertEquals(303, elsewhere.status());
        assertTrue(elsewhere.location().contains("/sign-in"), elsewhere.location());
        assertEquals(200, selam.at(node.base()).get("/plan").status(), "and is not ended by that");
    }

    @Test
    @Order(3)
    void nobodySeesAnythingOfTheirNamesakeElsewhere() {
        Portal selam = at(node.base(), SELAM);
        Portal namesake = at(bergdam.base(), SELAM);
        assertEquals(world.municipality().idOf(SELAM), world.municipality(BERGDAM.code()).idOf(SELAM), "the same id");
        String feed = selam.submit(selam.get("/calendar"), "/calendar/make", Map.of()).document().select("[value*=/calendar/]").attr("value");
        assertTrue(feed.startsWith(node.base()), feed);
        String file = URI.create(feed).getPath();
        assertEquals(200, selam.get(file).status());

        assertEquals(404, namesake.get(file).status(), "the address of a calendar elsewhere");
        assertEquals(0, linksTo(namesake.get("/messages"), "/messages/[0-9a-f-]{36}"));
        assertNotEquals(0, linksTo(selam.get("/messages"), "/messages/[0-9a-f-]{36}"));
        Stream.of("/hours", "/my-data", "/my-data/looks").forEach(path -> assertFalse(namesake.get(path).text().contains("Waterstad"), path));
        for (String conversation : database.of("select id from conversation where municipality = '9901'")) {
            assertEquals(404, namesake.get("/messages/" + conversation).status());
        }
        List<String> entries = database.of("select id from hour_entry where municipality = '9901'");
        assertFalse(entries.isEmpty());
        entries.forEach(entry -> assertEquals(404, namesake.get("/hours/" + entry).status()));
        assertNotEquals(0, linksTo(selam.get("/hours"), "/hours/[0-9a-f-]{36}.*"));
        assertEquals(0, linksTo(namesake.get("/hours"), "/hours/[0-9a-f-]{36}.*"));
    }

    @Test
    @Order(4)
    void aCoachOfOneSeesNothingOfAnother() {
        Portal here = at(node.base(), "coach-a");
        Portal there = at(bergdam.base(), "coach-a");
        assertNotEquals(0, linksTo(here.get("/coach"), "/coach/conversations/.*"));
        assertEquals(0, linksTo(there.get("/coach"), "/coach/conversations/.*"));
        for (String row : database.of("select participant || '/' || id from conversation where municipality = '9901'")) {
            assertEquals(404, there.get("/coach/conversations/" + row).status(), row);
        }
        assertNotEquals(200, here.at(bergdam.base()).get("/coach").status());
        Portal leads = at(bergdam.base(), "team-lead");
        String before = leads.get("/team").text();
        String beforeHere = at(node.base(), "team-lead").get("/team").text();
        database.run("insert into owed_answer (municipality, participant, conversation, since, promised) select '9901', 'many', gen_random_uuid(),"
                + " now() - make_interval(days => day), current_date - day from generate_series(5, 44) day");
        assertEquals(before, leads.get("/team").text(), "the figures of a team of whom nobody asked anything");
        assertNotEquals(beforeHere, at(node.base(), "team-lead").get("/team").text());
    }

    @Test
    @Order(5)
    void oneThatIsAwayHoldsUpNoOther() {
        Portal there = at(bergdam.base(), LIAM);
        Portal here = at(node.base(), LIAM);
        String itemThere = item(there, BERGDAM.code());
        String itemHere = item(here, "9901");
        for (Resource resource : Resource.values()) {
            world.municipality(BERGDAM.code()).faults().set(resource, Fault.busy(Duration.ofSeconds(1)));
        }
        for (int time = 0; time < 12; time++) {
            there.get("/schools");
        }
        new Sender(there).answer(itemThere, "confirm", Map.of());
        new Sender(here).answer(itemHere, "confirm", Map.of());

        Pause.until("Waterstad has heard", () -> arrived("9901") == 1);
        assertEquals(0, arrived(BERGDAM.code()));
        assertFalse(here.get("/agenda").text().contains("niet bereikbaar"), "nor is it said here that nobody can be reached");
        world.municipality(BERGDAM.code()).faults().clear();
        Pause.until("and so has Bergdam once it is back", () -> arrived(BERGDAM.code()) == 1);
        assertEquals(1, world.municipality(BERGDAM.code()).effects().size());
        assertEquals(1, world.municipality().effects().size());
    }

    @Test
    @Order(6)
    void eachPromisesAnAnswerAsItSaysOfItself() {
        assertNotEquals(Itself.WATERSTAD.answersWithin(), BERGDAM.answersWithin());
        Map.of(node.base(), Itself.WATERSTAD, bergdam.base(), BERGDAM).forEach((base, municipality) -> {
            Portal liam = at(base, LIAM);
            LocalDate asked = LocalDate.now(Dates.AMSTERDAM);
            Answer sent = liam.submit(liam.get("/help/ask?topic=letter"), "/help/ask", Map.of("words", "Wat is dit?", "language", "nl"));
            Answer conversation = liam.follow(sent);
            LocalDate before = WorkingDays.before(asked, municipality.answersWithin());
            String id = conversation.path().replaceFirst("[?].*", "").replaceFirst(".*/", "");
            assertEquals(List.of(before.toString()), database.of("select answer_before from conversation where municipality = '"
                    + municipality.code() + "' and id = '" + id + "'"));
            String day = Dates.of(Language.NL).date(before);
            assertTrue(conversation.document().select("#standing").text().contains(day), day + ": " + conversation.text());
        });
    }

    @Test
    @Order(7)
    void aThirdJoinsWhileTheOthersAreServed() throws IOException {
        Portal selam = at(node.base(), SELAM);
        Files.writeString(directory.resolve("duinzicht.css"), ":root { --opkoers-color-accent: #7a1f5c; }");
        Map<String, String> third = new HashMap<>(world.addMunicipality(DUINZICHT));
        Files.writeString(directory.resolve("duinzicht.texts"),
                "welcome_lead.nl=Welkom aan zee <3\nwelcome_lead.en=Welcome to the sea\nwelcome_lead.ar=\\u0645\\u0631\\u062d\\u0628\\u0627\n");
        third.putAll(Map.of("theme", "duinzicht.css", "texts", "duinzicht.texts", "languages", "en, ar", "contact.video", "true"));
        write("duinzicht", duinzicht.base(), third);

        Portal visitor = Portal.visitor(duinzicht.base(), Language.TR);
        Pause.until("it is served", () -> visitor.get("/").status() == 200);
        Answer welcome = visitor.get("/");
        assertEquals("nl", welcome.document().selectFirst("html").attr("lang"), "Turkish is not offered there");
        assertEquals(List.of("nl", "en", "ar"), welcome.document().select("nav.languages a").eachAttr("lang"));
        assertTrue(style(welcome, visitor).contains("#7a1f5c"), "it looks like itself");
        assertFalse(style(selam.get("/"), selam).contains("#7a1f5c"), "and nobody else does");
        assertEquals("Welkom aan zee <3", lead(duinzicht.base(), Language.NL), "it says so in its own words");
        assertEquals("Welcome to the sea", lead(duinzicht.base(), Language.EN));
        assertFalse(lead(bergdam.base(), Language.NL).isEmpty() || lead(bergdam.base(), Language.NL).contains("zee"), "and nobody else does");
        Portal there = at(duinzicht.base(), SELAM);
        assertTrue(there.get("/").text().contains("Gemeente Duinzicht"));
        assertEquals("tel:+31885550360", welcome.document().selectFirst("footer .call a[href^=tel]").attr("href"));
        assertTrue(offersVideo(there), "one can talk by video there");
        assertFalse(offersVideo(selam), "and nowhere else");
        assertEquals(200, selam.get("/plan").status(), "who was signed in elsewhere still is");
        assertEquals(List.of("9901", "9902", "9903"), database.of("select distinct municipality from account order by 1"));
    }

    private static boolean offersVideo(Portal selam) {
        return selam.get("/people/preference").document().selectFirst("input[value=VIDEO]") != null;
    }

    @Test
    @Order(8)
    void aWrongFileChangesNothing() throws IOException {
        Map<String, String> wrong = new HashMap<>(SETTINGS.get("bergdam"));
        wrong.put("portal", node.base());
        store("bergdam", wrong);
        Pause.until("that is refused", () -> node.output().contains("bergdam.properties is refused"));
        assertTrue(at(bergdam.base(), SELAM).get("/").text().contains("Gemeente Bergdam"));
        assertTrue(at(node.base(), SELAM).get("/").text().contains("Gemeente Waterstad"));
        assertFalse(node.output().contains(wrong.get("issuer.client-secret")), "no secret is in the log");
        store("bergdam", SETTINGS.get("bergdam"));
    }

    @Test
    @Order(9)
    void oneThatIsTakenAwayIsServedNoMore() throws IOException {
        Portal selam = at(duinzicht.base(), SELAM);
        Files.delete(directory.resolve("duinzicht.properties"));
        Pause.until("it is gone", () -> selam.get("/").status() == MISDIRECTED);
        assertEquals(200, at(bergdam.base(), SELAM).get("/plan").status());
        assertEquals(List.of("1"), database.of("select count(*) from account where municipality = '9903'"), "what was kept is kept");
    }

    private static String lead(String base, Language language) {
        return Portal.visitor(base, language).get("/").document().select("main .lead").text();
    }

    private static Portal at(String base, String person) {
        return Portal.visitor(base, Language.NL).signedIn(person);
    }

    private static String item(Portal person, String municipality) {
        person.get("/agenda");
        return database.of("select item ->> 'id' from agenda_snapshot, jsonb_array_elements(body -> 'onderdelen') item where municipality = '"
                + municipality + "' and participant = '" + world.municipality().idOf(LIAM) + "' and item ->> 'status' <> 'Vervallen'"
                + " and (item ->> 'begin')::timestamptz > now() + interval '1 day' order by item ->> 'begin' limit 1").get(0);
    }

    private static int arrived(String municipality) {
        return Integer.parseInt(database.of("select count(*) from outbox where state = 'ARRIVED' and municipality = '" + municipality + "'").get(0));
    }

    private static long linksTo(Answer page, String address) {
        assertEquals(200, page.status(), page.path());
        return page.document().select("a[href]").eachAttr("href").stream().filter(link -> link.matches(address)).count();
    }

    private static String style(Answer page, Portal portal) {
        return portal.get(page.document().selectFirst("link[rel=stylesheet]").attr("href")).body();
    }

    private static void write(String name, String portal, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("portal", portal);
        SETTINGS.put(name, all);
        store(name, all);
    }

    /** Whole or not at all, as who changes a file that is read meanwhile should. */
    private static void store(String name, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path written = Files.writeString(directory.resolve(name + ".new"), text.toString());
        Files.move(written, directory.resolve(name + ".properties"), StandardCopyOption.ATOMIC_MOVE);
    }
}

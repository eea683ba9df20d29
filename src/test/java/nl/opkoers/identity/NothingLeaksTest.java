package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Numbers;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Dispatcher;
import nl.opkoers.municipality.EveryCallAgrees;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.notice.NoticeLinks;
import nl.opkoers.notice.NoticeProviders;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number by which the state knows somebody is used once, and is afterwards nowhere (art. 46 UAVG). */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(NoticeProviders.class)
class NothingLeaksTest {

    private static final Numbers NUMBERS = Numbers.ofTheCast();
    private static final List<String> OF_COACHES = List.of("/coach", "/coach/participants", "/coach/conversations", "/coach/hours",
            "/coach/leave", "/coach/hand-over", "/team");

    private static final String WRONG = "/schools/C-1003-5/wrong";

    private static final String SPOILT = "spoilt";

    DemoWorld world;

    @Inject
    Dispatcher dispatcher;

    @Inject
    SessionCookie sessions;

    @Inject
    MunicipalClient municipality;

    @Inject
    CircuitBreakerMaintenance breakers;

    private LeftBehind left;

    @BeforeEach
    void listen() {
        Rows.clear("account");
        NoticeLinks.nothingWasBrought();
        left = new LeftBehind(sessions);
    }

    @AfterEach
    void stopListening() {
        left.close();
        Metrics.globalRegistry.find(SPOILT).meters().forEach(Metrics.globalRegistry::remove);
        world.municipality().faults().clear();
        breakers.resetAll();
        TestClock.runOn();
        for (String table : List.of("dossier_snapshot", "notice", "notice_event", "notice_choice", "notice_address", "translation_report", "outbox")) {
            Rows.clear(table);
        }
    }

    @Test
    void noNumberOfTheCastIsAnywhereAfterEverybodyHasBeenEverywhere() {
        Cast.all().forEach(this::goEverywhere);
        Portal selam = left.of(Portal.signedIn("z-tigrinya", Language.NL));
        selam.submit(selam.get(WRONG), WRONG, Map.of("kind", "GONE"));
        dispatcher.deliverDue();

        assertEquals(21, NUMBERS.all().size());
        assertEquals(21, left.lookedUp(), "each is told once, to the municipality, and never again");
        assertTrue(Rows.everything().stream().filter(row -> row.startsWith("public.account ")).count() >= 20, "and there are rows");
        assertEquals(List.of(), left.holding(NUMBERS));
        left.everywhere().forEach((place, texts) -> assertTrue(!texts.isEmpty() || place.equals("the log"), place + " was looked at"));
    }

    @Test
    void noNumberIsAnywhereWhenSigningInGoesWrong() {
        for (Fault fault : List.of(Fault.error(), Fault.dropped(), Fault.truncated(), Fault.wrongJson())) {
            world.municipality().faults().set(Resource.SEARCH, fault);
            assertEquals(503, left.of(Portal.visitor(Language.NL)).signIn("z-tigrinya", "/").status());
            assertEquals(503, left.of(Portal.visitor(Language.NL)).signIn("azc-tigrinya-wait", "/").status());
        }
        assertTrue(left.log().stream().anyMatch(line -> line.contains("cannot be reached")), "the log is listened to");
        assertEquals(List.of(), left.holding(NUMBERS));
    }

    @Test
    void noNumberIsAnywhereWhenThePagesAfterItGoWrong() {
        for (Resource resource : Resource.values()) {
            if (resource != Resource.SEARCH) {
                world.municipality().faults().set(resource, Fault.error());
            }
        }
        Portal selam = left.of(Portal.visitor(Language.TI));
        selam.signIn("z-tigrinya", "/plan");
        CastPages.PATHS.forEach(selam::open);
        assertEquals(List.of(), left.holding(NUMBERS));
    }

    /** As an operator may who looks for a fault: what others log then is not ours, but it stands in the same file. */
    @Test
    void noNumberIsInTheLogEvenWhenEverythingIsLogged() {
        java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
        Level usual = root.getLevel();
        List<Handler> others = Stream.of(root.getHandlers()).filter(handler -> !handler.equals(left.listener())).toList();
        others.forEach(root::removeHandler);
        root.setLevel(Level.ALL);
        try {
            Stream.of("z-tigrinya", "azc-tigrinya-wait", Cast.UNKNOWN_PERSON).forEach(person -> Portal.visitor(Language.NL).signIn(person, "/plan"));
        } finally {
            root.setLevel(usual);
            others.forEach(root::addHandler);
        }
        TreeSet<String> telling = new TreeSet<>();
        left.log().stream().filter(line -> NUMBERS.in(line).isPresent()).map(line -> line.split(" ", 2)[0]).forEach(telling::add);
        // The other side of each call is in this process too: the identity provider, and the municipality with its database.
        telling.removeIf(logger -> Stream.of("nl.opkoers.demo", "no.nav", "okhttp3", "com.sun.net.httpserver", "org.postgresql").anyMatch(logger::startsWith));
        assertEquals(List.of(), List.copyOf(telling));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the log", "addresses of the portal", "headers and redirects", "pages", "cookies", "sessions", "rows",
        "addresses of the municipality", "what the municipality is told", "notices", "measures", "names of threads"})
    void whateverWouldHoldOneWouldBeFound(String place) throws InterruptedException {
        String number = "999990019";
        Portal visitor = left.of(Portal.visitor(Language.NL));
        CountDownLatch looked = new CountDownLatch(1);
        switch (place) {
            case "the log" -> {
                MDC.put("who", "9999.90.019");
                Logger.getLogger("nl.opkoers.identity").debug("Somebody signs in");
                MDC.remove("who");
            }
            case "addresses of the portal" -> visitor.get("/schools?school=" + number);
            case "headers and redirects" -> visitor.get("/plan?who=" + number);
            case "pages" -> visitor.get("/verify?code=" + number);
            case "cookies" -> visitor.with("way_back", "%2F%39" + number.substring(1));
            case "sessions" -> {
                Portal selam = visitor.with("session", TestSessions.staff(secret(), "9901", number, Role.COACH, "Iemand", TestClock.now()));
                selam.get("/still-here");
            }
            case "rows" -> Rows.run("insert into translation_report values ('9901', gen_random_uuid(), 'nl', 'Wat is 999 990 019?', now())");
            case "addresses of the municipality" -> municipality.dossier(number, null);
            case "what the municipality is told" -> {
                Rows.run("insert into outbox (municipality, participant, id, kind, subject, body, created_at, next_at) values ('9901', 'nobody', "
                        + "gen_random_uuid(), 'HELP_REQUEST', '', '{\"onderwerp\": \"" + number + "\"}', now(), now())");
                dispatcher.deliverDue();
                EveryCallAgrees.forget();
                Rows.clear("outbox");
            }
            case "notices" -> {
                Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
                selam.post("/my-data/notices/address", Map.of("channel", "MAIL", "mail", number + "@example.nl", "csrf-token", token(selam)));
            }
            case "measures" -> Metrics.counter(SPOILT, "who", number).increment();
            default -> new Thread(() -> await(looked), "for " + number).start();
        }
        List<String> holding = left.holding(NUMBERS);
        looked.countDown();
        assertTrue(holding.contains(place + " hold …019"), holding::toString);
    }

    private static void await(CountDownLatch looked) {
        try {
            looked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String secret() {
        return ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class);
    }

    private void goEverywhere(CastMember member) {
        Portal portal = left.of(Portal.visitor(Language.NL));
        portal.signIn(member.key(), "/plan");
        (member.kind() == CastMember.Kind.PARTICIPANT ? CastPages.PATHS : OF_COACHES).forEach(portal::open);
        portal.get("/no-such-page");
        portal.post("/translation", Map.of("words", "x"));
        portal.post("/my-data/notices/push", Map.of("address", NoticeLinks.browser(member.key()), "csrf-token", token(portal)));
        Answer page = portal.get("/schools");
        if (!page.document().select("form[action=/sign-out]").isEmpty()) {
            portal.follow(portal.submit(page, "/sign-out", Map.of()));
        }
    }

    private static String token(Portal portal) {
        return portal.get("/schools").document().select("input[name=csrf-token]").val();
    }
}

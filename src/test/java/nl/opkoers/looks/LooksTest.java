package nl.opkoers.looks;

import static nl.opkoers.looks.Seeing.looks;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.opkoers.Answer;
import nl.opkoers.Classes;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.Statements;
import nl.opkoers.TestClock;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Topic;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marloes Hendriks cannot see anything of Selam Tesfay without its being written down that she did. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class LooksTest {

    /** Where nothing of any person is shown. */
    private static final Map<String, String> NOBODYS = Map.of(
            "/coach/leave", "the coach's own days away, and colleagues",
            "/coach/leave/{id}/end", "leads back to those",
            "/coach/hand-over", "how many conversations are open, and no more",
            "/coach/conversations/{participant}/{id}/live", "says that there is something new, not what",
            "/coach/conversations/{participant}/{id}/translate/{turn}", "leads back to the conversation");

    DemoWorld world;

    @Inject
    Conversations conversations;

    @Inject
    SessionFactory sessions;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        Seeing.nothingIsLeft();
    }

    @Test
    void everyPageOfACoachThatShowsSomebodyIsALook() {
        Portal marloes = Seeing.marloes();
        UUID asked = Seeing.asks(conversations, selam(), Topic.LETTER);
        String conversation = "/coach/conversations/" + selam() + "/" + asked;
        String file = Seeing.answersWithALetter(marloes, conversation);
        Seeing.asks(conversations, selam(), Topic.WORK);
        String entry = Seeing.logsAnHour(Portal.signedIn("z-tigrinya", Language.TI));

        Set<String> routes = routes();
        assertTrue(routes.size() > 15 && routes.containsAll(NOBODYS.keySet()), routes.toString());
        assertAll(routes.stream().filter(route -> !NOBODYS.containsKey(route)).map(route -> () -> {
            Rows.clear("processing_record");
            String address = route.replace("{participant}", selam()).replace("{id}", asked.toString()).replace("{entry}", entry)
                    .replace("{file}", file).replaceAll("participants$", "participants?question=yes").replaceAll("\\{act:([a-z]+).*?}", "$1").replaceAll("\\{action:([a-z]+).*?}", "$1");
            Answer page = marloes.get(address);

            assertTrue(Set.of(200, 303).contains(page.status()), address + " " + page.status());
            assertFalse(looks(selam()).isEmpty(), address + " shows Selam, and nobody knows who looked");
            assertEquals(List.of("M-1001 coach Marloes Hendriks"), Rows.of("select distinct concat_ws(' ', actor, actor_role, actor_name)"
                    + " from processing_record where kind in ('LOOK', 'LIST')"), address);
        }));
    }

    @Test
    void whereNothingIsShownNobodyLooked() {
        Portal marloes = Seeing.marloes();
        Seeing.asks(conversations, selam(), Topic.LETTER);

        List.of("/coach/leave", "/coach/hand-over").forEach(address -> {
            Answer page = marloes.get(address);
            assertEquals(200, page.status());
            assertFalse(page.text().contains("Selam"));
        });
        assertEquals(404, Portal.signedIn("coach-b", Language.NL).get("/coach/participants/" + selam()).status());

        assertEquals(List.of(), looks(selam()));
    }

    /** The addresses that begin so and are asked for with GET, as the classes of the portal declare them. */
    private static Set<String> routes() {
        return Classes.OF_THE_PORTAL.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream().filter(method -> method.isAnnotatedWith(GET.class))
                        .map(method -> path(type, method)))
                .filter(path -> path.startsWith("/coach")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String path(JavaClass type, JavaMethod method) {
        String below = method.isAnnotatedWith(Path.class) ? "/" + method.getAnnotationOfType(Path.class).value() : "";
        return type.getAnnotationOfType(Path.class).value() + below;
    }

    /** Two pages that write down the same people in two orders would wait for each other. */
    @Test
    void aListIsWrittenDownInTheSameOrderHoweverItIsShown() {
        Rows.run("truncate processing_record");
        Seeing.marloes().get("/coach/participants");

        List<String> written = Rows.of("select participant from processing_record where kind = 'LIST' order by ctid");
        assertTrue(written.size() > 5, written.toString());
        assertEquals(Rows.of("select participant from processing_record where kind = 'LIST' order by participant"), written);
    }

    @Test
    void aListIsWrittenDownOnceADayForWhoIsInItAndAPageEveryTime() {
        Portal marloes = Seeing.marloes();
        Seeing.asks(conversations, selam(), Topic.LETTER);
        Rows.clear("processing_record");

        marloes.get("/coach");
        marloes.get("/coach");
        marloes.get("/coach/conversations?which=WAITING");
        assertEquals(List.of("LIST inbox M-1001 CONTACT"), looks(selam()));
        assertEquals(List.of("1"), Rows.of("select count(distinct participant) from processing_record where kind = 'LIST'"), "who asked nothing is not in it");

        TestClock.advance(Duration.ofDays(1));
        Portal nextDay = Seeing.marloes();
        nextDay.get("/coach");
        nextDay.get("/coach/participants/" + selam());
        nextDay.get("/coach/participants/" + selam());
        assertEquals(List.of("LIST inbox M-1001 CONTACT", "LIST inbox M-1001 CONTACT", "LOOK person M-1001 CONTACT",
                "LOOK person M-1001 CONTACT"), looks(selam()));
    }

    @Test
    void everybodyOnAPageOfPeopleIsWrittenDownInOneStatement() {
        Portal marloes = Seeing.marloes();
        marloes.get("/coach/participants");
        Rows.clear("processing_record");
        long forAPage = Statements.of(sessions, () -> marloes.get("/coach/participants"));
        assertEquals(List.of("25"), Rows.of("select count(*) from processing_record where kind = 'LIST' and subject = 'people'"));

        Rows.clear("processing_record");
        assertEquals(forAPage, Statements.of(sessions, () -> marloes.get("/coach/participants?page=4")),
                "as many statements for one person as for 25");
        assertEquals(List.of("1"), Rows.of("select count(*) from processing_record where kind = 'LIST' and subject = 'people'"));
    }

    @Test
    void whoStandsInAndWhomItWasSentOnToSayWhyTheyLooked() {
        Portal marloes = Seeing.marloes();
        UUID letter = Seeing.asks(conversations, selam(), Topic.LETTER);
        UUID work = Seeing.asks(conversations, selam(), Topic.WORK);
        Portal joost = Portal.signedIn("coach-b", Language.NL);
        joost.get("/coach");
        String address = "/coach/conversations/" + selam() + "/";
        Seeing.post(marloes, marloes.get(address + work), address + work + "/refer", Map.of("to", Seeing.JOOST, "seen", "1",
                "id", UUID.randomUUID().toString()));
        Rows.run("insert into absence (municipality, employee, id, employee_name, substitute, substitute_name, since, until, noted_at)"
                + " values ('9901', 'M-1001', gen_random_uuid(), 'Marloes Hendriks', 'M-1002', 'Joost van Wijk', '" + TestClock.today()
                + "', '" + TestClock.today().plusDays(2) + "', now())");
        Rows.clear("processing_record");

        assertEquals(200, joost.get(address + letter).status());
        assertEquals(200, joost.get(address + work).status());

        assertEquals(List.of("INSTEAD Marloes Hendriks " + TestClock.today().plusDays(2), "SENT"), Rows.of(
                "select concat_ws(' ', purpose, instead_of, instead_until) from processing_record where subject = 'conversation' order by 1"));
        assertEquals(List.of("Joost van Wijk"), Rows.of("select distinct actor_name from processing_record"));
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() {
        Portal marloes = Seeing.marloes();
        String address = "/coach/participants/" + selam();
        assertTrue(marloes.get(address).text().contains("Selam"));
        String app = org.eclipse.microprofile.config.ConfigProvider.getConfig().getValue("opkoers.database.user", String.class);
        Rows.run("revoke insert on processing_record from " + app);
        try {
            Answer page = marloes.get(address);

            assertEquals(500, page.status());
            assertFalse(page.body().contains("Selam"));
        } finally {
            Rows.run("grant insert on processing_record to " + app);
        }
        assertEquals(200, marloes.get(address).status());
    }

    @Test
    void whatAnOpenPageAsksByItselfIsALookOnlyWhenItShowsSomething() {
        Portal marloes = Seeing.marloes();
        String address = "/coach/conversations/" + selam() + "/" + Seeing.asks(conversations, selam(), Topic.LETTER);
        Answer page = marloes.get(address);
        Rows.clear("processing_record");

        assertEquals(204, Seeing.post(marloes, page, address + "/seen/live", Map.of("position", "1")).status());
        assertEquals(List.of(), looks(selam()));
        assertEquals(200, marloes.get(address + "/turns/live?after=1").status());
        assertEquals(List.of(), looks(selam()), "nothing came");
        assertEquals(200, marloes.get(address + "/turns/live?after=0").status());
        assertEquals(List.of("LOOK conversation M-1001 CONTACT"), looks(selam()));
    }

    private String selam() {
        return world.municipality().idOf("z-tigrinya");
    }
}

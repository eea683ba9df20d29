package nl.opkoers.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A query forgot its 'where', and Selam Tesfay and Nabil Khoury ask for the page that it is on. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@AsNobody
class WhoAsksTest {

    private static final String PAGE = "/forgotten-where";
    private static final int OFTEN = 10;

    DemoWorld world;

    @Inject
    StatelessSession rows;

    private Portal selam;
    private Portal nabil;

    @BeforeEach
    void bothAreHere() {
        Rows.clear("visit");
        selam = Portal.signedIn("z-tigrinya", Language.TI);
        nabil = Portal.signedIn("z-arabic-elder", Language.AR);
        assertEquals(2, Rows.of("select participant from visit").size());
    }

    @Test
    void whoeverAsksFindsTheirOwnAndWhoIsNobodyFindsNothing() {
        assertEquals(List.of(id("z-tigrinya")), found(selam.get(PAGE)));
        assertEquals(List.of(id("z-arabic-elder")), found(nabil.get(PAGE)));
        assertEquals(List.of(), found(Portal.visitor(Language.NL).get(PAGE)));
        assertEquals(List.of(), found(Portal.signedIn("coach-a", Language.NL).get(PAGE)));
        assertEquals(List.of(), found(Portal.signedIn("team-lead", Language.NL).get(PAGE)));
    }

    @Test
    void nothingIsLeftOnAConnectionOfWhoHadItBefore() {
        Portal nobody = Portal.visitor(Language.NL);
        Set<String> connections = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (int time = 0; time < OFTEN; time++) {
            Answer selams = selam.get(PAGE);
            Answer nabils = nabil.get(PAGE);
            Answer nobodys = nobody.get(PAGE);
            assertEquals(2, Scope.portal(this::visitors).size());
            assertEquals(List.of(id("z-tigrinya")), found(selams));
            assertEquals(List.of(id("z-arabic-elder")), found(nabils));
            assertEquals(List.of(), found(nobodys));
            assertEquals(List.of(), visitors(), "a job that did not say that it is the portal");
            for (Answer each : List.of(selams, nabils, nobodys)) {
                if (!connections.add(connection(each))) {
                    again.add(connection(each));
                }
            }
        }
        assertFalse(again.isEmpty(), "no connection served twice, so nothing was tried");
    }

    @Test
    void everyRequestHasATraceOfItsOwn() {
        String one = trace(selam.get(PAGE));
        String other = trace(selam.get(PAGE));

        assertTrue(one.matches("[0-9a-f]{32}"), one);
        assertFalse(one.equals(other));
    }

    @Test
    void toAskWhoItIsLetsNoSessionLastLonger() {
        Answer page = selam.get(PAGE);

        assertEquals(List.of(), page.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("session=")).toList());
    }

    @Test
    void whoIsSignedOutIsNobody() {
        Portal gone = Portal.visitor(Language.TI).with("session", selam.cookies().get("session") + "x");

        assertEquals(List.of(), found(gone.get(PAGE)));
    }

    @Test
    void insideATransactionThePortalIsThePortalForAsLongAsItSays() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(0, inThisTransaction());
            assertEquals(2, Scope.portal(this::inThisTransaction));
            assertEquals(0, inThisTransaction());
            assertThrows(IllegalArgumentException.class, () -> Scope.portal(() -> {
                throw new IllegalArgumentException();
            }));
            assertEquals(0, inThisTransaction());
        });
        assertEquals(0, QuarkusTransaction.requiringNew().call(this::inThisTransaction));
    }

    @Test
    void aTransactionThatBeginsInsideIsThePortalsAndOneThatWaitsMeanwhileIsNot() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(2, Scope.portal(() -> QuarkusTransaction.requiringNew().call(this::inThisTransaction)));
            assertEquals(0, QuarkusTransaction.requiringNew().call(this::inThisTransaction));
            assertEquals(0, inThisTransaction());
        });
    }

    @Test
    void whatFailsInsideLeavesNothingBehind() {
        assertThrows(QuarkusTransactionException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(0, inThisTransaction());
            assertThrows(RuntimeException.class, () -> Scope.portal(() -> rows.createNativeQuery("select 1 / 0", Integer.class).getSingleResult()));
        }));
        for (int time = 0; time < OFTEN; time++) {
            assertEquals(List.of(), visitors());
        }
    }

    private List<String> visitors() {
        return QuarkusTransaction.requiringNew().call(() -> rows
                .createSelectionQuery("select key.participant from Visit", String.class).getResultList());
    }

    private int inThisTransaction() {
        return rows.createSelectionQuery("select count(*) from Visit", Long.class).getSingleResult().intValue();
    }

    private String id(String person) {
        return world.municipality().idOf(person);
    }

    private static List<String> found(Answer page) {
        assertEquals(200, page.status());
        return Arrays.stream(page.body().split("\n")).skip(1).toList();
    }

    private static String connection(Answer page) {
        return page.body().split("[ \n]")[0];
    }

    private static String trace(Answer page) {
        return page.body().split("[ \n]")[1];
    }
}

package nl.opkoers.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;

/** Selam Tesfay and Nabil Khoury look at the same pages at the same moment, over connections that they share with everybody. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@AsNobody
class AtOnceTest {

    private static final int OFTEN = 20;
    private static final List<String> PAGES = List.of("/", "/agenda", "/hours", "/messages");

    @Inject
    AgroalDataSource pool;

    @Test
    void pagesAtTheSameMomentAreEachOfWhoAsked() throws Exception {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Portal nabil = Portal.signedIn("z-arabic-elder", Language.AR);
        ExecutorService both = Executors.newFixedThreadPool(2);
        Future<List<Answer>> selams = both.submit(() -> pages(selam));
        Future<List<Answer>> nabils = both.submit(() -> pages(nabil));
        both.shutdown();

        assertEquals(1, marks(selams.get()).stream().distinct().count());
        assertEquals(1, marks(nabils.get()).stream().distinct().count());
        assertTrue(selams.get().get(0).text().contains("Selam"));
        assertFalse(selams.get().stream().anyMatch(page -> page.text().contains("Nabil")));
        assertFalse(nabils.get().stream().anyMatch(page -> page.text().contains("Selam")));
    }

    private static List<Answer> pages(Portal person) {
        List<Answer> pages = new ArrayList<>();
        for (int time = 0; time < OFTEN; time++) {
            pages.add(person.get(PAGES.get(time % PAGES.size())));
        }
        pages.forEach(page -> assertEquals(200, page.status(), page.path()));
        return pages;
    }

    /** What the page itself bears of whose it is. */
    private static List<String> marks(List<Answer> pages) {
        return pages.stream().map(page -> page.document().body().attr("data-person")).toList();
    }

    @Test
    void whoTypesAnAddressAsItIsWrittenInTheProgramAsksForNoPage() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);

        for (String address : List.of("/messages/:id", "/messages/" + UUID.randomUUID() + "/:id", "/agenda/*", "/messages/*")) {
            assertEquals(404, selam.get(address).status(), address);
        }
    }

    @Test
    void whoTakesTheConnectionNextIsNotTakenForWhoHadIt() throws SQLException {
        Portal.signedIn("z-tigrinya", Language.TI).get("/");

        for (int time = 0; time < OFTEN; time++) {
            try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select asks_participant(), count(*) from dossier_snapshot")) {
                assertTrue(row.next());
                assertEquals(null, row.getString(1));
                assertEquals(0, row.getInt(2));
            }
        }
    }

    @Test
    void aQueryThatForgetsWhoseRowsItWantsFindsThoseOfWhoAsks() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        Portal nabil = Portal.signedIn("z-arabic-elder", Language.AR);

        assertTrue(Rows.of("select participant from dossier_snapshot").size() > 1);
        assertEquals("1", selam.get(ForgottenPart.PAGE).body());
        assertEquals("1", nabil.get(ForgottenPart.PAGE).body());
        assertEquals("nobody", Portal.visitor(Language.NL).get(ForgottenPart.PAGE).body());
    }
}

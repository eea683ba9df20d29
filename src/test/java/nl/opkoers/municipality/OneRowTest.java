package nl.opkoers.municipality;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two pages may be the first to keep the same row, at the same moment. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OneRowTest {

    private static final String ELSEWHERE = "9999";
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @Inject
    StatelessSession rows;

    @AfterEach
    void forget() {
        Rows.run("delete from municipality_snapshot where municipality = '" + ELSEWHERE + "'");
    }

    @Test
    @Timeout(60)
    void theSecondOfTwoThatAddARowAtTheSameMomentChangesIt() throws Exception {
        bothAtOnce(second -> OneRow.write(() -> rows.upsert(second)));

        assertEquals(List.of("\"second\""), Rows.of("select body from municipality_snapshot where municipality = '" + ELSEWHERE + "'"));
    }

    /** Why there is such a thing: on the day that this passes no more, it can go. */
    @Test
    @Timeout(60)
    void anUpsertAloneFailsThen() {
        assertThrows(ExecutionException.class,
                () -> bothAtOnce(second -> QuarkusTransaction.requiringNew().run(() -> rows.upsert(second))));
    }

    /** The first has added the row and not yet committed when the second adds it. */
    private void bothAtOnce(Consumer<MunicipalitySnapshot> addSecond) throws Exception {
        CompletableFuture<Void> second = QuarkusTransaction.requiringNew().call(() -> {
            rows.upsert(row("first"));
            CompletableFuture<Void> adding = runAsync(() -> addSecond.accept(row("second")));
            while (Rows.of("select 1 from pg_locks where not granted and locktype = 'transactionid'").isEmpty()) {
                Thread.onSpinWait();
            }
            return adding;
        });
        second.get(30, SECONDS);
    }

    private static MunicipalitySnapshot row(String body) {
        return MunicipalitySnapshot.of(ELSEWHERE, Kept.seen("\"" + body + "\"", null, TEN, 0));
    }
}

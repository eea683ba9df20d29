package nl.opkoers.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import nl.opkoers.demo.DemoWorldResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses is logged as a fault. By itself it quotes the row in that: whose it is, and what they wrote. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class RefusedRowsTest {

    private static final String SOMEBODY = "refused-somebody";
    private static final String WORDS = "refused words";

    @Inject
    AgroalDataSource pool;

    @ParameterizedTest
    @CsvSource({"WAITING, 23505, false", "WAITING, 23505, true", "NO-STATE, 23514, false", "NO-STATE, 23514, true"})
    void aFaultDoesNotSayWhatStandsInTheRow(String state, String why, boolean inBatch) {
        SQLException refused = Scope.portal(() -> assertThrows(SQLException.class, () -> addTwice(state, inBatch)));

        assertEquals(why, refused.getSQLState());
        StringWriter logged = new StringWriter();
        refused.printStackTrace(new PrintWriter(logged));
        for (SQLException next = refused.getNextException(); next != null; next = next.getNextException()) {
            next.printStackTrace(new PrintWriter(logged));
        }
        for (String theirs : new String[] {SOMEBODY, WORDS}) {
            assertFalse(logged.toString().contains(theirs), logged.toString());
        }
    }

    private void addTwice(String state, boolean inBatch) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into outbox (municipality, participant, id, kind, subject,"
                    + " body, created_at, state) values ('9901', ?, '00000000-0000-4000-8000-000000000001', 'CONFIRM', '', ?::jsonb, now(), ?)")) {
                for (int time = 0; time < 2; time++) {
                    insert.setString(1, SOMEBODY);
                    insert.setString(2, "{\"words\": \"" + WORDS + "\"}");
                    insert.setString(3, state);
                    if (inBatch) {
                        insert.addBatch();
                    } else {
                        insert.executeUpdate();
                    }
                }
                insert.executeBatch();
            } finally {
                connection.rollback();
            }
        }
    }
}

package nl.opkoers.scope;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import nl.opkoers.demo.DemoWorldResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role that runs the portal may do to what keeps it within bounds: nothing. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@AsNobody
class DatabaseRoleTest {

    private static final String REFUSED = "42501";

    @Test
    void theRoleThatOwnsTheTablesIsRefusedAndTheOneThatRunsThePortalIsNot() throws SQLException {
        try (Connection app = AppRole.connect(); Connection owner = AppRole.owner()) {
            assertDoesNotThrow(() -> DatabaseRole.check(app));
            String said = assertThrows(IllegalStateException.class, () -> DatabaseRole.check(owner)).getMessage();
            assertTrue(said.contains("OPKOERS_DATABASE_USER") && said.contains("owns tables"), said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alter table visit disable row level security", "alter table visit no force row level security",
            "drop policy own on visit", "create policy all_of_it on visit using (true)", "alter policy own on visit using (true)",
            "set role opkoers_owner", "set session authorization opkoers_owner", "alter table visit owner to opkoers_app",
            "truncate visit", "grant opkoers_owner to opkoers_app", "alter role opkoers_app bypassrls",
            "create trigger seen before insert on visit for each row execute function suppress_redundant_updates_trigger()",
            "create or replace function asks_portal() returns boolean language sql return true",
            "alter function asks_people() security invoker", "create function public.asks_all() returns boolean language sql return true"})
    void itCannotSwitchOffWhatKeepsItWithinBounds(String attempt) throws SQLException {
        try (Connection app = AppRole.connect(); Statement statement = app.createStatement()) {
            assertEquals(REFUSED, assertThrows(SQLException.class, () -> statement.execute(attempt)).getSQLState(), attempt);
        }
    }

    /** PostgreSQL lets anybody ask for this; it then refuses rows instead of showing them. */
    @Test
    void whoAsksForAllRowsIsRefusedAndNotGivenThem() throws SQLException {
        try (Connection app = AppRole.connect(); Statement statement = app.createStatement()) {
            statement.execute("set row_security = off");
            assertEquals(REFUSED, assertThrows(SQLException.class, () -> statement.executeQuery("select * from visit")).getSQLState());
        }
    }
}

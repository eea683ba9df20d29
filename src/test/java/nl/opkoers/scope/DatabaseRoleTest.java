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
import java.util.List;
import java.util.Map;
import nl.opkoers.Fill;
import nl.opkoers.Rows;
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
    private static final String HERE = "scope-1";
    private static final String TEMPORARY = "do $$ begin execute format('%s temporary on database %%I %s opkoers_app', current_database()); end $$";

    @Test
    void theRoleThatOwnsTheTablesIsRefusedAndTheOneThatRunsThePortalIsNot() throws SQLException {
        try (Connection app = AppRole.connect(); Connection owner = AppRole.owner()) {
            assertDoesNotThrow(() -> DatabaseRole.check(app));
            String said = assertThrows(IllegalStateException.class, () -> DatabaseRole.check(owner)).getMessage();
            assertTrue(said.contains("OPKOERS_DATABASE_USER") && said.contains("owns tables"), said);
        }
    }

    @Test
    void aRoleThatMayMakeThingsOfItsOwnIsRefused() throws SQLException {
        Rows.run("grant create on schema public to opkoers_app");
        try (Connection app = AppRole.connect()) {
            String said = assertThrows(IllegalStateException.class, () -> DatabaseRole.check(app)).getMessage();
            assertTrue(said.contains("may make tables and functions"), said);
        } finally {
            Rows.run("revoke create on schema public from opkoers_app");
        }
    }

    /** As it would be in a database that belongs to another role, so that nobody could take this away. */
    @ParameterizedTest
    @ValueSource(strings = {"forgotten_conversation", "forgotten_entry"})
    void whatIsTakenAwayForItGoesThroughNoTableOfItsOwn(String table) throws SQLException {
        Fill.row("conversation", Map.of("municipality", HERE, "participant", "adam", "last_at", "2001-01-01"));
        Fill.row("hour_entry", Map.of("municipality", HERE, "participant", "adam", "state", "ACCEPTED", "logged_at", "2001-01-01"));
        Rows.run(TEMPORARY.formatted("grant", "to"));
        try (Connection app = AppRole.connect(); Statement statement = app.createStatement()) {
            statement.execute("create temporary table " + table + " (municipality text, participant text, id uuid)");
            statement.execute("create function pg_temp.open() returns trigger language plpgsql as"
                    + " 'begin alter table public.visit disable row level security; return new; end'");
            statement.execute("create trigger open before insert on " + table + " for each row execute function pg_temp.open()");
            statement.execute("grant all on " + table + " to opkoers_owner");
            statement.execute("select forget_old_conversations(), forget_old_hours()");
            assertEquals(List.of("t"), Rows.of("select relrowsecurity from pg_class where relname = 'visit'"));
            assertEquals(List.of("0"), Rows.of("select count(*) from conversation where municipality = '" + HERE + "'"));
        } finally {
            Rows.run(TEMPORARY.formatted("revoke", "from"));
            Rows.run("alter table visit enable row level security");
            Fixture.forget();
        }
    }

    @Test
    void whatWritesChangesDownCannotBePutOnATableOfItsOwn() throws SQLException {
        Rows.run(TEMPORARY.formatted("grant", "to"));
        try (Connection app = AppRole.connect(); Statement statement = app.createStatement()) {
            statement.execute("create temporary table made_up (municipality text, participant text)");
            assertEquals(REFUSED, assertThrows(SQLException.class, () -> statement.execute("create trigger recorded after insert"
                    + " on made_up for each row execute function record_processing('hours', 'hours')")).getSQLState());
        } finally {
            Rows.run(TEMPORARY.formatted("revoke", "from"));
        }
    }

    @Test
    void nobodyElseRunsTheFunctionsOfThePortalOrMakesTemporaryTables() {
        assertEquals(List.of(), Rows.of("select proname from pg_proc join pg_namespace place on place.oid = pronamespace"
                + " where nspname = 'public' and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))"));
        assertEquals(List.of("f"), Rows.of("select has_database_privilege('opkoers_app', current_database(), 'temporary')"));
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

package nl.opkoers.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.opkoers.demo.DemoWorldResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The policies were written anew, to be cheaper (V28): in a database that was made until then, everybody tries every table, then the
 * policies are changed, and everybody tries again. Nobody sees, changes, takes away or adds a row more or a row less.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@AsNobody
class CheaperSecurityTest {

    private static final String DATABASE = "cheaper_security";
    private static final String HERE = "scope-1";
    private static final String WHOSE = "to_jsonb(it) ->> 'municipality' || ' ' || coalesce(to_jsonb(it) ->> 'participant',"
            + " to_jsonb(it) ->> 'person', to_jsonb(it) ->> 'employee')";
    private static final String SCOPED = "select string_agg(c.relname, ' ' order by c.relname) from pg_class c"
            + " where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity";
    private static final Set<RowsOfOthersTest.Asker> ALSO_AS_THE_PORTAL = EnumSet.of(RowsOfOthersTest.Asker.NOBODY,
            RowsOfOthersTest.Asker.NOBODY_OF_HERE, RowsOfOthersTest.Asker.ADAM, RowsOfOthersTest.Asker.ADAM_OF_ELSEWHERE,
            RowsOfOthersTest.Asker.CARLA, RowsOfOthersTest.Asker.SVEN);

    /** Who somebody is, but not where, or not on which day. */
    private static final Set<RowsOfOthersTest.Asker> HALF_SAID = EnumSet.of(RowsOfOthersTest.Asker.ADAM, RowsOfOthersTest.Asker.CARLA,
            RowsOfOthersTest.Asker.SVEN);

    @BeforeEach
    void anotherDatabase() throws SQLException {
        noDatabase();
        asSuperuser("create database " + DATABASE + " owner " + setting("owner.user"));
    }

    @AfterEach
    void noDatabase() throws SQLException {
        asSuperuser("drop database if exists " + DATABASE + " with (force)");
    }

    @Test
    void everybodySeesAndDoesAfterItWhatTheyDidBefore() throws SQLException {
        migrate("27");
        try (Connection owner = connect(setting("owner.user"), setting("owner.password")); Statement statement = owner.createStatement()) {
            fill(owner);
            assertEquals("t", one(statement, "select exists (select from pg_policies where tablename = 'visit' and policyname = 'portal')"));
            Map<String, String> before = all(statement);
            migrate("28");
            assertEquals("f", one(statement, "select exists (select from pg_policies where tablename = 'visit' and policyname = 'portal')"));
            Map<String, String> after = all(statement);

            before.forEach((what, came) -> assertEquals(came, after.get(what), what));
            assertEquals(before.size(), after.size());
            assertTrue(before.values().stream().distinct().count() > 20, "something was tried");
            assertTrue(before.values().stream().anyMatch(came -> came.contains("adam") && !came.contains("bilal")));
        }
    }

    private static void fill(Connection owner) throws SQLException {
        for (String municipality : Fixture.MUNICIPALITIES) {
            for (String participant : Fixture.GUIDES.keySet()) {
                for (String table : Fixture.scoped()) {
                    Fixture.insert(owner, table, municipality, participant);
                }
            }
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute("update conversation set assigned_to = 'emre' where municipality = '" + HERE + "' and participant = 'bilal'");
        }
    }

    /** What came of everything that everybody tried, by who tried what. */
    private static Map<String, String> all(Statement owner) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        String[] tables = one(owner, SCOPED).split(" ");
        try (Connection app = connect(setting("user"), setting("password")); Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            for (String table : tables) {
                all.put("nobody said anything " + table, tried(app, statement, table));
            }
            for (RowsOfOthersTest.Asker asker : RowsOfOthersTest.Asker.values()) {
                for (String portal : ALSO_AS_THE_PORTAL.contains(asker) ? new String[] {"", "yes"} : new String[] {""}) {
                    app.rollback();
                    Fixture.tell(app, asker.municipality, asker.participant, asker.employee, asker.role, asker.today);
                    one(statement, "select set_config('opkoers.portal', '" + portal + "', false)");
                    for (String table : tables) {
                        all.put(asker + " " + portal + " " + table, tried(app, statement, table));
                    }
                }
                for (String left : HALF_SAID.contains(asker) ? new String[] {"municipality", "today"} : new String[0]) {
                    app.rollback();
                    Fixture.tell(app, asker.municipality, asker.participant, asker.employee, asker.role, asker.today);
                    one(statement, "select set_config('opkoers.portal', '', false), set_config('opkoers." + left + "', '', false)");
                    for (String table : tables) {
                        all.put(asker + " without " + left + " " + table, tried(app, statement, table));
                    }
                }
            }
        }
        return all;
    }

    private static String tried(Connection app, Statement statement, String table) throws SQLException {
        String column = Set.of("kept_form", "draft").contains(table) ? "person" : "participant";
        return "sees " + came(app, () -> one(statement, "select string_agg(" + WHOSE + ", ', ' order by " + WHOSE + ") from " + table + " it"))
                + "; changes " + came(app, () -> changed(statement, "update " + table + " set municipality = municipality"))
                + "; gives away " + came(app, () -> changed(statement, "update " + table + " set " + column + " = 'bilal'"))
                + "; takes away " + came(app, () -> changed(statement, "delete from " + table))
                + "; adds " + came(app, () -> {
                    Fixture.insert(app, table, HERE, "adam");
                    return "another one";
                });
    }

    private static String changed(Statement statement, String change) throws SQLException {
        return String.valueOf(statement.executeUpdate(change));
    }

    /** What came of it, which is undone; or by which code it was refused. */
    private static String came(Connection app, Attempt attempt) throws SQLException {
        Savepoint before = app.setSavepoint();
        try {
            return attempt.run();
        } catch (SQLException refused) {
            return refused.getSQLState();
        } finally {
            app.rollback(before);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        String run() throws SQLException;
    }

    private static void migrate(String until) throws SQLException {
        Flyway.configure().locations("classpath:db/migration").dataSource(url(DATABASE), setting("owner.user"), setting("owner.password"))
                .placeholders(Map.of("app", setting("user"))).target(until).load().migrate();
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void asSuperuser(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(url(DATABASE), user, password);
    }

    private static String url(String database) {
        return setting("url").replaceFirst("/\\w+$", "/" + database);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers.database." + name, String.class);
    }
}

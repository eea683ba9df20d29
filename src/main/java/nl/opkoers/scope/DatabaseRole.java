package nl.opkoers.scope;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses to start with a database role for which row-level security would not hold: a superuser, a role with
 * {@code BYPASSRLS}, one that owns a table or may become its owner, and
 * one that may make things of its own beside the tables (PostgreSQL manual, 'Row Security Policies').
 */
@ApplicationScoped
class DatabaseRole {

    private static final String ASK = """
            select role.rolsuper, role.rolbypassrls,
                exists (select from pg_roles other where (other.rolsuper or other.rolbypassrls)
                    and pg_has_role(current_user, other.oid, 'MEMBER') and other.oid <> role.oid),
                exists (select from pg_class it join pg_namespace place on place.oid = it.relnamespace
                    where it.relkind in ('r', 'p') and place.nspname not in ('pg_catalog', 'information_schema')
                    and pg_has_role(current_user, it.relowner, 'MEMBER')),
                exists (select from pg_class it join pg_namespace place on place.oid = it.relnamespace
                    where it.relkind in ('r', 'p') and place.nspname not in ('pg_catalog', 'information_schema')
                    and has_table_privilege(it.oid, 'truncate, trigger')),
                exists (select from pg_namespace place where place.nspname !~ '^pg_' and has_schema_privilege(place.oid, 'create'))
            from pg_roles role where role.rolname = current_user""";

    private final AgroalDataSource pool;

    DatabaseRole(AgroalDataSource pool) {
        this.pool = pool;
    }

    /** @throws IllegalStateException saying what is wrong with the role, so that the portal does not start */
    void check(@Observes StartupEvent start) {
        try (Connection connection = pool.getConnection()) {
            check(connection);
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be asked what its role may do", away);
        }
    }

    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ASK)) {
            row.next();
            String wrong = Stream.of(row.getBoolean(1) ? "is a superuser" : "", row.getBoolean(2) ? "has BYPASSRLS" : "",
                            row.getBoolean(3) ? "may become a role that is a superuser or has BYPASSRLS" : "",
                            row.getBoolean(4) ? "owns tables, or may become who owns them" : "",
                            row.getBoolean(5) ? "may truncate tables or put triggers on them" : "",
                            row.getBoolean(6) ? "may make tables and functions in a schema" : "")
                    .filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("Op Koers cannot start. opkoers.database.user (OPKOERS_DATABASE_USER) is to be a role"
                        + " that only reads and writes rows, so that it sees nobody's rows but those of who asks; but it " + wrong
                        + ". The tables belong to opkoers.database.owner.user, which is to be another role.");
            }
        }
    }
}

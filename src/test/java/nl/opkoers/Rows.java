package nl.opkoers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the running portal has stored, seen by the owner of its tables. */
public final class Rows {

    private Rows() {
    }

    /** Forgets everything in a table. */
    public static void clear(String table) {
        run("delete from " + table);
    }

    /** Runs one statement. */
    public static void run(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of every row of a query. */
    public static List<String> of(String query) {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** Every row of every table there is, as text. */
    public static List<String> everything() {
        return of("select format('%I.%I', schemaname, tablename) from pg_tables "
                        + "where schemaname not in ('pg_catalog', 'information_schema')").stream()
                .flatMap(table -> of("select row_to_json(each)::text from " + table + " each").stream()
                        .map(row -> table + " " + row))
                .toList();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(setting("url"), setting("owner.user"), setting("owner.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers.database." + name, String.class);
    }
}

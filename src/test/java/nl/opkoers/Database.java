package nl.opkoers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A portal's database, seen by the owner of its tables; {@code setting} gives a setting by its name after {@code opkoers.database.}. */
public record Database(UnaryOperator<String> setting) {

    /** Runs one statement. */
    public void run(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of every row of a query. */
    public List<String> of(String query) {
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
    public List<String> everything() {
        return of("select format('%I.%I', schemaname, tablename) from pg_tables "
                        + "where schemaname not in ('pg_catalog', 'information_schema')").stream()
                .flatMap(table -> of("select row_to_json(each)::text from " + table + " each").stream()
                        .map(row -> table + " " + row))
                .toList();
    }

    /** A connection of its own, to be closed by who asks for it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(setting.apply("url"), setting.apply("owner.user"), setting.apply("owner.password"));
    }
}

package nl.opkoers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * A portal's database, seen by the owner of its tables; {@code setting} gives a setting by its name after {@code opkoers.database.}.
 * Connections that are not in use wait in {@code kept}, where there is such a place.
 */
public record Database(UnaryOperator<String> setting, Queue<Connection> kept) {

    /** What is asked of a connection. */
    private interface Asked<T> {
        T of(Connection connection) throws SQLException;
    }

    /** One that connects anew each time, so that it may stop and start again meanwhile. */
    public Database(UnaryOperator<String> setting) {
        this(setting, null);
    }

    /** One that stays as long as the tests do: for thousands of small statements, connecting would take longer than these. */
    static Database keepingConnections(UnaryOperator<String> setting) {
        return new Database(setting, new ConcurrentLinkedQueue<>());
    }

    /** Runs one statement. */
    public void run(String sql) {
        ask(sql, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** The first column of every row of a query. */
    public List<String> of(String query) {
        return ask(query, connection -> {
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        });
    }

    private <T> T ask(String sql, Asked<T> asked) {
        Connection waiting = kept == null ? null : kept.poll();
        try {
            Connection connection = waiting == null ? connect() : waiting;
            boolean well = false;
            try {
                T answer = asked.of(connection);
                well = true;
                return answer;
            } finally {
                if (!well || kept == null || !kept.offer(connection)) {
                    connection.close();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
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

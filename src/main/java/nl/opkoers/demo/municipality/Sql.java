package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Statements on one connection. JSON is bound as text, to be cast in the statement. */
final class Sql {

    /** Makes something of one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {
    }

    /** How many rows were changed. */
    static int update(Connection connection, String statement, Object... arguments) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, arguments);
            return prepared.executeUpdate();
        }
    }

    static <T> List<T> list(Connection connection, String query, Row<T> row, Object... arguments) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query)) {
            bind(prepared, arguments);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        }
    }

    static <T> Optional<T> first(Connection connection, String query, Row<T> row, Object... arguments) throws SQLException {
        return list(connection, query, row, arguments).stream().findFirst();
    }

    /** A moment, or null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static void bind(PreparedStatement prepared, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            prepared.setObject(i + 1, bindable(arguments[i]));
        }
    }

    private static Object bindable(Object argument) {
        if (argument instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return argument instanceof JsonNode json ? json.toString() : argument;
    }
}

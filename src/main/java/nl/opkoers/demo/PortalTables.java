package nl.opkoers.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The tables of the portal, in which the demo puts what is invented: once, as rows like any other. */
final class PortalTables {

    private final Connection portal;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private PortalTables(Connection portal) {
        this.portal = portal;
    }

    /** What puts the rows there. */
    @FunctionalInterface
    interface Fill {
        void into(PortalTables tables) throws SQLException;
    }

    /**
     * Fills tables when the first of them is empty. The portal has made them by then.
     *
     * @param url  where the portal's rows are
     * @param user the role that runs the portal
     */
    static void fillWhenEmpty(String table, String url, String user, String password, Fill fill) {
        try (Connection portal = DriverManager.getConnection(url, user, password)) {
            portal.setAutoCommit(false);
            asPortal(portal);
            PortalTables tables = new PortalTables(portal);
            if (tables.isEmpty(table)) {
                fill.into(tables);
                portal.commit();
            }
        } catch (SQLException failure) {
            throw new DemoFailure("What is invented could not be put in the portal's table " + table + ".", failure);
        }
    }

    /** The rows are of many people, and of none of them who asks. */
    private static void asPortal(Connection portal) throws SQLException {
        try (Statement statement = portal.createStatement()) {
            statement.execute("set opkoers.portal = 'yes'");
        }
    }

    private boolean isEmpty(String table) throws SQLException {
        try (Statement statement = portal.createStatement();
                ResultSet rows = statement.executeQuery("select not exists (select from " + table + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    void run(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int number = 0; number < values.length; number++) {
            Object value = values[number];
            statement.setObject(number + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        statement.executeUpdate();
    }

    /** Prepared once, because the same is run for hundreds of rows; closed with the connection. */
    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = portal.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }
}

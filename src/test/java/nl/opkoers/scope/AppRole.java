package nl.opkoers.scope;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Connections that nobody tells who asks. */
final class AppRole {

    private AppRole() {
    }

    /** As the role that runs the portal. */
    static Connection connect() throws SQLException {
        return connect("");
    }

    /** As the role that owns the tables. */
    static Connection owner() throws SQLException {
        return connect("owner.");
    }

    private static Connection connect(String who) throws SQLException {
        return DriverManager.getConnection(setting("url"), setting(who + "user"), setting(who + "password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers.database." + name, String.class);
    }
}

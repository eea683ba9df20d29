package nl.opkoers;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the running portal has stored, seen by the owner of its tables. */
public final class Rows {

    private static final Database DATABASE = Database.keepingConnections(
            name -> ConfigProvider.getConfig().getValue("opkoers.database." + name, String.class));

    private Rows() {
    }

    static Database database() {
        return DATABASE;
    }

    /** Forgets everything in a table. */
    public static void clear(String table) {
        run("delete from " + table);
    }

    /** Runs one statement. */
    public static void run(String sql) {
        DATABASE.run(sql);
    }

    /** The first column of every row of a query. */
    public static List<String> of(String query) {
        return DATABASE.of(query);
    }

    /** Every row of every table there is, as text. */
    public static List<String> everything() {
        return DATABASE.everything();
    }
}

package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Counts what calls really changed, so that a test can tell that everything happened, and nothing twice. */
final class Ledger {

    private final Store store;

    Ledger(Store store) {
        this.store = store;
    }

    static void add(Connection connection, Effect effect) throws SQLException {
        Sql.update(connection, "insert into uitwerking (sleutel, soort, inburgeraar, onderwerp, op) values (?, ?, ?, ?, ?)",
                effect.key(), effect.kind().name(), effect.participant(), effect.subject(), effect.at());
    }

    /** In the order in which they were made. */
    List<Effect> all() {
        return store.inTransaction(connection -> Sql.list(connection, "select * from uitwerking order by nummer",
                row -> new Effect(row.getObject("sleutel", UUID.class), Effect.Kind.valueOf(row.getString("soort")),
                        row.getString("inburgeraar"), row.getString("onderwerp"), Sql.instant(row, "op"))));
    }
}

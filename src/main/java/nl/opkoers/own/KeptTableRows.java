package nl.opkoers.own;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Collectors;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.law.KeptTable;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;

/**
 * Rows of any table in the retention table. Names of tables and columns come from that table alone, which is shipped with the
 * portal; nothing that anybody types becomes part of a statement.
 */
@ApplicationScoped
class KeptTableRows {

    private static final int BATCH = 1_000;

    private final StatelessSession rows;

    KeptTableRows(StatelessSession rows) {
        this.rows = rows;
    }

    /** Takes away what is older than this, in batches so that nobody waits for it. @return how many rows went */
    int forget(KeptTable kept, Instant before) {
        int all = 0;
        int gone;
        do {
            // Of everybody, whoever is signed in: nobody asks for this.
            gone = Scope.portal(() -> QuarkusTransaction.requiringNew()
                    .call(() -> kept.by() == null ? delete(kept, before) : call(kept.by())));
            all += gone;
        } while (kept.by() == null ? gone == BATCH : gone > 0);
        return all;
    }

    private int delete(KeptTable kept, Instant before) {
        return rows.createNativeMutationQuery("delete from %1$s where ctid = any(array(select it.ctid from %1$s it where %2$s limit %3$d))"
                .formatted(kept.table(), old(kept), BATCH)).setParameter("before", before).executeUpdate();
    }

    private int call(String function) {
        return rows.createNativeQuery("select " + function + "()", Integer.class).getSingleResult();
    }

    private static String old(KeptTable kept) {
        String itself = kept.from() == null ? "true" : "it." + kept.from() + " < :before";
        return itself + (kept.visited() ? noneSince(kept, "visit", "started_at") + noneSince(kept, "account", "signed_in_at") : "")
                + only(kept);
    }

    private static String noneSince(KeptTable kept, String table, String at) {
        return (" and not exists (select from %1$s last where last.municipality = it.municipality and last.participant = it.%2$s"
                + " and last.%3$s >= :before)").formatted(table, kept.whose(), at);
    }

    private static String only(KeptTable kept) {
        return kept.only().entrySet().stream().map(column -> " and it." + column.getKey()
                + (column.getValue() == null ? " is null" : " = '" + column.getValue() + "'")).collect(Collectors.joining());
    }

    /** Takes away all of this person's. Part of the transaction of the caller. */
    void forget(KeptTable kept, ParticipantKey key) {
        MutationQuery delete = rows.createNativeMutationQuery("delete from %s it where it.municipality = :municipality and it.%s = :person"
                .formatted(kept.table(), kept.whose()) + only(kept));
        delete.setParameter("municipality", key.municipality()).setParameter("person", key.participant()).executeUpdate();
    }
}

package nl.opkoers.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** Remembers the progress through the feed, one for all nodes. Works in the caller's transaction. */
@ApplicationScoped
class FeedRows {

    private final StatelessSession rows;

    FeedRows(StatelessSession rows) {
        this.rows = rows;
    }

    /** Makes sure that there is a row to lock. */
    void begin(String municipality) {
        rows.createNativeMutationQuery("insert into feed_position (municipality) values (:municipality) on conflict do nothing")
                .setParameter("municipality", municipality).executeUpdate();
    }

    /** The progress, locked until the transaction ends; empty when somebody else is reading the feed. */
    Optional<FeedProgress> lock(String municipality) {
        return rows.createSelectionQuery("from FeedPosition where municipality = :municipality", FeedPosition.class)
                .setParameter("municipality", municipality)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .uniqueResultOptional()
                .map(position -> new FeedProgress(position.series, position.last, gaps(municipality)));
    }

    private List<FeedProgress.Gap> gaps(String municipality) {
        return rows.createSelectionQuery("from FeedGap where key.municipality = :municipality order by key.first", FeedGap.class)
                .setParameter("municipality", municipality)
                .getResultStream().map(FeedGap::gap).toList();
    }

    /** Remembers the progress that was made since it was locked. */
    void save(String municipality, FeedProgress before, FeedProgress now, Instant readAt) {
        FeedPosition position = new FeedPosition();
        position.municipality = municipality;
        position.series = now.series();
        position.last = now.last();
        position.readAt = readAt;
        rows.update(position);
        if (!now.gaps().equals(before.gaps())) {
            rows.createMutationQuery("delete from FeedGap where key.municipality = :municipality")
                    .setParameter("municipality", municipality).executeUpdate();
            now.gaps().forEach(gap -> rows.insert(FeedGap.of(municipality, gap)));
        }
    }
}

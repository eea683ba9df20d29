package nl.opkoers;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts what the portal asks its database. */
public final class Statements {

    private Statements() {
    }

    /** How many statements something takes. */
    public static long of(SessionFactory sessions, Runnable work) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        work.run();
        statistics.setStatisticsEnabled(false);
        return statistics.getPrepareStatementCount();
    }
}

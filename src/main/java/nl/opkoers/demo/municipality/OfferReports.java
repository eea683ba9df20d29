package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What people reported to be wrong in what is known of schools and of places to practise. */
final class OfferReports {

    private static final int MOST_SHOWN = 200;

    /** One report, with the names of what it is about; the course is null when it is about the school itself, or a place. */
    record Report(String id, String name, String course, String kind, String note, String language, Instant at) {

        private static Report read(ResultSet row) throws SQLException {
            return new Report(row.getString("id"), row.getString("naam"), row.getString("cursus"), row.getString("soort"),
                    row.getString("toelichting"), row.getString("taal"), Sql.instant(row, "geregistreerd_op"));
        }
    }

    private final Store store;

    OfferReports(Store store) {
        this.store = store;
    }

    static boolean knows(Connection connection, ReportedOffer about, String id) throws SQLException {
        return Sql.first(connection, "select 1 from " + about.table() + " where id = ?", row -> true, id).isPresent();
    }

    /** @param subject the id of the school or the place */
    static void keep(Connection connection, String id, ReportedOffer about, String subject, OfferReport report, Instant at)
            throws SQLException {
        Sql.update(connection, "insert into aanbodmelding (" + about.table() + "_id, id, cursus_id, soort, toelichting, taal, "
                + "geregistreerd_op) values (?, ?, ?, ?, ?, ?, ?)", subject, id, report.course(), report.kind(), report.note(), report.language(), at);
    }

    /** What nobody dealt with yet, the oldest first. */
    List<Report> open() {
        return store.inTransaction(connection -> Sql.list(connection, """
                select melding.*, coalesce(aanbieder.gegevens, oefenplek.gegevens) ->> 'naam' as naam,
                       coalesce(cursus.gegevens ->> 'naam', melding.cursus_id) as cursus
                from aanbodmelding melding left join aanbieder on aanbieder.id = melding.aanbieder_id
                left join oefenplek on oefenplek.id = melding.oefenplek_id
                left join cursus on cursus.id = melding.cursus_id
                where afgehandeld_op is null order by geregistreerd_op, melding.id limit ?""", Report::read, MOST_SHOWN));
    }

    /** Whether there was such a report that nobody had dealt with. */
    boolean dealtWith(String id, Instant at) {
        return store.inTransaction(connection -> Sql.update(connection,
                "update aanbodmelding set afgehandeld_op = ? where id = ? and afgehandeld_op is null", at, id) == 1);
    }
}

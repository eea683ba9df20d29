package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes the timetables of a whole municipality at once. */
final class TimetableRows {

    private TimetableRows() {
    }

    static void insert(Connection connection, List<Resident> residents) throws SQLException {
        insertPatterns(connection, residents);
        insertSingle(connection, residents);
    }

    private static void insertPatterns(Connection connection, List<Resident> residents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into lesrooster (inburgeraar, id, dagen, van, tot, eerste, laatste, om_de_weken, gegevens)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            for (Resident resident : residents) {
                for (LessonPattern pattern : resident.timetable().patterns()) {
                    Sql.bind(insert, resident.id(), pattern.id(), connection.createArrayOf("integer", pattern.days().toArray()),
                            pattern.from(), pattern.until(), pattern.first(), pattern.last(), pattern.everyWeeks(), pattern.details());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void insertSingle(Connection connection, List<Resident> residents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into agenda_onderdeel (inburgeraar, id, versie, oorspronkelijk_begin, bijgewerkt_op, gegevens)
                values (?, ?, ?, ?, ?, ?::jsonb)""")) {
            for (Resident resident : residents) {
                for (AgendaItem item : resident.timetable().single()) {
                    Sql.bind(insert, resident.id(), item.id(), item.version(), item.originalBegin(),
                            Instant.parse(item.updatedAt()), item.content());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}

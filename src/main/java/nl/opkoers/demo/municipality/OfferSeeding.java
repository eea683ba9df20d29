package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills the tables of what is on offer, also in a database whose dossiers were filled before these tables existed. */
final class OfferSeeding {

    private final ObjectMapper json;
    private final Clock clock;

    OfferSeeding(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    void fillWhenEmpty(Connection connection) throws SQLException {
        if (isEmpty(connection)) {
            Resources resources = new Resources(json);
            insertProviders(connection, new Providers(resources, new RelativeDates(clock)).all());
            insertPlaces(connection, new PracticePlaces(resources, new RelativeDates(clock)).all());
        }
    }

    /** Two starts at the same moment look one after the other; reading goes on meanwhile. */
    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table aanbieder in share row exclusive mode");
            try (ResultSet rows = statement.executeQuery("select not exists (select from aanbieder)")) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void insertProviders(Connection connection, List<ObjectNode> providers) throws SQLException {
        try (PreparedStatement provider = connection.prepareStatement(
                    "insert into aanbieder (id, gegevens) values (?, ?::jsonb)");
                PreparedStatement course = connection.prepareStatement(
                    "insert into cursus (id, aanbieder_id, gegevens) values (?, ?, ?::jsonb)")) {
            for (ObjectNode each : providers) {
                JsonNode courses = each.remove("cursussen");
                provider.setString(1, each.path("id").textValue());
                provider.setString(2, each.toString());
                provider.addBatch();
                for (JsonNode one : courses) {
                    course.setString(1, one.path("id").textValue());
                    course.setString(2, each.path("id").textValue());
                    course.setString(3, one.toString());
                    course.addBatch();
                }
            }
            provider.executeBatch();
            course.executeBatch();
        }
    }

    private static void insertPlaces(Connection connection, List<ObjectNode> places) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into oefenplek (id, gegevens) values (?, ?::jsonb)")) {
            for (ObjectNode place : places) {
                insert.setString(1, place.path("id").textValue());
                insert.setString(2, place.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

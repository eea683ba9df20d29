package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.logging.Logger;

/** Fills the municipality's database once; a restart finds it filled and leaves it alone. */
final class Seeding {

    private static final Logger LOG = Logger.getLogger(Seeding.class);

    /** What a specialised case manager carries, the cast included. */
    static final int CASELOAD_OF_COACH_A = 76;

    private final Store store;
    private final ObjectMapper json;
    private final Clock clock;

    Seeding(Store store, ObjectMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    void fillWhenEmpty() {
        store.inTransaction(connection -> {
            if (claim(connection)) {
                fill(connection);
            }
            new OfferSeeding(json, clock).fillWhenEmpty(connection);
            Caseloads.fillSubstitutesWhenEmpty(connection);
            CastHours.insert(connection, new RelativeDates(clock).today());
            return null;
        });
    }

    /** The row of the municipality itself is the mark: who inserts it, fills the rest in the same transaction. */
    private boolean claim(Connection connection) throws SQLException {
        RelativeDates dates = new RelativeDates(clock);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into gemeente (gemeentecode, gegevens) values (?, ?::jsonb) on conflict do nothing")) {
            insert.setString(1, Waterstad.CODE);
            insert.setString(2, dates.resolve(new Resources(json).read("gemeente.json")).toString());
            return insert.executeUpdate() == 1;
        }
    }

    private void fill(Connection connection) throws SQLException {
        RelativeDates dates = new RelativeDates(clock);
        Resources resources = new Resources(json);
        Staff staff = new Staff(resources, dates);
        CommonParts common = new CommonParts(staff, dates.resolve("today-1day at 05:30"));
        List<Resident> residents = new ArrayList<>(new CastDossiers(resources, dates, common).all());
        int inCast = (int) residents.stream().filter(resident -> Staff.isContactOf(Staff.COACH_A, resident.dossier())).count();
        residents.addAll(new Population(resources, staff, common, dates.today()).residents(CASELOAD_OF_COACH_A - inCast));
        insertStaff(connection, staff.all());
        insertResidents(connection, residents);
        TimetableRows.insert(connection, residents);
        LOG.infof("Filled the reference municipality with %d invented dossiers", residents.size());
    }

    private static void insertStaff(Connection connection, List<ObjectNode> staff) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into medewerker (id, naam, functie, groepen, gegevens) values (?, ?, ?, ?, ?::jsonb)")) {
            for (ObjectNode employee : staff) {
                insert.setString(1, employee.path("medewerkerId").textValue());
                insert.setString(2, employee.path("naam").textValue());
                insert.setString(3, employee.path("functie").textValue());
                insert.setArray(4, connection.createArrayOf("text", Staff.groups(employee)));
                insert.setString(5, employee.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertResidents(Connection connection, List<Resident> residents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into inburgeraar (id, sleutel, bsn, v_nummer, geboortedatum, herkomst, dossier)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            for (Resident resident : residents) {
                insert.setString(1, resident.id());
                insert.setString(2, resident.key());
                insert.setString(3, resident.bsn());
                insert.setString(4, resident.vNumber());
                insert.setObject(5, resident.birthDate());
                insert.setString(6, resident.origin());
                insert.setString(7, resident.dossier().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

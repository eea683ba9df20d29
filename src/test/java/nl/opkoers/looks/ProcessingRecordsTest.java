package nl.opkoers.looks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.contact.Conversations;
import nl.opkoers.contact.Topic;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written down of looks and changes can be read by whose it is, and by nobody be made otherwise or undone. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ProcessingRecordsTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String LOOK = "insert into processing_record (municipality, participant, id, trace, activity, kind, subject, actor,"
            + " actor_role, at) values ('9901', 'selam', gen_random_uuid(), '%s', 'guidance', '%s', 'person', '%s', 'coach', now())";

    /** Where nothing is written down, because nobody does anything to anybody there. */
    private static final Map<String, String> NO_PROCESSING_BY_SOMEBODY = Map.ofEntries(
            Map.entry("processing_record", "is what is written down"),
            Map.entry("account", "the portal's own, at sign-in: which id is whose"),
            Map.entry("visit", "the portal's own, at sign-in: when somebody was here before"),
            Map.entry("dossier_snapshot", "a copy of what the municipality knows: it changed there"),
            Map.entry("agenda_snapshot", "a copy of what the municipality knows: it changed there"),
            Map.entry("news", "the portal's own: what happened at the municipality"),
            Map.entry("conversation_reader", "says itself who read, and when"),
            Map.entry("notice", "the portal's own: what was sent to an address"),
            Map.entry("notice_event", "the portal's own: of what somebody was told"),
            Map.entry("owed_answer", "the portal's own: what turns of conversations come to"));

    DemoWorld world;

    @Inject
    Conversations conversations;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        Seeing.nothingIsLeft();
    }

    @Test
    void everyTableAboutAParticipantWritesDownItsChangesOrSaysWhyNot() {
        Set<String> about = new TreeSet<>(Rows.of("select table_name from information_schema.columns where column_name = 'participant'"
                + " and table_schema = 'public'"));
        Set<String> writing = new TreeSet<>(Rows.of("select event_object_table from information_schema.triggers"
                + " where action_statement like '%record_processing%'"));
        Set<String> expected = new TreeSet<>(about);
        expected.removeAll(NO_PROCESSING_BY_SOMEBODY.keySet());

        assertEquals(expected, writing);
        assertTrue(about.containsAll(NO_PROCESSING_BY_SOMEBODY.keySet()));
    }

    @Test
    void theRoleThatRunsThePortalAddsAndReadsAndNothingElse() throws SQLException {
        try (Connection app = app()) {
            is(app, "employee", "M-1001", "role", "coach");
            assertEquals(1, run(app, LOOK.formatted(TRACE, "LOOK", "M-1001")));
            assertAll(Stream.of("update processing_record set actor = 'M-1002'", "delete from processing_record",
                            "truncate processing_record", "alter table processing_record disable row level security",
                            "alter table shortlist disable trigger recorded", "drop function record_processing() cascade",
                            LOOK.formatted(TRACE, "CHANGE", "M-1001"), LOOK.formatted(TRACE, "LOOK", "M-1002"),
                            LOOK.formatted("1".repeat(32), "LOOK", "M-1001"), LOOK.formatted(TRACE, "LOOK", "M-1001").replace("9901", "9902"))
                    .map(sql -> () -> assertEquals("42501", assertThrows(SQLException.class, () -> run(app, sql), sql).getSQLState(), sql)));
            is(app, "participant", "selam");
            assertEquals("42501", assertThrows(SQLException.class, () -> run(app, LOOK.formatted(TRACE, "LOOK", "selam"))).getSQLState());
        }
    }

    @Test
    void onlyWhoseItIsReadsIt() throws SQLException {
        try (Connection app = app()) {
            is(app, "employee", "M-1001", "role", "coach");
            run(app, LOOK.formatted(TRACE, "LOOK", "M-1001"));
            assertEquals(List.of(), read(app, "select participant from processing_record"), "not who looked");
            is(app, "participant", "selam");
            assertEquals(List.of("selam"), read(app, "select participant from processing_record"));
            is(app, "participant", "nabil");
            assertEquals(List.of(), read(app, "select participant from processing_record"));
            is(app, "participant", "selam", "municipality", "9902");
            assertEquals(List.of(), read(app, "select participant from processing_record"));
            is(app, "portal", "yes");
            assertEquals(List.of(), read(app, "select participant from processing_record"));
        }
    }

    @Test
    void aChangeIsWrittenDownInItsOwnTransactionAndOnceForARequest() throws SQLException {
        try (Connection app = app()) {
            app.setAutoCommit(false);
            is(app, "participant", "selam");
            run(app, shortlist("C-1"));
            app.rollback();
            assertEquals(List.of(), written());
            is(app, "participant", "selam");
            run(app, shortlist("C-1"));
            run(app, shortlist("C-2"));
            run(app, "delete from shortlist where course = 'C-1'");
            app.commit();
            assertEquals(List.of("CHANGE own shortlist selam participant " + TRACE), written());
            run(app, "select set_config('opkoers.trace', '" + "2".repeat(32) + "', false)");
            run(app, "delete from shortlist");
            app.commit();
            assertEquals(2, written().size(), "another request");
        }
    }

    @Test
    void ofThePortalItselfOnlyThatSomethingWasTakenAway() throws SQLException {
        try (Connection app = app()) {
            is(app, "portal", "yes");
            run(app, shortlist("C-1"));
            assertEquals(List.of(), written());
            run(app, "delete from shortlist");
            assertEquals(List.of("REMOVAL own shortlist portal " + TRACE), written());
        }
    }

    @Test
    void whatElseIsSentIsNoReplyWhenItIsTakenAway() throws SQLException {
        try (Connection app = app()) {
            is(app, "portal", "yes");
            run(app, "insert into outbox (municipality, participant, id, kind, subject, body, created_at)"
                    + " values ('9901', 'selam', gen_random_uuid(), 'HOURS', 'A-1', '{}', now())");
            run(app, "delete from outbox");
            assertEquals(List.of(), written());
        }
    }

    /** Whoever could say beforehand which id a change will have could else keep it from being written. */
    @Test
    void noLookKeepsAChangeFromBeingWritten() throws SQLException {
        try (Connection app = app()) {
            is(app, "employee", "M-1001", "role", "coach");
            run(app, LOOK.formatted(TRACE, "LOOK", "M-1001").replace("gen_random_uuid()",
                    "md5('" + TRACE + " own shortlist CHANGE')::uuid"));
            is(app, "participant", "selam");
            run(app, shortlist("C-1"));
        }
        assertEquals(List.of("CHANGE own shortlist selam participant " + TRACE, "LOOK guidance person M-1001 coach " + TRACE), written());
    }

    @Test
    void whatStaffAndPeopleDoInThePortalIsWrittenDown() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        String id = world.municipality().idOf("z-tigrinya");
        selam.submit(selam.get("/people/preference"), "/people/preference", Map.of("frequency", "EVERY_TWO_MONTHS"));
        Portal marloes = Seeing.marloes();
        String person = "/coach/participants/" + id;
        assertEquals(303, marloes.submit(marloes.get(person), person + "/note", Map.of("note", "Leert snel.")).status());
        String conversation = "/coach/conversations/" + id + "/" + Seeing.asks(conversations, id, Topic.LETTER);
        marloes.submit(marloes.get(conversation), conversation, Map.of("text", "Dat is reclame."));

        assertEquals(List.of("guidance note M-1001 coach Marloes Hendriks", "guidance preference " + id + " participant",
                "questions conversation M-1001 coach Marloes Hendriks"), Rows.of("select concat_ws(' ', activity, subject, actor, actor_role,"
                        + " actor_name) from processing_record where kind = 'CHANGE' and participant = '" + id + "' order by 1"));
        assertEquals(List.of(), Rows.of("select * from processing_record where row_to_json(processing_record)::text similar to"
                + " '%(Leert|reclame|Selam)%'"), "never what it says");
    }

    @Test
    void whatIsSentToTheMunicipalityKeepsTheTraceOfTheRequest() throws SQLException {
        try (Connection app = app()) {
            is(app, "participant", "selam");
            run(app, "insert into outbox (municipality, participant, id, kind, subject, body, created_at)"
                    + " values ('9901', 'selam', gen_random_uuid(), 'CONFIRM', 'A-1', '{}', now())");
        }

        assertEquals(List.of("CHANGE agenda reply selam participant " + TRACE), written());
        assertEquals(List.of(TRACE), Rows.of("select trace from outbox"));
    }

    private static String shortlist(String course) {
        return "insert into shortlist (municipality, participant, course, added_at) values ('9901', 'selam', '" + course + "', now())";
    }

    private static List<String> written() {
        return Rows.of("select concat_ws(' ', kind, activity, subject, actor, actor_role, trace) from processing_record order by 1");
    }

    private static Connection app() throws SQLException {
        return DriverManager.getConnection(setting("url"), setting("user"), setting("password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("opkoers.database." + name, String.class);
    }

    /** Says who asks, as the portal does on each connection. */
    private static void is(Connection app, String... settings) throws SQLException {
        Map<String, String> all = new java.util.HashMap<>(Map.of("municipality", "9901", "participant", "", "employee", "", "role", "",
                "name", "", "portal", "", "trace", TRACE, "today", "2026-11-21"));
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        run(app, all.entrySet().stream().map(each -> "set_config('opkoers." + each.getKey() + "', '" + each.getValue() + "', false)")
                .collect(Collectors.joining(", ", "select ", "")));
    }

    private static int run(Connection app, String sql) throws SQLException {
        try (Statement statement = app.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        }
    }

    private static List<String> read(Connection app, String sql) throws SQLException {
        try (Statement statement = app.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}

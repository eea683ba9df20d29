package nl.opkoers.scope;

import static nl.opkoers.scope.Fixture.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everybody tries every table, by plain SQL and as the role that runs the portal: to read, change, take away and add what is
 * Adam's, or what of the staff is about Carla, who guides him.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@AsNobody
class RowsOfOthersTest {

    private static final String HERE = "scope-1";
    private static final String REFUSED = "42501";
    private static final String THERE_ALREADY = "23505";

    private static final Set<String> KEPT = Set.of("kept_form", "draft");
    private static final Set<String> OF_STAFF = Set.of("caseload_snapshot", "conversation_reminder", "absence", "colleague");
    private static final Set<String> ROSTER = Set.of("absence", "colleague");
    private static final Set<String> CONVERSATIONS = Set.of("conversation", "conversation_turn", "conversation_reader", "owed_answer",
            "turn_translation");
    private static final Set<String> FILES = Set.of("picture", "document");
    /** What who guides somebody works with, and that somebody too. */
    private static final Set<String> BOTH = union(CONVERSATIONS, FILES, Set.of("dossier_snapshot", "agenda_snapshot", "outbox",
            "hour_entry", "hour_act", "hour_told", "contact_preference"));
    private static final Set<String> THEIRS_ALONE = Set.of("account", "visit", "news", "calendar_feed", "work_pattern", "agenda_seen",
            "talk_request", "cost_calculation", "shortlist", "certificate", "notice_choice", "notice_address", "notice_event", "notice");

    /** Who asks, which of these rows they see, and which of those they only see. */
    enum Asker {
        NOBODY("", "", "", "", TODAY, Set.of(), Set.of()),
        NOBODY_OF_HERE(HERE, "", "", "", TODAY, Set.of(), Set.of()),
        ADAM(HERE, "adam", "", "", TODAY, union(BOTH, THEIRS_ALONE, KEPT, Set.of("absence")), Set.of("absence")),
        BILAL(HERE, "bilal", "", "", TODAY, Set.of("absence"), Set.of("absence")),
        BILAL_WHEN_CARLA_IS_BACK(HERE, "bilal", "", "", TODAY.plusDays(1), Set.of(), Set.of()),
        ADAM_OF_ELSEWHERE("scope-2", "adam", "", "", TODAY, Set.of(), Set.of()),
        CARLA(HERE, "", "carla", "coach", TODAY, union(BOTH, OF_STAFF, Set.of("coach_note")), Set.of("contact_preference")),
        CARLA_OF_ELSEWHERE("scope-2", "", "carla", "coach", TODAY, Set.of(), Set.of()),
        CARLA_BEFORE_SHE_WAS_THERE(HERE, "", "carla", "coach", LocalDate.of(2025, 12, 31), OF_STAFF, Set.of()),
        CARLA_AS_TEAM_LEAD(HERE, "", "carla", "team-lead", TODAY, ROSTER, ROSTER),
        CARLA_WITHOUT_A_ROLE(HERE, "", "carla", "staff", TODAY, ROSTER, ROSTER),
        DORA(HERE, "", "dora", "coach", TODAY, ROSTER, ROSTER),
        SVEN(HERE, "", "sven", "coach", TODAY, union(CONVERSATIONS, FILES, ROSTER, Set.of("caseload_snapshot")), ROSTER),
        SVEN_THE_DAY_BEFORE(HERE, "", "sven", "coach", TODAY.minusDays(1), ROSTER, ROSTER),
        SVEN_THE_DAY_AFTER(HERE, "", "sven", "coach", TODAY.plusDays(1), ROSTER, ROSTER),
        EMRE(HERE, "", "emre", "coach", TODAY, ROSTER, ROSTER),
        ADAM_AS_AN_EMPLOYEE(HERE, "", "adam", "coach", TODAY, union(KEPT, ROSTER), ROSTER);

        final String municipality;
        final String participant;
        final String employee;
        final String role;
        final LocalDate today;
        final Set<String> sees;
        final Set<String> onlySees;

        Asker(String municipality, String participant, String employee, String role, LocalDate today, Set<String> sees,
                Set<String> onlySees) {
            this.municipality = municipality;
            this.participant = participant;
            this.employee = employee;
            this.role = role;
            this.today = today;
            this.sees = sees;
            this.onlySees = onlySees;
        }
    }

    private Connection app;

    @BeforeEach
    void everybodyHasSomething() throws SQLException {
        Fixture.fill();
        app = AppRole.connect();
        app.setAutoCommit(false);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        app.close();
        Fixture.forget();
    }

    @ParameterizedTest
    @EnumSource(Asker.class)
    void seesWhatIsForThem(Asker asker) throws SQLException {
        assertEquals(asker.sees, tables(table -> count(asker, "select count(*) from " + adams(table)) > 0));
    }

    @ParameterizedTest
    @EnumSource(Asker.class)
    void changesNothingElse(Asker asker) throws SQLException {
        assertEquals(writes(asker), allowed("update", tables(table ->
                changed(asker, "update " + adams(table).replace(" where ", " set municipality = municipality where ")) > 0), asker));
    }

    /** As if everybody wrote every query without saying whose rows it is about. */
    @Test
    void aForgottenWhereFindsNoOthers() throws SQLException {
        for (String table : Fixture.scoped()) {
            assertEquals(0, count(Asker.NOBODY, "select count(*) from " + table), table);
            assertEquals(0, count(Asker.NOBODY_OF_HERE, "select count(*) from " + table), table);
            assertEquals(Asker.ADAM.sees.contains(table) ? table.equals("absence") ? 2 : 1 : 0,
                    count(Asker.ADAM, "select count(*) from " + table), table);
            assertEquals(0, count(Asker.CARLA, "select count(*) from " + table + " where municipality <> '" + HERE + "'"), table);
        }
    }

    @Test
    void whatThePortalDoesForOneMunicipalityIsDoneToNoOther() throws SQLException {
        for (String table : Fixture.scoped()) {
            as(Asker.NOBODY_OF_HERE);
            one("select 1 from set_config('opkoers.portal', 'yes', false)");
            assertEquals(0, one("select count(*) from " + table + " where municipality <> '" + HERE + "'"), table);
            assertTrue(one("select count(*) from " + table) > 0, table);
            as(Asker.NOBODY);
            one("select 1 from set_config('opkoers.portal', 'yes', false)");
            assertTrue(one("select count(*) from " + table + " where municipality <> '" + HERE + "'") > 0, "for all of them: " + table);
        }
        one("select 1 from set_config('opkoers.portal', '', false)");
    }

    @ParameterizedTest
    @EnumSource(Asker.class)
    void takesNothingElseAway(Asker asker) throws SQLException {
        assertEquals(writes(asker, FILES), allowed("delete", tables(table ->
                changed(asker, "delete from " + adams(table)) > 0), asker));
    }

    @ParameterizedTest
    @EnumSource(Asker.class)
    void addsNothingElse(Asker asker) throws SQLException {
        assertEquals(writes(asker, Set.of("conversation")), tables(table -> adds(asker, table)));
    }

    /** Who owns a row can not make it somebody else's. */
    @Test
    void givesNothingAway() throws SQLException {
        for (String table : Fixture.scoped()) {
            String column = KEPT.contains(table) ? "person" : "participant";
            if (Asker.ADAM.sees.contains(table) && !OF_STAFF.contains(table)) {
                assertEquals(-1, changed(Asker.ADAM, "update " + table + " set " + column + " = 'bilal'"), table);
                assertEquals(-1, changed(Asker.ADAM, "update " + table + " set municipality = 'scope-2'"), table);
            }
        }
    }

    @Test
    void whoAnswersOneConversationReadsThatAndNothingElseOfThem() throws SQLException {
        Rows.run("update conversation set assigned_to = 'emre' where municipality = '" + HERE + "' and participant = 'adam'");

        assertEquals(union(CONVERSATIONS, FILES, ROSTER), tables(table -> count(Asker.EMRE, "select count(*) from " + adams(table)) > 0));
    }

    /** Who answers one sees the files of whom it is about: so nobody makes such a conversation for themselves. */
    @Test
    void whoAnswersMakesNoConversationByWhichToSeeMore() throws SQLException {
        Rows.run("update conversation set assigned_to = 'emre' where municipality = '" + HERE + "' and participant = 'bilal'");

        assertEquals(-1, changed(Asker.EMRE, "insert into conversation (municipality, participant, id, opening, open, theirs, turns,"
                + " assigned_to, opened_at, last_at) values ('" + HERE + "', 'adam', gen_random_uuid(), '{}', true, false, 0, 'emre', now(), now())"));
        assertEquals(-1, changed(Asker.EMRE, "update conversation set participant = 'adam', id = gen_random_uuid()"));
        assertEquals(1, changed(Asker.EMRE, "update conversation set open = false"), "answers it");
        assertEquals(0, changed(Asker.EMRE, "delete from picture") + changed(Asker.EMRE, "delete from document"), "takes no file away");
    }

    @Test
    void whoAnswersForAColleagueReadsWhatWasSentOnToThem() throws SQLException {
        Rows.run("update conversation set assigned_to = 'carla' where municipality = '" + HERE + "' and participant = 'bilal'");

        assertEquals(1, count(Asker.SVEN, "select count(*) from conversation where participant = 'bilal'"));
        assertEquals(1, count(Asker.SVEN, "select count(*) from conversation_turn where participant = 'bilal'"));
        assertEquals(0, count(Asker.SVEN_THE_DAY_AFTER, "select count(*) from conversation where participant = 'bilal'"));
        assertEquals(0, count(Asker.DORA, "select count(*) from conversation where participant = 'adam'"));
    }

    @Test
    void whoStandsInForASubstituteReadsWhatThatOneWould() throws SQLException {
        Rows.run("update conversation set assigned_to = 'carla' where municipality = '" + HERE + "' and participant = 'bilal'");
        stands("emre", "sven");

        assertEquals(2, count(Asker.EMRE, "select count(*) from conversation"), "Adam's, and what was sent on to Carla");
        assertEquals(2, count(Asker.EMRE, "select count(*) from conversation_turn"));
        assertEquals(0, count(Asker.EMRE, "select count(*) from hour_entry"));
        Rows.run("update absence set ended_at = now() where employee = 'carla' and municipality = '" + HERE + "'");
        assertEquals(0, count(Asker.EMRE, "select count(*) from conversation"), "Carla is back");
    }

    @Test
    void twoWhoStandInForEachOtherReadTheirOwn() throws SQLException {
        stands("carla", "sven");

        assertEquals(1, count(Asker.CARLA, "select count(*) from conversation"));
        assertEquals(1, count(Asker.SVEN, "select count(*) from conversation"));
    }

    private static void stands(String substitute, String employee) {
        Rows.run("insert into absence (municipality, employee, id, employee_name, substitute, substitute_name, since, until, noted_at)"
                + " values ('%1$s', '%3$s', gen_random_uuid(), 'x', '%2$s', 'x', '%4$s', '%4$s', now())".formatted(HERE, substitute,
                        employee, TODAY));
    }

    @Test
    void anAbsenceThatWasTakenBackOpensNothing() throws SQLException {
        Rows.run("update absence set ended_at = now() where municipality = '" + HERE + "'");

        assertEquals(0, count(Asker.SVEN, "select count(*) from conversation"));
    }

    @Test
    void theMunicipalitysOwnSubstitutionIsOpenInItsDays() throws SQLException {
        caseload("carla", "{'inburgeraarId': 'bilal', 'van': '2026-01-01', 'vervangt': {'medewerkerId': 'dora', 'van': '2026-03-09',"
                + " 'tot': '2026-03-10'}}");

        assertEquals(1, count(Asker.CARLA, "select count(*) from hour_entry"));
        assertEquals(0, count(Asker.CARLA_BEFORE_SHE_WAS_THERE, "select count(*) from hour_entry"));
        assertEquals(0, count(Asker.SVEN, "select count(*) from conversation where participant = 'bilal'"),
                "who stands in for a colleague does not stand in for whom that one stands in for");
        Rows.run("update caseload_snapshot set body = replace(body::text, '2026-03-10', '2026-03-09')::jsonb");
        assertEquals(0, count(Asker.CARLA, "select count(*) from hour_entry"));
    }

    @Test
    void aCaseloadThatIsNotAsItShouldBeOpensNothing() throws SQLException {
        for (String garbled : new String[] {"{'inburgeraarId': 'adam', 'van': '11-03-2026'}", "{'inburgeraarId': 'adam', 'tot': '2026-03-09'}",
                "{'inburgeraarId': 'adam', 'tot': '2026-03-09T23:59:59Z'}", "null", "[]", "'adam'", "{}", "{'inburgeraarId': null}"}) {
            caseload("carla", garbled);
            assertEquals(0, count(Asker.CARLA, "select count(*) from hour_entry"), garbled);
        }
        caseload("carla", "{'inburgeraarId': 'adam'}");
        assertEquals(1, count(Asker.CARLA, "select count(*) from hour_entry"));
        Rows.run("update caseload_snapshot set body = replace(body::text, 'carla', 'dora')::jsonb where employee = 'carla'");
        assertEquals(0, count(Asker.CARLA, "select count(*) from hour_entry"), "another's caseload");
    }

    private static void caseload(String employee, String member) {
        Rows.run("update caseload_snapshot set body = '" + "{'medewerkerId': '%s', 'inburgeraars': [%s]}".formatted(employee, member)
                .replace('\'', '"') + "' where municipality = '" + HERE + "' and employee = '" + employee + "'");
    }

    private static String adams(String table) {
        String whose = KEPT.contains(table) ? "person = 'adam'"
                : OF_STAFF.contains(table) ? "employee = 'carla'" : "participant = 'adam'";
        return table + " where municipality = '" + HERE + "' and " + whose;
    }

    private static Set<String> writes(Asker asker) {
        Set<String> writes = new TreeSet<>(asker.sees);
        writes.removeAll(asker.onlySees);
        return writes;
    }

    /** @param notWhoStandsIn what somebody who only answers instead of who guides a person sees, but does not do this to */
    private static Set<String> writes(Asker asker, Set<String> notWhoStandsIn) {
        Set<String> writes = writes(asker);
        if (asker == Asker.SVEN) {
            writes.removeAll(notWhoStandsIn);
        }
        return writes;
    }

    /** With those in which nobody may do this at all, whoever they are. */
    private static Set<String> allowed(String what, Set<String> done, Asker asker) {
        Set<String> all = new TreeSet<>(done);
        for (String table : writes(asker)) {
            if (Fixture.known("select has_table_privilege('opkoers_app', '" + table + "', '" + what + "')").equals(List.of("f"))) {
                assertTrue(all.add(table), table);
            }
        }
        return all;
    }

    /** Whether it is theirs to add is judged before it is seen that there is one already. */
    private boolean adds(Asker asker, String table) throws SQLException {
        Savepoint before = as(asker);
        try {
            Fixture.insert(app, table, HERE, "adam");
            throw new AssertionError(table + " takes the same row twice");
        } catch (SQLException hindrance) {
            assertTrue(Set.of(REFUSED, THERE_ALREADY).contains(hindrance.getSQLState()), table + ": " + hindrance.getMessage());
            return hindrance.getSQLState().equals(THERE_ALREADY);
        } finally {
            app.rollback(before);
        }
    }

    private Set<String> tables(Trial trial) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String table : Fixture.scoped()) {
            if (trial.succeeds(table)) {
                found.add(table);
            }
        }
        return found;
    }

    @FunctionalInterface
    private interface Trial {
        boolean succeeds(String table) throws SQLException;
    }

    private long count(Asker asker, String query) throws SQLException {
        as(asker);
        return one(query);
    }

    private long one(String query) throws SQLException {
        try (Statement statement = app.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many rows it changed, which is undone; -1 when it is refused. */
    private long changed(Asker asker, String change) throws SQLException {
        Savepoint before = as(asker);
        try (Statement statement = app.createStatement()) {
            return statement.executeUpdate(change);
        } catch (SQLException refused) {
            assertEquals(REFUSED, refused.getSQLState(), change + ": " + refused.getMessage());
            return -1;
        } finally {
            app.rollback(before);
        }
    }

    private Savepoint as(Asker asker) throws SQLException {
        app.rollback();
        Fixture.tell(app, asker.municipality, asker.participant, asker.employee, asker.role, asker.today);
        return app.setSavepoint();
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return new TreeSet<>(Stream.of(sets).flatMap(Set::stream).toList());
    }
}

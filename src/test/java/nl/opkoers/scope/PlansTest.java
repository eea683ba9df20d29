package nl.opkoers.scope;

import static nl.opkoers.scope.Fixture.TODAY;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * That every row is judged must not mean that every row is read: what pages ask often goes by the index that it went by before, and
 * for whom a coach is there is worked out once for a query. Plans change with PostgreSQL and with what is in the tables, so a few
 * thousand rows and the queries in short.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@AsNobody
class PlansTest {

    private static final String MANY = " cross join generate_series(1, 2000) many(number) where it.municipality = 'scope-1'"
            + " and it.participant = 'adam'";

    @BeforeEach
    void manyOthers() throws SQLException {
        Fixture.fill();
        Rows.run("insert into conversation (municipality, participant, id, opening, open, waiting_since, answer_before, theirs, turns,"
                + " opened_at, last_at) select it.municipality, 'other-' || number, gen_random_uuid(), it.opening, true, it.last_at,"
                + " current_date, false, 1, it.opened_at, it.last_at from conversation it" + MANY);
        Rows.run("insert into conversation_turn (municipality, participant, conversation, position, id, turn, at) select municipality,"
                + " participant, id, 1, gen_random_uuid(), '{\"turn\": \"said\"}', last_at from conversation where participant like 'other-%'");
        Rows.run("insert into hour_entry (municipality, participant, id, kind, day, minutes, state, version, logged_at, sent_at)"
                + " select it.municipality, 'other-' || number, gen_random_uuid(), it.kind, it.day, 60, 'WAITING', 1, it.logged_at,"
                + " it.logged_at from hour_entry it" + MANY);
        Rows.run("insert into dossier_snapshot (municipality, participant, body, confirmed_at) select it.municipality,"
                + " 'other-' || number, it.body, it.confirmed_at from dossier_snapshot it" + MANY);
        Rows.run("analyze conversation, conversation_turn, hour_entry, dossier_snapshot");
    }

    @AfterEach
    void nothingIsLeft() {
        Fixture.forget();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conversation_waiting | select it.id from conversation it where it.municipality = 'scope-1' and it.waiting_since is not null \
            and it.participant = any('{adam,other-7,other-8}'::text[]) and (it.assigned_to is null or it.assigned_to = any('{carla}'::text[])) \
            order by answer_before
            conversation_assigned | select it.id from conversation it where it.municipality = 'scope-1' and it.waiting_since is not null \
            and it.assigned_to = any('{carla}'::text[])
            conversation_latest | select * from conversation it where it.municipality = 'scope-1' and it.participant = 'adam' \
            order by last_at desc limit 20
            conversation_turn_pkey | select it.turn from conversation_turn it where it.municipality = 'scope-1' and it.participant = 'adam' \
            and it.conversation = '6d5e1a1c-0000-3000-8000-000000000000' and it.position < 40 order by it.position desc limit 40
            conversation_turn_pkey | select it.id, sent.position from conversation it cross join lateral (select done.position from \
            conversation_turn done where done.municipality = it.municipality and done.participant = it.participant \
            and done.conversation = it.id and done.turn ->> 'turn' = 'referred' order by done.position desc limit 1) sent \
            where it.municipality = 'scope-1' and it.open and it.turns > 1 and it.participant = any('{adam,other-7,other-8}'::text[])
            conversation_turn_said | select person.id, said.at from unnest('{adam,other-7}'::text[]) person(id) cross join lateral \
            (select it.at from conversation_turn it where it.municipality = 'scope-1' and it.participant = person.id \
            and it.turn ->> 'turn' in ('said', 'not-understood', 'answered') order by it.at desc limit 1) said
            hour_entry_waiting | select it.id from hour_entry it where it.municipality = 'scope-1' and it.state = 'WAITING' \
            and it.participant = any('{adam,other-7,other-8}'::text[]) order by it.sent_at limit 100
            hour_entry_days | select * from hour_entry it where it.municipality = 'scope-1' and it.participant = 'adam' \
            and it.day >= '2026-03-01' and it.day < '2026-04-01' order by it.day desc limit 40
            dossier_snapshot_pkey | select participant from dossier_snapshot where municipality = 'scope-1' \
            and participant = any('{adam,other-7,other-8}'::text[])
            """)
    void whatIsAskedOftenGoesByItsIndex(String index, String query) throws SQLException {
        String plan = plan(query);

        assertTrue(plan.contains(index), plan);
        assertFalse(plan.contains("Seq Scan on conversation") || plan.contains("Seq Scan on hour_entry")
                || plan.contains("Seq Scan on dossier_snapshot"), plan);
        assertTrue(plan.contains("asks_people()") && plan.contains("InitPlan"), plan);
        assertFalse(plan.contains("ANY (asks_people())"), plan);
    }

    private static String plan(String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection app = AppRole.connect(); Statement statement = app.createStatement()) {
            Fixture.tell(app, "scope-1", "", "carla", "coach", TODAY);
            try (ResultSet rows = statement.executeQuery("explain (verbose, analyze, costs off, timing off, buffers off) " + query)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}

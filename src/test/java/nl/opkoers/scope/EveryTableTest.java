package nl.opkoers.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import org.junit.jupiter.api.Test;

/** Every table is scoped, or holds nothing of anybody. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@AsNobody
class EveryTableTest {

    private static final String TABLES = "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = 'public' and c.relkind in ('r', 'p')";

    private static final Map<String, String> NOBODYS = new TreeMap<>(Map.of(
            "municipality_snapshot", "the municipality's own particulars",
            "offer_snapshot", "schools with their courses, and places to practise",
            "feed_position", "up to where the feed of events was read",
            "feed_gap", "numbers of events that were skipped",
            "ended_session", "hashes of sessions that were ended",
            "used_allowance", "keyed hashes, until all that was used up has flowed back",
            "allowance", "the same of the version before",
            "translation_report", "a mistake in a text of the portal, not tied to who saw it",
            "flyway_schema_history", "what was done to the tables"));

    @Test
    void aTableIsScopedOrHoldsNothingOfAnybody() {
        assertEquals(List.copyOf(NOBODYS.keySet()), Rows.of(TABLES + " and not c.relrowsecurity order by 1"));
    }

    @Test
    void whatIsAboutSomebodyIsNeverNobodys() {
        assertEquals(List.of(), Rows.of("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' and column_name in ('participant', 'person', 'employee', 'reader', 'substitute',"
                + " 'author', 'assigned_to', 'actor', 'subject', 'address') and table_name in (" + TABLES + " and not c.relrowsecurity)"));
    }

    /** What is kept without a municipality in front could be another municipality's. */
    @Test
    void everyPolicyButThePortalsAsksForTheMunicipality() {
        assertEquals(List.of(), Rows.of("select tablename || ' ' || policyname from pg_policies where schemaname = 'public'"
                + " and policyname <> 'portal' and qual not like '%asks_municipality()%'"));
    }

    /**
     * But that somebody looked: who looks writes it down, and does not read it. A conversation is begun by fewer than may see it, as
     * RowsOfOthersTest tries.
     */
    @Test
    void nobodyWritesWhatTheyCouldNotSee() {
        assertEquals(List.of(), Rows.of("select tablename || ' ' || policyname from pg_policies where schemaname = 'public'"
                + " and with_check is not null and with_check is distinct from qual and tablename <> 'processing_record'"
                + " and policyname <> 'begun' and not exists (select from pg_policies seen where seen.tablename = pg_policies.tablename"
                + " and seen.cmd = 'SELECT' and seen.qual = pg_policies.with_check)"));
    }

    @Test
    void aPolicyOfSomebodysOwnIsThere() {
        assertEquals(List.of(), Rows.of(TABLES + " and c.relrowsecurity and not exists (select from pg_policies p"
                + " where p.tablename = c.relname and p.policyname <> 'portal')"));
    }
}

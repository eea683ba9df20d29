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

    private static final String RETENTION = "what is old goes at every municipality at once, those that are served no more too";
    private static final Map<String, String> INDEXES_OF_ALL = new TreeMap<>(Map.of(
            "allowance_pkey", "of the version before, which counts there until it stops",
            "document_kept", RETENTION, "notice_event_old", RETENTION, "notice_old", RETENTION, "picture_kept", RETENTION,
            "processing_record_old", RETENTION, "work_pattern_removed", RETENTION,
            "flyway_schema_history_pk", "what was done to the tables", "flyway_schema_history_s_idx", "the same"));

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

    /** So that tables can be spread by it, and what one municipality has none of the others can take up. */
    @Test
    void everyIndexBeginsWithTheMunicipality() {
        assertEquals(List.copyOf(INDEXES_OF_ALL.keySet()), Rows.of("select of_it.relname from pg_index it"
                + " join pg_class of_it on of_it.oid = it.indexrelid join pg_class c on c.oid = it.indrelid"
                + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and not exists (select from pg_attribute a"
                + " where a.attrelid = c.oid and a.attnum = it.indkey[0] and a.attname = 'municipality') order by 1"));
    }

    @Test
    void whatRefersToAnotherRowRefersToOneOfTheSameMunicipality() {
        assertEquals(List.of(), Rows.of("select f.conname from pg_constraint f join pg_namespace n on n.oid = f.connamespace"
                + " where n.nspname = 'public' and f.contype = 'f' and not exists (select from pg_attribute a, pg_attribute b"
                + " where a.attrelid = f.conrelid and a.attnum = f.conkey[1] and a.attname = 'municipality'"
                + " and b.attrelid = f.confrelid and b.attnum = f.confkey[1] and b.attname = 'municipality')"));
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

    /** Each "(select ...)" in a policy is prepared for every query, which is most of what a page costs. Only where very many are looked over. */
    @Test
    void whatIsLookedUpWithinAMomentIsAskedWithoutAPlanOfItsOwn() {
        assertEquals(List.of("conversation", "owed_answer"), Rows.of("select distinct tablename from pg_policies where schemaname = 'public'"
                + " and concat(qual, with_check) ~ 'SELECT asks_(municipality|participant|employee|role|coach|today|portal)' order by 1"));
    }

    @Test
    void aPolicyOfSomebodysOwnIsThere() {
        assertEquals(List.of(), Rows.of(TABLES + " and c.relrowsecurity and not exists (select from pg_policies p"
                + " where p.tablename = c.relname and p.policyname <> 'portal')"));
    }
}

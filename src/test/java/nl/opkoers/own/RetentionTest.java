package nl.opkoers.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.Fill;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.law.KeptTable;
import nl.opkoers.law.KeptTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept goes when its term is over, and not a day before; and nothing is kept of which no term was thought of. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class RetentionTest {

    private static final String OLD = "kept-too-long";
    private static final String YOUNG = "kept-just-long-enough";
    private static final String VISITOR = "comes-here-still";
    /** Rows that would not be taken without it. */
    private static final Map<String, Map<String, String>> BESIDES = Map.of("absence", Map.of("since", "2000-01-01"));

    DemoWorld world;

    @Inject
    Retention retention;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    @AfterEach
    void nobodyWasHere() {
        TestClock.runOn();
        Stream.concat(Stream.of("turn_translation", "conversation_turn"), KeptTables.standard().tables().stream().map(KeptTable::table))
                .distinct().forEach(table -> Rows.run("delete from " + table + " where " + whose(table) + " in ('" + OLD + "', '"
                        + YOUNG + "', '" + VISITOR + "')"));
    }

    @Test
    void ofEveryTableWithAPersonsDataItIsSaidHowLongItIsKept() {
        Set<String> said = KeptTables.standard().tables().stream().map(KeptTable::table).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(Fill.tablesWith("participant", "person", "employee")), said);
    }

    @Test
    void whatGoesWithAnotherTableGoesWithOneThatHasATerm() {
        List<KeptTable> all = KeptTables.standard().tables();

        all.stream().filter(kept -> kept.with() != null).forEach(kept -> assertTrue(
                all.stream().anyMatch(other -> other.table().equals(kept.with()) && other.term() != null), kept.table()));
    }

    static Stream<KeptTable> withATerm() {
        return KeptTables.standard().tables().stream().filter(kept -> kept.term() != null);
    }

    @ParameterizedTest
    @MethodSource("withATerm")
    void aRowThatIsADayTooOldGoesAndOneADayYoungerStays(KeptTable kept) {
        keep(kept, OLD, ago(kept.term().plusDays(1)));
        keep(kept, YOUNG, ago(kept.term().minusDays(1)));

        retention.takeAwayTheOld();

        assertEquals(List.of(YOUNG), left(kept));
    }

    static Stream<KeptTable> asLongAsTheyCome() {
        return withATerm().filter(KeptTable::visited);
    }

    @ParameterizedTest
    @MethodSource("asLongAsTheyCome")
    void whatIsSomebodysOwnStaysForAsLongAsTheyComeHereAtTimes(KeptTable kept) {
        keep(kept, VISITOR, ago(kept.term().plusYears(3)));
        Rows.run("delete from visit where participant = '" + VISITOR + "'");
        Fill.row("visit", Map.of("municipality", "9901", "participant", VISITOR, "started_at", ago(kept.term().minusDays(1))));

        retention.takeAwayTheOld();
        assertEquals(List.of(VISITOR), left(kept));

        Rows.run("update visit set started_at = '" + ago(kept.term().plusDays(1)) + "' where participant = '" + VISITOR + "'");
        retention.takeAwayTheOld();
        assertEquals(List.of(), left(kept));
    }

    @ParameterizedTest
    @MethodSource("asLongAsTheyCome")
    void whoSignsInAndOnlyAsksAndAnswersComesHereToo(KeptTable kept) {
        keep(kept, VISITOR, ago(kept.term().plusYears(3)));
        Rows.run("delete from visit where participant = '" + VISITOR + "'");
        Rows.run("delete from account where participant = '" + VISITOR + "'");
        Fill.row("account", of(VISITOR, Map.of("signed_in_at", ago(kept.term().minusDays(1)))));

        retention.takeAwayTheOld();
        assertEquals(List.of(VISITOR), left(kept));

        Rows.run("update account set signed_in_at = '" + ago(kept.term().plusDays(1)) + "' where participant = '" + VISITOR + "'");
        retention.takeAwayTheOld();
        assertEquals(List.of(), left(kept));
    }

    @Test
    void signingInIsNotedWhateverIsThenOpenedAndIsNoVisit() {
        Portal.signedIn("z-tigrinya", Language.TI);
        String selam = world.municipality().idOf("z-tigrinya");
        Rows.run("delete from visit where participant = '" + selam + "'");
        Rows.run("update account set signed_in_at = '" + ago(Period.ofYears(3)) + "' where participant = '" + selam + "'");

        assertEquals(200, Portal.visitor(Language.TI).signIn("z-tigrinya", "/messages").status());
        retention.takeAwayTheOld();

        assertEquals(List.of("t"), Rows.of("select signed_in_at > now() - interval '1 hour' from account where participant = '" + selam + "'"));
        assertEquals(List.of(), Rows.of("select started_at from visit where participant = '" + selam + "'"), "what is new stays new");
    }

    @Test
    void whoNeverWasHereBeforeIsStillKnownAfterTheNight() {
        Rows.run("insert into account values ('9901', 'issuer', 'subject', '" + YOUNG + "')");

        retention.takeAwayTheOld();

        assertEquals(List.of(YOUNG), Rows.of("select participant from account where participant = '" + YOUNG + "'"));
    }

    @Test
    void whatWaitsToBeSentIsNeverTooOld() {
        Fill.row("outbox", of(OLD, Map.of("state", "WAITING", "created_at", ago(Period.ofYears(4)))));
        Fill.row("notice", of(OLD, Map.of("state", "WAITING", "due_at", ago(Period.ofYears(4)))));

        retention.takeAwayTheOld();

        assertEquals(List.of("1", "1"), Rows.of("select count(*) from outbox where participant = '" + OLD
                + "' union all select count(*) from notice where participant = '" + OLD + "'"));
    }

    @Test
    void whatCannotBeTakenAwayIsToldAndKeepsNothingElse() {
        Fill.row("notice", of(OLD, Map.of("state", "SENT", "created_at", ago(Period.ofYears(4)))));
        conversation(OLD, ago(Period.ofYears(5).plusDays(1)), UUID.randomUUID().toString());
        double before = failed();
        Rows.run("create function refuse() returns trigger language plpgsql as 'begin raise exception ''not now''; end'");
        Rows.run("create trigger refuse before delete on notice execute function refuse()");
        try {
            retention.takeAwayTheOld();
        } finally {
            Rows.run("drop function refuse() cascade");
        }
        assertEquals(before + 1, failed());
        assertEquals(List.of(), Rows.of("select participant from conversation where participant = '" + OLD + "'"));
        assertEquals(List.of(OLD), Rows.of("select participant from notice where participant = '" + OLD + "'"));

        retention.takeAwayTheOld();
        assertEquals(before + 1, failed());
        assertEquals(List.of(), Rows.of("select participant from notice where participant = '" + OLD + "'"));
    }

    private double failed() {
        return meters.get("opkoers.retention.failed").counter().count();
    }

    @Test
    void aConversationGoesWithAllThatHangsOnItAndTheFilesInIt() {
        String file = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        conversation(OLD, ago(Period.ofYears(5).plusDays(1)), file);
        conversation(YOUNG, ago(Period.ofYears(5).minusDays(1)), other);

        retention.takeAwayTheOld();

        for (String table : List.of("conversation", "conversation_turn", "conversation_reader", "turn_translation",
                "conversation_reminder", "owed_answer", "picture", "document")) {
            assertEquals(List.of(YOUNG), Rows.of("select participant from " + table + " where participant in ('" + OLD + "', '"
                    + YOUNG + "')"), table);
        }
    }

    @Test
    void hoursGoWithTheirActsAndTheirPictureWhenNothingHappenedToThemForLong() {
        entry(OLD, ago(Period.ofYears(8)), ago(Period.ofYears(7).plusDays(1)));
        entry(YOUNG, ago(Period.ofYears(8)), ago(Period.ofYears(7).minusDays(1)));

        retention.takeAwayTheOld();

        for (String table : List.of("hour_entry", "hour_act", "hour_told", "picture")) {
            assertEquals(List.of(YOUNG), Rows.of("select participant from " + table + " where participant in ('" + OLD + "', '"
                    + YOUNG + "')"), table);
        }
    }

    @Test
    void hoursThatACertificateStatesStayAsLongAsTheCertificate() {
        entry(OLD, ago(Period.ofYears(8)), ago(Period.ofYears(8)));
        String entry = Rows.of("select id from hour_entry where participant = '" + OLD + "'").get(0);
        Fill.row("certificate", of(OLD, Map.of("issued_on", ago(Period.ofYears(6)), "stated", "[{\"entry\": \"" + entry
                + "\", \"kind\": \"PARTICIPATION\", \"day\": \"2018-11-21\", \"minutes\": 60}]")));

        retention.takeAwayTheOld();
        for (String table : List.of("hour_entry", "hour_act", "picture", "certificate")) {
            assertEquals(List.of("1"), Rows.of("select count(*) from " + table + " where participant = '" + OLD + "'"), table);
        }

        Rows.run("update certificate set issued_on = '" + ago(Period.ofYears(7).plusDays(2)) + "' where participant = '" + OLD + "'");
        retention.takeAwayTheOld();
        retention.takeAwayTheOld();
        assertEquals(List.of("0"), Rows.of("select count(*) from hour_entry where participant = '" + OLD + "'"));
    }

    @Test
    void whatWasSentWithNothingLongAgoIsLookedForAPartEachNight() {
        Rows.run("insert into picture (municipality, participant, id, jpeg, width, height, kept_at) select '9901', '" + OLD
                + "', md5(n::text)::uuid, '', 1, 1, now() - interval '1 year' from generate_series(1, 3000) n");

        int gone = retention.takeAwayTheOld().get("picture");

        assertTrue(gone > 0 && gone < 150, gone + " in a night");
    }

    @Test
    void whatWasSentWithNothingGoesInMoreThanOneBatch() {
        Rows.run("insert into picture (municipality, participant, id, jpeg, width, height, kept_at) select '9901', '" + OLD
                + "', gen_random_uuid(), '', 1, 1, now() - interval '31 days' from generate_series(1, 501)");

        assertEquals(500, Rows.of("select forget_abandoned_pictures()").stream().mapToInt(Integer::parseInt).sum());
        assertEquals(1, retention.takeAwayTheOld().get("picture"));
    }

    @Test
    void aPictureInWhatIsStillBeingWrittenStays() {
        String file = UUID.randomUUID().toString();
        Fill.row("picture", of(YOUNG, Map.of("id", file, "kept_at", ago(Period.ofDays(40)))));
        Fill.row("draft", Map.of("municipality", "9901", "person", YOUNG, "about", "new", "kept_at", ago(Period.ofDays(1)),
                "fields", "{\"file\": \"" + file + "\"}"));

        retention.takeAwayTheOld();

        assertEquals(List.of(file), Rows.of("select id from picture where participant = '" + YOUNG + "'"));
    }

    @Test
    void moreThanOneBatchGoesInOneNight() {
        Rows.run("insert into news (municipality, participant, event, code, happened_at, noted_at) select '9901', '" + OLD
                + "', gen_random_uuid(), 'x', now(), now() - interval '1 year' from generate_series(1, 2001)");

        Map<String, Integer> gone = retention.takeAwayTheOld();

        assertEquals(2001, gone.get("news"));
    }

    @Test
    void thePortalsOwnRoleMayNotTakeAwayWhatWasSaidBeforeItsTime() {
        String app = Rows.of("select grantee from information_schema.role_table_grants where table_name = 'conversation_turn'"
                + " and privilege_type = 'INSERT' and grantee <> grantor").get(0);

        for (String table : List.of("conversation_turn", "turn_translation", "hour_act", "coach_note", "processing_record")) {
            assertEquals(List.of("f"), Rows.of("select has_table_privilege('" + app + "', '" + table + "', 'DELETE')"), table);
        }
    }

    private static void keep(KeptTable kept, String person, String since) {
        Map<String, String> row = new HashMap<>(BESIDES.getOrDefault(kept.table(), Map.of()));
        row.put("municipality", "9901");
        row.put(kept.whose(), person);
        row.putAll(kept.only());
        if (kept.from() != null) {
            row.put(kept.from(), since);
        }
        if (kept.table().equals("hour_entry")) {
            row.put("state", "ACCEPTED");
        }
        if (kept.visited()) {
            Fill.row("visit", Map.of("municipality", "9901", "participant", person, "started_at", since));
        }
        Fill.row(kept.table(), row);
    }

    private static void conversation(String person, String since, String file) {
        String id = UUID.randomUUID().toString();
        String turn = UUID.randomUUID().toString();
        String document = UUID.randomUUID().toString();
        Fill.row("conversation", of(person, Map.of("id", id, "last_at", since)));
        Fill.row("conversation_turn", of(person, Map.of("conversation", id, "id", turn,
                "turn", "{\"files\": [\"" + file + "\", \"" + document + "\"]}")));
        Fill.row("turn_translation", of(person, Map.of("turn", turn)));
        for (String table : List.of("conversation_reader", "conversation_reminder", "owed_answer")) {
            Fill.row(table, of(person, Map.of("conversation", id)));
        }
        Fill.row("picture", of(person, Map.of("id", file, "kept_at", since)));
        Fill.row("document", of(person, Map.of("id", document, "kept_at", since)));
    }

    private static void entry(String person, String logged, String last) {
        String id = UUID.randomUUID().toString();
        String photo = UUID.randomUUID().toString();
        Fill.row("hour_entry", of(person, Map.of("id", id, "state", "ACCEPTED", "logged_at", logged)));
        Fill.row("hour_act", of(person, Map.of("entry", id, "at", last, "act", "{\"photo\": \"" + photo + "\"}")));
        Fill.row("hour_told", of(person, Map.of("entry", id)));
        Fill.row("picture", of(person, Map.of("id", photo, "kept_at", logged)));
    }

    private static Map<String, String> of(String person, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(more);
        row.put("municipality", "9901");
        row.put("participant", person);
        return row;
    }

    private static List<String> left(KeptTable kept) {
        return Rows.of("select " + kept.whose() + " from " + kept.table() + " where " + kept.whose() + " in ('" + OLD + "', '" + YOUNG
                + "', '" + VISITOR + "')");
    }

    private static String whose(String table) {
        return KeptTables.standard().tables().stream().filter(kept -> kept.table().equals(table)).findFirst().orElseThrow().whose();
    }

    private static String ago(Period term) {
        return Fill.at(Instant.from(TestClock.now().atZone(Dates.AMSTERDAM).minus(term)));
    }
}

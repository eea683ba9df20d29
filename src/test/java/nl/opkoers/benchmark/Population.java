package nl.opkoers.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.opkoers.Database;
import nl.opkoers.identity.TestSessions;

/**
 * Participants of a portal as they would be after a year, made by SQL from the dossiers and agendas of a few: everybody has a name of
 * their own, a contact of their own, and ids without order, as a municipality gives them. Every second person had two conversations,
 * every fifth logs hours, every fourth put their work in the agenda.
 */
final class Population {

    static final String MUNICIPALITY = "9901";
    static final int TALKS_OF_ONE = 2;
    static final int TURNS = 4;
    static final int EVERY_TALKING = 2;
    static final int EVERY_LOGGING = 5;
    private static final int EVERY_WORKING = 4;
    private static final int ENTRIES = 30;
    private static final int AT_ONCE = 20_000;
    private static final List<String> TABLES = List.of("dossier_snapshot", "agenda_snapshot", "account", "visit", "news", "conversation",
            "conversation_turn", "conversation_reader", "hour_entry", "hour_act", "work_pattern");

    /** What nobody is to wait for who makes a million people: that rows refer to rows, who asks, and what a page would have noted. */
    private static final String QUICKLY = "set session_replication_role = replica; set synchronous_commit = off; ";

    private final Database portal;
    private int people;

    /**
     * Those who are there already.
     *
     * @param portal as its superuser sees it; some dossiers and agendas have been seen in it: those that all others are made from
     */
    Population(Database portal) {
        this.portal = portal;
        portal.run("create schema benchmark");
        portal.run("""
                create table benchmark.example as select row_number() over () - 1 as number, dossier.body as dossier, agenda.body as agenda,
                    agenda.ahead
                from dossier_snapshot dossier join agenda_snapshot agenda using (municipality, participant)
                where dossier.body #>> '{contactpersonen,personen,0,telefoonnummer}' is not null
                    and dossier.body #>> '{doelgroep,indeling}' like 'Gezins%'
                    and dossier.body #>> '{pip,actueel,dagtekeningPip}' < to_char(current_date - 1, 'YYYY-MM-DD')""");
        portal.run("truncate " + String.join(", ", TABLES) + " cascade");
    }

    /** Some people open Home and Agenda, so that the portal has seen them: all others can be made from these. */
    static void see(String base, Map<String, String> settings, List<String> participants) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (String participant : participants) {
            String cookie = TestSessions.cookie(settings.get("opkoers.session.secret"), MUNICIPALITY, participant);
            for (String path : List.of("/", "/agenda")) {
                http.send(HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    /** The id that the municipality gave this person; they are counted from 1. */
    static String id(int number) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(("person " + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Who this person's contact is: nobody else has the same, so that a page that says it is theirs. */
    static String contact(int number) {
        return String.format(Locale.ROOT, "Consulent %07d", number);
    }

    /** The id of one of the conversations of this person, counted from 1. */
    static UUID talk(int number, int talk) {
        String digits = id(number * 10 + talk);
        return new UUID(Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    /** Adds people until there are so many. */
    void grow(int wanted) {
        // An index that is made of all rows at once takes a fraction of the time. Those of a few rows are what jobs go by meanwhile.
        String others = " from pg_index where not indisunique and indpred is null and indrelid = any('{" + String.join(",", TABLES)
                + "}'::regclass[])";
        List<String> indexes = portal.of("select pg_get_indexdef(indexrelid)" + others);
        portal.of("select indexrelid::regclass" + others).forEach(index -> portal.run("drop index " + index));
        log("set max_wal_size = '8GB'");
        IntStream.range(0, (wanted - people + AT_ONCE - 1) / AT_ONCE).parallel().map(part -> people + 1 + part * AT_ONCE)
                .forEach(from -> add(from, Math.min(wanted, from + AT_ONCE - 1)));
        indexes.stream().parallel().forEach(portal::run);
        people = Math.max(people, wanted);
        portal.run("vacuum (analyze) " + String.join(", ", TABLES));
        log("reset max_wal_size");
        portal.run("checkpoint");
    }

    /** As few checkpoints as there is room for, while that lasts. */
    private void log(String setting) {
        portal.run("alter system " + setting);
        portal.of("select pg_reload_conf()");
    }

    private void add(int from, int until) {
        String these = "(select number, md5('person ' || number) as id, lpad(number::text, 7, '0') as called"
                + " from generate_series(%d, %d) number) person".formatted(from, until);
        portal.run(QUICKLY + String.join("; ", seen(these), agenda(these), visits(these), talks(these), hours(these)));
    }

    private static String seen(String these) {
        return """
                insert into dossier_snapshot (municipality, participant, body, etag, confirmed_at)
                select '9901', person.id, example.dossier || jsonb_build_object('id', person.id,
                    'persoon', example.dossier -> 'persoon' || jsonb_build_object('aanspreeknaam', 'Persoon ' || person.called),
                    'contactpersonen', example.dossier -> 'contactpersonen' || jsonb_build_object('personen', (select jsonb_agg(
                        someone || jsonb_build_object('naam', 'Consulent ' || person.called, 'vervanger', null))
                        from jsonb_array_elements(example.dossier #> '{contactpersonen,personen}') someone))), 'seen', now()
                from %s join benchmark.example on example.number = person.number %% (select count(*) from benchmark.example)
                """.formatted(these);
    }

    private static String agenda(String these) {
        return """
                insert into agenda_snapshot (municipality, participant, body, etag, confirmed_at, ahead, ahead_of)
                select '9901', person.id, example.agenda, 'seen', now(), example.ahead, now()
                from %1$s join benchmark.example on example.number = person.number %% (select count(*) from benchmark.example);
                insert into work_pattern (municipality, participant, id, pattern, made_at)
                select '9901', person.id, gen_random_uuid(), '{"kind": "shifts", "firstDay": "2026-01-05", "daysOn": 4, "daysOff": 3,
                    "times": {"begin": "14:00:00", "end": "22:00:00", "nextDay": false}}', now()
                from %1$s where person.number %% %2$d = 0""".formatted(these, EVERY_WORKING);
    }

    private static String visits(String these) {
        return """
                insert into account (municipality, issuer, subject, participant) select '9901', 'benchmark', person.id, person.id from %1$s;
                insert into visit (municipality, participant, started_at, previous_at)
                select '9901', person.id, now() - interval '3 days', now() - interval '9 days' from %1$s;
                insert into news (municipality, participant, event, code, happened_at, noted_at)
                select '9901', person.id, gen_random_uuid(), 'OK203', now() - age * interval '5 days', now() - age * interval '5 days'
                from %1$s, generate_series(0, 3) age""".formatted(these);
    }

    private static String talks(String these) {
        return """
                insert into conversation (municipality, participant, id, opening, open, waiting_since, answer_before, theirs, contact,
                    contact_name, turns, opened_at, last_at)
                select '9901', person.id, talk.id, jsonb_build_object('id', talk.id, 'at', now() - of * interval '10 days', 'topic', 'LETTER',
                    'urgent', false, 'confidential', false, 'language', 'ar', 'interpreter', true, 'gender', 'ANY'), true,
                    case when of = 1 then now() - interval '1 day' end, case when of = 1 then current_date + 9 end, false,
                    'C-' || person.called, 'Consulent ' || person.called, %2$d, now() - of * interval '10 days', now() - of * interval '1 day'
                from %1$s, generate_series(1, %3$d) of, lateral (select md5('person ' || person.number * 10 + of)::uuid as id) talk
                where person.number %% %4$d = 0;
                insert into conversation_turn (municipality, participant, conversation, position, id, turn, at)
                select '9901', person.id, talk.id, position, turn.id, case when position %% 2 = 1 then jsonb_build_object('turn', 'said',
                    'id', turn.id, 'at', now() - interval '5 days', 'language', 'ar', 'text', repeat('ماذا تقول هذه الرسالة؟ ', 3),
                    'answerBefore', current_date) else jsonb_build_object('turn', 'answered', 'id', turn.id, 'at', now() - interval '4 days',
                    'by', 'C-' || person.called, 'byName', 'Consulent ' || person.called, 'language', 'nl',
                    'text', repeat('U hoeft nu niets te doen. ', 4), 'asksBack', false) end, now() - interval '5 days'
                from %1$s, generate_series(1, %3$d) of, lateral (select md5('person ' || person.number * 10 + of)::uuid as id) talk,
                    generate_series(1, %2$d) position, lateral (select md5(talk.id::text || position)::uuid as id) turn
                where person.number %% %4$d = 0;
                insert into conversation_reader (municipality, participant, conversation, reader, position, at)
                select '9901', person.id, md5('person ' || person.number * 10 + of)::uuid, person.id, %2$d, now()
                from %1$s, generate_series(2, %3$d) of where person.number %% %4$d = 0""".formatted(these, TURNS, TALKS_OF_ONE, EVERY_TALKING);
    }

    private static String hours(String these) {
        return """
                insert into hour_entry (municipality, participant, id, kind, day, minutes, state, version, logged_at, sent_at)
                select '9901', person.id, md5(person.id || age)::uuid, 'VOLUNTARY', current_date - age * 3, 60,
                    case when age <= 3 then 'WAITING' else 'ACCEPTED' end, case when age <= 3 then 1 else 2 end,
                    now() - age * interval '3 days', now() - age * interval '3 days'
                from %1$s, generate_series(1, %2$d) age where person.number %% %3$d = 0;
                insert into hour_act (municipality, participant, entry, position, id, act, at)
                select '9901', person.id, entry.id, 1, entry.id, jsonb_build_object('act', 'sent', 'id', entry.id, 'at',
                    now() - age * interval '3 days', 'written', jsonb_build_object('kind', 'VOLUNTARY', 'activity', 'CARE',
                    'day', current_date - age * 3, 'minutes', 60, 'place', 'De Sluis')), now() - age * interval '3 days'
                from %1$s, generate_series(1, %2$d) age, lateral (select md5(person.id || age)::uuid as id) entry where person.number %% %3$d = 0;
                insert into hour_act (municipality, participant, entry, position, id, act, at)
                select '9901', person.id, md5(person.id || age)::uuid, 2, act.id, jsonb_build_object('act', 'accepted', 'id', act.id, 'at',
                    now() - age * interval '2 days', 'by', 'M-1001', 'byName', 'Coach', 'seen', 1), now() - age * interval '2 days'
                from %1$s, generate_series(4, %2$d) age, lateral (select md5(person.id || age || ' accepted')::uuid as id) act
                where person.number %% %3$d = 0""".formatted(these, ENTRIES, EVERY_LOGGING);
    }

    /** What the tables take on disk with their indexes, a line each. */
    String sizes() {
        return String.join("\n", portal.of("""
                select format('      %%s %%s rows, %%s of it indexes %%s, %%s bytes a person', rpad(relname, 22),
                    lpad(to_char(greatest(reltuples, 0), 'FM999,999,999'), 12), lpad(pg_size_pretty(pg_total_relation_size(oid)), 10),
                    lpad(pg_size_pretty(pg_indexes_size(oid)), 10), lpad((pg_total_relation_size(oid) / %d)::text, 7))
                from pg_class where relname in ('%s') and relkind = 'r' order by pg_total_relation_size(oid) desc"""
                .formatted(people, String.join("', '", TABLES))));
    }
}

package nl.opkoers.hours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.OneAtATime;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.NativeQuery;

/** Entries and their acts in the database, all within the transaction of the caller. */
@ApplicationScoped
class HourRows {

    /** What was taken back is in no list. */
    static final String THERE = " and it.state <> 'WITHDRAWN'";
    static final String LATEST_FIRST = " order by it.day desc, it.logged_at desc, it.id";

    private static final String OWN = " where it.municipality = :municipality and it.participant = :participant";
    private static final String ACTS = "(select jsonb_agg(done.act order by done.position) from hour_act done"
            + " where done.municipality = it.municipality and done.participant = it.participant and done.entry = it.id)";
    private static final String WITH_ACTS = "select it.participant, it.id, cast(" + ACTS + " as text) as acts from hour_entry it";

    /**
     * The entries of which the municipality goes on counting what does not count here, with what it counts, as a table in
     * brackets: {@link StillCounted}, of very many at once.
     */
    static final String STILL_COUNTED = """
            (select kept.municipality, kept.participant, kept.entry, kept.settled_at, counted.kind, counted.minutes,
                exists (select from hour_told later where later.municipality = kept.municipality
                    and later.participant = kept.participant and later.entry = kept.entry and later.taken is null) as again
            from hour_told kept join hour_entry about on about.municipality = kept.municipality
                and about.participant = kept.participant and about.id = kept.entry and about.state <> 'ACCEPTED'
            cross join lateral (select heard.kind, heard.minutes, heard.position from hour_told heard
                where heard.municipality = kept.municipality and heard.participant = kept.participant and heard.entry = kept.entry
                    and heard.taken order by heard.position desc limit 1) counted
            where kept.taken is false and kept.minutes = 0 and kept.position > counted.position
                and not exists (select from hour_told later where later.municipality = kept.municipality
                    and later.participant = kept.participant and later.entry = kept.entry and later.taken is false
                    and later.minutes = 0 and later.position > kept.position))""";

    /** Whether an entry is one of these. */
    static final String IS_STILL_COUNTED = "it.id in (select still.entry from " + STILL_COUNTED + " still"
            + " where still.municipality = :municipality and still.participant = :participant)";

    private final StatelessSession rows;
    private final ObjectMapper json;

    HourRows(StatelessSession rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** How many entries somebody began. */
    record Begun(long today, long all) {
    }

    /**
     * Holds an entry until the end of the transaction: what happens to it at the same time waits.
     *
     * @return whether there is such an entry
     */
    boolean hold(ParticipantKey key, UUID entry) {
        return !own(rows.createNativeQuery("select 1 from hour_entry it" + OWN + " and it.id = :id for update", Integer.class), key)
                .setParameter("id", entry).getResultList().isEmpty();
    }

    /** Lets one new entry of a person begin at a time, so that they can be counted. */
    void onlyOneAtATime(ParticipantKey key) {
        OneAtATime.in(rows, "hours " + key.municipality() + " " + key.participant());
    }

    /** How many entries somebody began since a moment, and in all. */
    Begun begun(ParticipantKey key, Instant since) {
        Tuple counted = own(rows.createNativeQuery("select count(*) filter (where it.logged_at >= :since) as today,"
                + " count(*) as whole from hour_entry it" + OWN, Tuple.class), key)
                .setParameter("since", since).getSingleResult();
        return new Begun(counted.get("today", Long.class), counted.get("whole", Long.class));
    }

    List<Act> acts(ParticipantKey key, UUID entry) {
        return own(rows.createNativeQuery("select cast(it.act as text) from hour_act it" + OWN
                + " and it.entry = :entry order by it.position", String.class), key)
                .setParameter("entry", entry).getResultStream().map(this::act).toList();
    }

    List<Entry> of(ParticipantKey key, LocalDate from, LocalDate until) {
        return own(rows.createNativeQuery(WITH_ACTS + OWN + " and it.day >= :from and it.day < :until"
                + THERE + LATEST_FIRST, Tuple.class), key)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream().map(this::entry).toList();
    }

    /**
     * Some of a person's entries, the latest day first; without what was withdrawn.
     *
     * @param which a condition, written here and never typed by anybody
     * @param first how many are passed over
     */
    List<Entry> some(ParticipantKey key, String which, Map<String, ?> values, int first, int most) {
        NativeQuery<Tuple> query = own(rows.createNativeQuery(WITH_ACTS + OWN + THERE + " and " + which + LATEST_FIRST, Tuple.class),
                key);
        values.forEach(query::setParameter);
        return query.setFirstResult(first).setMaxResults(most).getResultStream().map(this::entry).toList();
    }

    /**
     * Entries that a page needs, from {@code from} on.
     *
     * @param from as in {@link Part#from}
     */
    static Part part(String name, String from) {
        return new Part(name, Set.of(HoursPage.PATH), List.of("it.id", ACTS), from);
    }

    /** The entries of such a part. */
    List<Entry> entries(List<Row> found) {
        return found.stream().map(row -> Entry.of(row.id(0), read(row.text(1), new TypeReference<List<Act>>() { }))).toList();
    }

    /** Those of a person's entries with these ids. */
    List<Entry> find(ParticipantKey key, Collection<UUID> entries) {
        return own(rows.createNativeQuery(WITH_ACTS + OWN + " and it.id = any(cast(:ids as uuid[]))", Tuple.class), key)
                .setParameter("ids", entries.stream().map(UUID::toString).toArray(String[]::new))
                .getResultStream().map(this::entry).toList();
    }

    /** How many entries there are in each month in which there are any, by its first day, the latest month first. */
    Map<LocalDate, Long> months(ParticipantKey key) {
        Map<LocalDate, Long> months = new LinkedHashMap<>();
        own(rows.createNativeQuery("select cast(date_trunc('month', it.day) as date) as month, count(*) as entries from hour_entry it"
                + OWN + THERE + " group by 1 order by 1 desc", Tuple.class), key).getResultList()
                .forEach(row -> months.put(row.get("month", LocalDate.class), row.get("entries", Long.class)));
        return months;
    }

    /** How the entries stand that a coach judged last, since a moment; each state once. */
    List<State> decidedSince(ParticipantKey key, Instant moment) {
        return own(rows.createNativeQuery("select distinct it.state from hour_entry it join hour_act done"
                + " on done.municipality = it.municipality and done.participant = it.participant and done.entry = it.id"
                + " and done.position = it.version" + OWN + " and (it.state in ('REFUSED', 'ACCEPTED')"
                + " and done.at > :moment or it.state = 'ASKED')", String.class), key)
                .setParameter("moment", moment).getResultStream().map(State::valueOf).toList();
    }

    /** @param taken whether the municipality took it; {@code null} as long as that is not settled */
    record LastTold(UUID id, Boolean taken) {
    }

    /** What the municipality was told of an entry last. */
    Optional<LastTold> lastTold(ParticipantKey key, UUID entry) {
        return own(rows.createNativeQuery("select it.id, it.taken from hour_told it" + OWN
                + " and it.entry = :entry order by it.position desc limit 1", Tuple.class), key)
                .setParameter("entry", entry).getResultStream()
                .map(row -> new LastTold(row.get("id", UUID.class), row.get("taken", Boolean.class))).findFirst();
    }

    /** What a judgement of since a moment still holds of. */
    List<Entry> judgedSince(ParticipantKey key, Instant since) {
        return own(rows.createNativeQuery(WITH_ACTS + OWN + " and it.state in ('ACCEPTED', 'REFUSED', 'ASKED')"
                + " and exists (select 1 from hour_act last where last.municipality = it.municipality"
                + " and last.participant = it.participant and last.entry = it.id and last.position = it.version"
                + " and last.at >= :since) order by it.id", Tuple.class), key)
                .setParameter("since", since)
                .getResultStream().map(this::entry).toList();
    }

    List<Waiting> waiting(String municipality, Collection<String> participants) {
        return rows.createNativeQuery(WITH_ACTS + " where it.municipality = :municipality and it.participant = any(:participants)"
                        + " and it.state = 'WAITING' order by it.sent_at, it.id", Tuple.class)
                .setParameter("municipality", municipality)
                .setParameter("participants", participants.toArray(String[]::new))
                .getResultStream().map(row -> new Waiting(row.get("participant", String.class), entry(row))).toList();
    }

    /** Those of which the municipality counts what does not count here, the latest day first; also of what was withdrawn. */
    List<Entry> stillCounted(ParticipantKey key, int most) {
        return own(rows.createNativeQuery(WITH_ACTS + OWN + " and " + IS_STILL_COUNTED + LATEST_FIRST, Tuple.class), key)
                .setMaxResults(most).getResultStream().map(this::entry).toList();
    }

    /** Keeps what an act made of an entry, together with the act. */
    void keep(ParticipantKey key, Entry entry, Act act, Instant now) {
        own(rows.createNativeMutationQuery("insert into hour_act (municipality, participant, entry, position, id, act, at)"
                + " values (:municipality, :participant, :entry, :position, :id, cast(:act as jsonb), :at)"), key)
                .setParameter("entry", entry.id())
                .setParameter("position", entry.version())
                .setParameter("id", act.id())
                .setParameter("act", write(act))
                .setParameter("at", act.at())
                .executeUpdate();
        own(rows.createNativeMutationQuery("insert into hour_entry (municipality, participant, id, kind, day, minutes, state,"
                + " version, logged_at, sent_at) values (:municipality, :participant, :id, :kind, :day, :minutes, :state,"
                + " :version, :now, cast(:sent as timestamptz)) on conflict (municipality, participant, id) do update set"
                + " kind = excluded.kind, day = excluded.day, minutes = excluded.minutes, state = excluded.state,"
                + " version = excluded.version, sent_at = excluded.sent_at"), key)
                .setParameter("id", entry.id())
                .setParameter("kind", entry.written().kind().name())
                .setParameter("day", entry.written().day())
                .setParameter("minutes", entry.written().minutes())
                .setParameter("state", entry.state().name())
                .setParameter("version", entry.version())
                .setParameter("now", now)
                .setParameter("sent", entry.sentAt())
                .executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q own(Q query, ParticipantKey key) {
        query.setParameter("municipality", key.municipality());
        query.setParameter("participant", key.participant());
        return query;
    }

    private Entry entry(Tuple row) {
        return Entry.of(row.get("id", UUID.class), read(row.get("acts", String.class), new TypeReference<List<Act>>() { }));
    }

    private Act act(String act) {
        return read(act, new TypeReference<Act>() { });
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("what happened to an entry cannot be read", unreadable);
        }
    }

    /** As an act and not as what it happens to be, so that it says which it is. */
    private String write(Act act) {
        try {
            return json.writerFor(Act.class).writeValueAsString(act);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what happened to an entry cannot be written", impossible);
        }
    }
}

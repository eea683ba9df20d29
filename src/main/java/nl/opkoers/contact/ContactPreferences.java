package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.contact.ContactPreference.Frequency;
import nl.opkoers.contact.ContactPreference.Way;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;

/** How people want to hear from the municipality, and since when. */
@ApplicationScoped
public class ContactPreferences {

    private static final String LATEST = "select distinct on (it.municipality, it.participant) it.municipality, it.participant,"
            + " it.frequency, it.way, it.at from contact_preference it join unnest(cast(:municipalities as text[]),"
            + " cast(:participants as text[])) as asked(municipality, participant)"
            + " on it.municipality = asked.municipality and it.participant = asked.participant"
            + " order by it.municipality, it.participant, it.at desc";

    private static final Part PART = new Part("preference", Set.of("/people", PreferencePage.PATH), List.of("it.frequency", "it.way", "it.at"),
            "contact_preference" + Part.MINE + " order by it.at desc limit 1");

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;

    ContactPreferences(StatelessSession rows, AtOnce atOnce, Clock clock) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** What who asks for a page said last; empty when they never did. */
    Optional<ContactPreference> mine(ParticipantKey key) {
        return atOnce.take(PART).map(found -> found.stream().findFirst()
                .map(row -> preference(row.text(0), row.text(1), row.moment(2)))).orElseGet(() -> of(key));
    }

    /** What this person said last; empty when they never did. */
    public Optional<ContactPreference> of(ParticipantKey key) {
        return Optional.ofNullable(of(List.of(key)).get(key));
    }

    /** What each of these people said last; who never did is not in it. One query. */
    @Transactional
    public Map<ParticipantKey, ContactPreference> of(Collection<ParticipantKey> keys) {
        return rows.createNativeQuery(LATEST, Tuple.class)
                .setParameter("municipalities", keys.stream().map(ParticipantKey::municipality).toArray(String[]::new))
                .setParameter("participants", keys.stream().map(ParticipantKey::participant).toArray(String[]::new))
                .getResultStream().collect(Collectors.toMap(ContactPreferences::key, ContactPreferences::preference));
    }

    /**
     * Keeps what this person wants from now on. What they wanted before stays, with its date; the same again changes nothing.
     *
     * @param way {@code null} when any way will do
     */
    @Transactional
    void keep(ParticipantKey key, Frequency frequency, Way way) {
        if (of(key).filter(now -> now.frequency() == frequency && now.way() == way).isPresent()) {
            return;
        }
        rows.createNativeMutationQuery("insert into contact_preference (municipality, participant, at, frequency, way)"
                        + " values (:municipality, :participant, :at, :frequency, cast(:way as text)) on conflict do nothing")
                .setParameter("municipality", key.municipality()).setParameter("participant", key.participant())
                .setParameter("at", clock.instant().truncatedTo(ChronoUnit.MICROS)).setParameter("frequency", frequency.name())
                .setParameter("way", way == null ? null : way.name()).executeUpdate();
    }

    private static ParticipantKey key(Tuple row) {
        return new ParticipantKey(row.get("municipality", String.class), row.get("participant", String.class));
    }

    private static ContactPreference preference(Tuple row) {
        return preference(row.get("frequency", String.class), row.get("way", String.class), row.get("at", Instant.class));
    }

    private static ContactPreference preference(String frequency, String way, Instant at) {
        return new ContactPreference(Frequency.valueOf(frequency), way == null ? null : Way.valueOf(way), at);
    }
}

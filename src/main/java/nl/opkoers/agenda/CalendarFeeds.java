package nl.opkoers.agenda;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.OneRow;
import org.hibernate.StatelessSession;

/** The secret addresses of people's calendars: each person has one or none. */
@ApplicationScoped
class CalendarFeeds {

    private static final int TOKEN_BYTES = 32;
    /** So long the second of two taps may take. */
    private static final Duration DOUBLE_TAP = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final StatelessSession rows;
    private final Municipalities municipalities;
    private final Clock clock;

    CalendarFeeds(StatelessSession rows, Municipalities municipalities, Clock clock) {
        this.rows = rows;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** This person's, if they made one. */
    Optional<CalendarFeed> of(ParticipantKey key) {
        return QuarkusTransaction.requiringNew().call(() -> Optional.ofNullable(rows.get(CalendarFeed.class, key)));
    }

    /** Makes an address, and an end to the one before it. The secret in it is told this once: only its hash is kept. */
    String make(ParticipantKey key, Language language) {
        String token = token();
        OneRow.write(() -> rows.upsert(CalendarFeed.of(key, hash(token), language, clock.instant())));
        return token;
    }

    /** As {@link #make}; empty, and nothing happened, when there is one already that may be on a phone. */
    Optional<String> makeFirst(ParticipantKey key, Language language) {
        String token = token();
        return OneRow.write(() -> {
            if (mayBeOnAPhone(rows.get(CalendarFeed.class, key))) {
                return Optional.empty();
            }
            rows.upsert(CalendarFeed.of(key, hash(token), language, clock.instant()));
            return Optional.of(token);
        });
    }

    /** Of two taps a browser shows what came of the second: the address of the first was seen by nobody. */
    private boolean mayBeOnAPhone(CalendarFeed before) {
        return before != null && (before.lastUsedAt != null || before.createdAt.isBefore(clock.instant().minus(DOUBLE_TAP)));
    }

    private String token() {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Makes an end to this person's address. */
    void revoke(ParticipantKey key) {
        QuarkusTransaction.requiringNew().run(() -> rows.createMutationQuery("delete from CalendarFeed where key = :key")
                .setParameter("key", key).executeUpdate());
    }

    /** Whose it is, of the municipality for which this is done; empty when it is nobody's, or nobody's any more. */
    Optional<CalendarFeed> find(byte[] tokenHash) {
        return QuarkusTransaction.requiringNew().call(() -> rows
                .createSelectionQuery("from CalendarFeed where key.municipality = :municipality and tokenHash = :hash",
                        CalendarFeed.class)
                .setParameter("municipality", municipalities.code()).setParameter("hash", tokenHash).uniqueResultOptional());
    }

    /** Remembers that it was used within this hour. */
    void used(CalendarFeed feed) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(feed.lastUsedAt)) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> rows
                .createMutationQuery("update CalendarFeed set lastUsedAt = :hour where key = :key and tokenHash = :hash")
                .setParameter("hour", hour).setParameter("key", feed.key).setParameter("hash", feed.tokenHash).executeUpdate());
    }

    /** What is kept of a secret; anything may be a secret that somebody tries. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

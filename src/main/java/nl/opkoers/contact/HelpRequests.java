package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.law.WorkingDays;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Sent;
import nl.opkoers.municipality.contract.Municipality;
import org.hibernate.StatelessSession;

/** The questions for help that people ask: kept here, and told to the municipality as soon as it can be reached. */
@ApplicationScoped
public class HelpRequests {

    /** For how long a question is spoken of. */
    static final Duration SHOWN_FOR = Duration.ofDays(90);
    private static final int MOST_SHOWN = 20;

    private final Outbox outbox;
    private final Municipalities municipalities;
    private final StatelessSession rows;
    private final Clock clock;

    HelpRequests(Outbox outbox, Municipalities municipalities, StatelessSession rows, Clock clock) {
        this.outbox = outbox;
        this.municipalities = municipalities;
        this.rows = rows;
        this.clock = clock;
    }

    /** Before about which day an answer comes when one asks now; {@code null} when the municipality promises none. */
    public LocalDate answerBefore() {
        return before(clock.instant(), promise());
    }

    /**
     * Asks, unless the same was asked and is not answered yet. The municipality hears the topic, the language and whether
     * an interpreter is wanted; what goes along stays here.
     *
     * @return the id of the question: that of the earlier one when it was asked already. It is shown at
     *         {@link #address}
     */
    public UUID ask(ParticipantKey key, HelpRequest request) {
        Integer promise = promise();
        return QuarkusTransaction.requiringNew().call(() -> {
            onlyOneAtATime(key);
            Optional<UUID> before = all(key).stream().filter(asked -> isThat(asked, request)).map(AskedHelp::id).findFirst();
            if (before.isPresent()) {
                return before.get();
            }
            Instant now = clock.instant();
            rows.insert(HelpRequestRow.of(key, request, now, promise, before(now, promise)));
            outbox.add(Outgoing.helpRequest(key.municipality(), key.participant(), request.id(), request.topic().about(),
                    request.language().tag(), request.interpreter() ? request.language().tag() : null, now,
                    before(now, promise)));
            return request.id();
        });
    }

    /** What this person asked lately, the newest first. */
    public List<AskedHelp> all(ParticipantKey key) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<Sent> sent = outbox.sent(key.municipality(), key.participant());
            return rows.createSelectionQuery("from HelpRequestRow where key.municipality = :municipality"
                            + " and key.participant = :participant and askedAt > :after order by askedAt desc", HelpRequestRow.class)
                    .setParameter("municipality", key.municipality())
                    .setParameter("participant", key.participant())
                    .setParameter("after", clock.instant().minus(SHOWN_FOR))
                    .setMaxResults(MOST_SHOWN).getResultStream()
                    .map(row -> AskedHelp.of(row, sent.stream().filter(one -> one.id().equals(row.key.id())).findFirst(),
                            clock.instant()))
                    .toList();
        });
    }

    /** One question of this person's; empty when it is not theirs, or long ago. */
    public Optional<AskedHelp> find(ParticipantKey key, UUID id) {
        return all(key).stream().filter(asked -> asked.id().equals(id)).findFirst();
    }

    /** What this person asked about this last, while an answer is still to be waited for. */
    public Optional<AskedHelp> open(ParticipantKey key, HelpRequest.Topic topic) {
        return all(key).stream().filter(asked -> asked.topic() == topic && asked.open()).findFirst();
    }

    /** The page that says who has a question and when to expect an answer. */
    public static String address(UUID id) {
        return "/help/requests/" + id;
    }

    private static boolean isThat(AskedHelp asked, HelpRequest request) {
        return asked.id().equals(request.id()) || asked.open() && asked.topic() == request.topic()
                && Objects.equals(path(asked.attachment()), path(request.attachment()));
    }

    private static String path(HelpRequest.Attachment attachment) {
        return attachment == null ? null : attachment.address();
    }

    private Integer promise() {
        return municipalities.here().known().map(Municipality::answerPromiseWorkingDays).orElse(null);
    }

    private static LocalDate before(Instant asked, Integer within) {
        return WorkingDays.before(asked.atZone(Dates.AMSTERDAM).toLocalDate(), within);
    }

    /** Two taps at once are one: the second waits, and finds the first. */
    private void onlyOneAtATime(ParticipantKey key) {
        rows.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:whose, 0)) as text)", String.class)
                .setParameter("whose", "help " + key.municipality() + " " + key.participant())
                .getSingleResult();
    }
}

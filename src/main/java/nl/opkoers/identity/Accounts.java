package nl.opkoers.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import nl.opkoers.municipality.Identifier;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.OneRow;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;

/** Finds who it is that signs in. The number in the token is used at the first sign-in only, once. */
@ApplicationScoped
public class Accounts {

    private final MunicipalClient municipality;
    private final Municipalities municipalities;
    private final StatelessSession rows;
    private final Clock clock;

    Accounts(MunicipalClient municipality, Municipalities municipalities, StatelessSession rows, Clock clock) {
        this.municipality = municipality;
        this.municipalities = municipalities;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The participant's opaque id; empty when the municipality does not know this person.
     *
     * @throws nl.opkoers.municipality.MunicipalityUnreachable when it cannot be asked
     */
    Optional<String> participant(String issuer, String subject, Identifier identifier) {
        Account.Key key = new Account.Key(municipalities.code(), issuer, subject);
        // Whoever signs in is nobody yet.
        return Scope.portal(() -> known(key).or(() -> lookUp(key, identifier)));
    }

    /** Forgets that anybody's subject is this participant, whoever it was for whom the municipality said that there is none. */
    public void forget(ParticipantKey participant) {
        Scope.portal(() -> QuarkusTransaction.requiringNew().run(() -> rows.createMutationQuery(
                        "delete from Account where key.municipality = :municipality and participant = :participant")
                .setParameter("municipality", participant.municipality())
                .setParameter("participant", participant.participant())
                .executeUpdate()));
    }

    /** Notes that they signed in, whatever they then open: what is theirs is kept for as long as they come. */
    private Optional<String> known(Account.Key key) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rows.createMutationQuery("update Account set signedInAt = :now where key = :key")
                    .setParameter("now", clock.instant()).setParameter("key", key).executeUpdate();
            return Optional.ofNullable(rows.get(Account.class, key)).map(account -> account.participant);
        });
    }

    private Optional<String> lookUp(Account.Key key, Identifier identifier) {
        Optional<String> found = municipality.find(identifier);
        found.ifPresent(participant -> OneRow.write(() -> rows.upsert(Account.of(key, participant, clock.instant()))));
        return found;
    }
}

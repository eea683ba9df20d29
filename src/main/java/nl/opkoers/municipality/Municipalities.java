package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.opkoers.municipality.contract.Municipality;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

/**
 * The municipality this portal serves: every page shows its name and phone number. Kept in memory, so that no page reads
 * it from the database again, and in a row, so that a portal started during an outage still knows whom to call.
 */
@ApplicationScoped
public class Municipalities {

    private final MunicipalClient client;
    private final LastSeen lastSeen;
    private final StatelessSession session;
    private final String code;
    private final AtomicReference<Kept> memory = new AtomicReference<>();

    Municipalities(MunicipalClient client, LastSeen lastSeen, StatelessSession session,
            @ConfigProperty(name = "opkoers.municipality.code") String code) {
        this.client = client;
        this.lastSeen = lastSeen;
        this.session = session;
        this.code = code;
    }

    /** The municipality's code: the first part of the key of every row about a person. */
    public String code() {
        return code;
    }

    /** Its name, phone number and choices, as well as they are known now. */
    public Seen<Municipality> here() {
        Optional<Kept> kept = Optional.ofNullable(memory.get()).or(this::stored);
        return lastSeen.read(Municipality.class, kept, client::municipality, this::keep);
    }

    private Optional<Kept> stored() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Optional.ofNullable(session.get(MunicipalitySnapshot.class, code)).map(MunicipalitySnapshot::kept));
    }

    private void keep(Kept kept) {
        memory.set(kept);
        OneRow.write(() -> session.upsert(MunicipalitySnapshot.of(code, kept)));
    }
}

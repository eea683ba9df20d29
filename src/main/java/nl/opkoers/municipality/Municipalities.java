package nl.opkoers.municipality;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.opkoers.municipality.contract.Municipality;
import nl.opkoers.served.ServedMunicipalities;
import org.hibernate.StatelessSession;

/**
 * The municipality for which this is done: every page shows its name and phone number. Kept in memory, so that no page reads
 * it from the database again, and in a row, so that a portal started during an outage still knows whom to call.
 */
@ApplicationScoped
public class Municipalities {

    private final MunicipalClient client;
    private final LastSeen lastSeen;
    private final StatelessSession session;
    private final ServedMunicipalities served;
    private final Map<String, Kept> memory = new ConcurrentHashMap<>();

    Municipalities(MunicipalClient client, LastSeen lastSeen, StatelessSession session, ServedMunicipalities served) {
        this.client = client;
        this.lastSeen = lastSeen;
        this.session = session;
        this.served = served;
    }

    /** Its code: the first part of the key of every row about a person. */
    public String code() {
        return served.now().code();
    }

    /** Its name, phone number and choices, as well as they are known now. */
    public Seen<Municipality> here() {
        String code = code();
        Optional<Kept> kept = Optional.ofNullable(memory.get(code)).or(() -> stored(code));
        return lastSeen.read(Municipality.class, kept, client::municipality, seen -> keep(code, seen));
    }

    private Optional<Kept> stored(String code) {
        Optional<Kept> stored = QuarkusTransaction.joiningExisting()
                .call(() -> Optional.ofNullable(session.get(MunicipalitySnapshot.class, code)).map(MunicipalitySnapshot::kept));
        stored.ifPresent(kept -> memory.putIfAbsent(code, kept));
        return stored;
    }

    private void keep(String code, Kept kept) {
        memory.put(code, kept);
        OneRow.write(() -> session.upsert(MunicipalitySnapshot.of(code, kept)));
    }
}

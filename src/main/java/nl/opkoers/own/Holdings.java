package nl.opkoers.own;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.law.KeptKind;
import nl.opkoers.law.KeptTable;
import nl.opkoers.law.KeptTables;
import nl.opkoers.notice.OwnAddresses;

/** Gathers what is held of somebody, table by table from the retention table, so that none is forgotten. */
@ApplicationScoped
class Holdings {

    private final OwnRows rows;
    private final OwnAddresses addresses;
    private final Clock clock;

    Holdings(OwnRows rows, OwnAddresses addresses, Clock clock) {
        this.rows = rows;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** What this person is given. Each table is read by itself: what changes meanwhile is in it or not. */
    Holding of(ParticipantKey key) {
        KeptTables all = KeptTables.standard();
        List<Holding.Part> parts = all.kinds().stream().map(kind -> new Holding.Part(kind, all.longest(kind), tables(all, kind, key)))
                .toList();
        Map<String, String> notGiven = new LinkedHashMap<>();
        all.tables().stream().filter(kept -> kept.kind() != null && !kept.given()).forEach(kept -> notGiven.put(kept.table(), kept.notGiven()));
        return new Holding(clock.instant(), parts, addresses.of(key), notGiven);
    }

    private Map<String, List<JsonNode>> tables(KeptTables all, KeptKind kind, ParticipantKey key) {
        Map<String, List<JsonNode>> tables = new LinkedHashMap<>();
        all.of(kind).stream().filter(KeptTable::given)
                .forEach(kept -> tables.computeIfAbsent(kept.table(), table -> rows.of(kept, key)));
        return tables;
    }
}

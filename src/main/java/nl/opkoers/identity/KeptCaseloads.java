package nl.opkoers.identity;

import jakarta.enterprise.context.ApplicationScoped;
import nl.opkoers.municipality.KeptRows;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;

/** Every coach's caseload as last seen, asked for again when it is too old. */
@ApplicationScoped
class KeptCaseloads {

    private static final KeptRows.Place<Caseload> PLACE = new KeptRows.Place<>(Caseload.class, CaseloadSnapshot.class);

    private final MunicipalClient municipality;
    private final KeptRows rows;

    KeptCaseloads(MunicipalClient municipality, KeptRows rows) {
        this.municipality = municipality;
        this.rows = rows;
    }

    /** An employee's caseload, and how well it is known. Whom the municipality does not know any more is forgotten. */
    Seen<Caseload> of(String code, String employee) {
        CaseloadSnapshot.Key key = new CaseloadSnapshot.Key(code, employee);
        return rows.read(PLACE, key, etag -> municipality.caseload(key.employee(), etag), kept -> CaseloadSnapshot.of(key, kept));
    }
}

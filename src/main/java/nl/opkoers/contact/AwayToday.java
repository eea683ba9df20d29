package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.opkoers.dossier.Away;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;

/** Who is away today and who answers instead, as colleagues noted it here, for the participant who is signed in. */
@RequestScoped
class AwayToday implements Away {

    private static final Part PART = new Part("away", Part.EVERY, List.of("it.id", "it.employee", "it.employee_name", "it.substitute",
            "it.substitute_name", "it.since", "it.until"), "absence it where it.municipality = :municipality"
                    + " and it.until >= (select asks_today()) and it.since <= (select asks_today()) and it.ended_at is null");

    private final AtOnce atOnce;
    private final Absences absences;
    private final SignedIn signedIn;
    private final Clock clock;
    private Roster today;

    AwayToday(AtOnce atOnce, Absences absences, SignedIn signedIn, Clock clock) {
        this.atOnce = atOnce;
        this.absences = absences;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @Override
    public Optional<Contacts.Substitute> standIn(String employee) {
        return roster().standIn(employee)
                .map(absence -> new Contacts.Substitute(absence.substituteName(), null, null, absence.until()));
    }

    /** All who may answer for an employee today. */
    List<Absence> allFor(String employee) {
        return roster().allFor(employee);
    }

    private Roster roster() {
        if (today == null) {
            today = atOnce.take(PART).map(rows -> new Roster(rows.stream().map(AwayToday::absence).toList())).orElseGet(this::asked);
        }
        return today;
    }

    /** Of a page that does not read all it needs at once, such as the answer to a form. */
    private Roster asked() {
        return signedIn.session().map(me -> absences.on(me.municipality(), Dates.today(clock)))
                .orElseGet(() -> new Roster(List.of()));
    }

    private static Absence absence(Row row) {
        return new Absence(row.id(0), row.text(1), row.text(2), row.text(3), row.text(4), row.day(5), row.day(6), null);
    }
}

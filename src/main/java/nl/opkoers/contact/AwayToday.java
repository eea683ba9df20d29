package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final Part PART = new Part("away", Part.EVERY, List.of("it.employee", "it.substitute_name", "it.until"),
            "absence it where it.municipality = :municipality and it.until >= (select asks_today()) and it.since <= (select asks_today())"
                    + " and it.ended_at is null");

    private final AtOnce atOnce;
    private final Absences absences;
    private final SignedIn signedIn;
    private final Clock clock;
    private Optional<Map<String, Contacts.Substitute>> read;

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
        if (read == null) {
            read = atOnce.take(PART).map(AwayToday::byEmployee);
        }
        return read.map(away -> Optional.ofNullable(away.get(employee))).orElseGet(() -> asked(employee));
    }

    /** Noted twice, the one who answers longest counts, as in {@link Absences#standIn}. */
    private static Map<String, Contacts.Substitute> byEmployee(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.text(0), row -> substitute(row.text(1), row.day(2)),
                (one, other) -> one.until().isBefore(other.until()) ? other : one));
    }

    /** Of a page that does not read all it needs at once, such as the answer to a form. */
    private Optional<Contacts.Substitute> asked(String employee) {
        return signedIn.session().flatMap(me -> absences.standIn(me.municipality(), employee,
                LocalDate.now(clock.withZone(Dates.AMSTERDAM)))).map(absence -> substitute(absence.substituteName(), absence.until()));
    }

    private static Contacts.Substitute substitute(String name, LocalDate until) {
        return new Contacts.Substitute(name, null, null, until);
    }
}

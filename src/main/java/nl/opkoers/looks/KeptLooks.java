package nl.opkoers.looks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import nl.opkoers.identity.Look;
import nl.opkoers.identity.LookBook;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.Shown;
import nl.opkoers.language.Dates;
import org.hibernate.StatelessSession;

/**
 * Writes down who looked, in one statement however many people are on a page, and commits it before the page is made. When that
 * does not succeed there is no page.
 */
@RequestScoped
class KeptLooks implements LookBook {

    private static final String WRITE = "insert into processing_record (municipality, participant, id, trace, activity, kind,"
            + " subject, actor, actor_role, actor_name, purpose, instead_of, instead_until, at)"
            + " select :municipality, each.participant, cast(md5(concat_ws(' ', coalesce(cast(:once as text), asks_trace()), :subject)) as uuid),"
            + " asks_trace(), :activity, :kind, :subject, :employee, :role, :name, each.purpose, each.instead_of, each.until, :at"
            + " from unnest(cast(:participants as text[]), cast(:purposes as text[]), cast(:insteads as text[]),"
            + " cast(cast(:untils as text[]) as date[])) as each(participant, purpose, instead_of, until)"
            // Two pages that list the same people in two orders would else wait for each other.
            + " order by each.participant on conflict do nothing";

    private record Written(Shown shown, String participant) {
    }

    private final StatelessSession rows;
    private final Clock clock;
    private final Set<Written> written = new HashSet<>();

    KeptLooks(StatelessSession rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void write(Session employee, Shown shown, Collection<Look> looks) {
        List<Look> first = looks.stream().filter(look -> written.add(new Written(shown, look.participant()))).toList();
        if (!first.isEmpty()) {
            QuarkusTransaction.joiningExisting().run(() -> insert(employee, shown, first));
        }
    }

    private void insert(Session employee, Shown shown, List<Look> looks) {
        String today = Dates.today(clock).toString();
        rows.createNativeMutationQuery(WRITE).setParameter("municipality", employee.municipality())
                .setParameter("once", shown.isList() ? employee.person() + " " + today : null)
                .setParameter("activity", Activity.of(shown).id()).setParameter("kind", shown.isList() ? "LIST" : "LOOK")
                .setParameter("subject", shown.name().toLowerCase(Locale.ROOT)).setParameter("employee", employee.person())
                .setParameter("role", employee.role()).setParameter("name", employee.shownName())
                .setParameter("participants", texts(looks, Look::participant))
                .setParameter("purposes", texts(looks, look -> Purpose.of(look).name()))
                .setParameter("insteads", texts(looks, look -> look.instead() == null ? null : look.instead().name()))
                .setParameter("untils", texts(looks, KeptLooks::until)).setParameter("at", clock.instant()).executeUpdate();
    }

    private static String until(Look look) {
        return look.instead() == null || look.instead().until() == null ? null : look.instead().until().toString();
    }

    private static String[] texts(List<Look> looks, Function<Look, String> text) {
        return looks.stream().map(text).toArray(String[]::new);
    }
}

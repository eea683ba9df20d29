package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.opkoers.language.Dates;
import nl.opkoers.scope.OneAtATime;
import org.hibernate.StatelessSession;

/**
 * Who is away, and who answers instead, as coaches note it here. It lets a substitute read what is open in those days, and
 * nothing else; what the municipality itself says of substitutes is in the caseloads.
 */
@ApplicationScoped
public class Absences {

    /** As many as anybody looks back on. */
    static final int MOST_SHOWN = 20;

    private static final String ALL = "select id, employee, employee_name, substitute, substitute_name, since, until, ended_at"
            + " from absence where municipality = :municipality";
    private static final String ON_DAY = " and since <= :day and until >= :day and ended_at is null";
    private static final String OVERLAPPING = " and until >= :since and since <= :until and ended_at is null";

    private final StatelessSession rows;
    private final Clock clock;

    Absences(StatelessSession rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Who is away on a day, and who answers instead. */
    @Transactional
    Roster on(String municipality, LocalDate day) {
        return new Roster(rows.createNativeQuery(ALL + ON_DAY + " order by until, id", Tuple.class)
                .setParameter("municipality", municipality).setParameter("day", day)
                .getResultStream().map(Absences::absence).toList());
    }

    /** What an employee noted, the latest days first. */
    @Transactional
    public List<Absence> of(String municipality, String employee) {
        return rows.createNativeQuery(ALL + " and employee = :employee order by since desc, id", Tuple.class)
                .setParameter("municipality", municipality).setParameter("employee", employee)
                .setMaxResults(MOST_SHOWN).getResultStream().map(Absences::absence).toList();
    }

    /** Those of these employees who are away on any of these days, as was noted before. */
    @Transactional
    public List<Absence> within(String municipality, LocalDate since, LocalDate until, String... employees) {
        return rows.createNativeQuery(ALL + " and employee = any(:employees)" + OVERLAPPING + " order by since, id", Tuple.class)
                .setParameter("municipality", municipality).setParameter("employees", employees)
                .setParameter("since", since).setParameter("until", until)
                .getResultStream().map(Absences::absence).toList();
    }

    /**
     * Looks at what there is and notes something, while nobody else of this municipality does: what two note at the same moment may
     * not go together, be it in two tabs, or of a coach and of the colleague who would answer for them.
     */
    public <T> T oneAtATime(String municipality, Supplier<T> noting) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            OneAtATime.in(rows, "leave " + municipality);
            return noting.get();
        });
    }

    /**
     * Keeps an absence; noted twice, it is noted once, and noted again after it was taken back it holds again. Whether it makes sense
     * is asked before.
     */
    public void note(String municipality, Absence absence) {
        QuarkusTransaction.joiningExisting().run(() -> rows.createNativeMutationQuery("insert into absence (municipality, employee,"
                        + " id, employee_name, substitute, substitute_name, since, until, noted_at) values (:municipality, :employee,"
                        + " :id, :employeeName, :substitute, :substituteName, :since, :until, :at)"
                        + " on conflict (municipality, employee, id) do update set ended_at = null, noted_at = excluded.noted_at"
                        + " where absence.ended_at is not null")
                .setParameter("municipality", municipality).setParameter("employee", absence.employee())
                .setParameter("id", absence.id()).setParameter("employeeName", absence.employeeName())
                .setParameter("substitute", absence.substitute()).setParameter("substituteName", absence.substituteName())
                .setParameter("since", absence.since()).setParameter("until", absence.until())
                .setParameter("at", clock.instant()).executeUpdate());
    }

    /** Takes back what an employee noted, or ends it now; what is over stays as it was. @return whether there is such an absence of theirs */
    public boolean end(String municipality, String employee, UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> rows.createNativeMutationQuery("update absence"
                        + " set ended_at = case when until < :today then ended_at else coalesce(ended_at, :at) end"
                        + " where municipality = :municipality and employee = :employee and id = :id")
                .setParameter("municipality", municipality).setParameter("employee", employee).setParameter("id", id)
                .setParameter("today", Dates.today(clock)).setParameter("at", clock.instant()).executeUpdate() == 1);
    }

    private static Absence absence(Tuple row) {
        return new Absence(row.get("id", UUID.class), row.get("employee", String.class), row.get("employee_name", String.class),
                row.get("substitute", String.class), row.get("substitute_name", String.class),
                row.get("since", LocalDate.class), row.get("until", LocalDate.class), row.get("ended_at", Instant.class));
    }
}

package nl.opkoers.dossier;

import java.time.LocalDate;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.law.TermClock;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Duty;

/**
 * Where somebody is in the process, as far as it changes what the pages say. Steps may come in any order, so this is read
 * off the data of today and is never a step to be 'at'.
 */
public enum Phase {
    /** Falls under the act of 2013: DUO answers, and none of the rules of this act are shown. */
    EARLIERACT,
    /** Everything is done. */
    COMPLETED,
    /** DUO decided that there is no duty, or no more. */
    EXEMPT,
    /** Lives in a reception centre and has no plan yet: no clock runs. */
    RECEPTION,
    /** Moved here from another municipality; the new plan is being made, the term goes on. */
    MOVED,
    /** Housed, no plan yet: no clock runs. */
    BEFOREPLAN,
    /** There is a plan. */
    RUNNING,
    /** There is a plan and the term ends soon. */
    LASTMONTHS,
    /** The term has ended and nothing says that it is completed. */
    TERMENDED;

    /** The phase on a day. */
    static Phase of(Dossier dossier, LocalDate today, LawBook law) {
        if (dossier.duty() != null && underEarlierAct(dossier.duty(), today, law)) {
            return EARLIERACT;
        }
        if (dossier.completion() != null || dossier.duty() != null && dossier.duty().fulfilled()) {
            return COMPLETED;
        }
        if (dossier.duty() != null && dossier.duty().ended()) {
            return EXEMPT;
        }
        return hasPlan(dossier) ? withPlan(dossier, today, law) : withoutPlan(dossier);
    }

    /** Where the act is not told, the day on which the duty began tells it. */
    private static boolean underEarlierAct(Duty duty, LocalDate today, LawBook law) {
        return duty.underActOf2013() || duty.act() == null && duty.since() != null
                && law.ask(RuleKey.DUTY_FROM, today).known().filter(from -> duty.since().isBefore(from.date())).isPresent();
    }

    private static boolean hasPlan(Dossier dossier) {
        return dossier.pip() != null && dossier.pip().current() != null;
    }

    private static Phase withoutPlan(Dossier dossier) {
        if (dossier.move() != null && dossier.pip() != null && !dossier.pip().history().isEmpty()) {
            return MOVED;
        }
        return dossier.person() != null && dossier.person().inReception() ? RECEPTION : BEFOREPLAN;
    }

    private static Phase withPlan(Dossier dossier, LocalDate today, LawBook law) {
        return Clocks.calendar(dossier, today, law).map(Phase::withTerm).orElse(RUNNING);
    }

    private static Phase withTerm(TermClock clock) {
        if (clock.ended()) {
            return TERMENDED;
        }
        return clock.inLastMonths() ? LASTMONTHS : RUNNING;
    }
}

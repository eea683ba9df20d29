package nl.opkoers.hours;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.contract.Caseload;

/**
 * What the coach who is signed in decides about somebody's hours. Only about a member of their caseload of now: so whoever
 * calls this has asked first whether the coach may.
 */
@RequestScoped
class Judge {

    private final HourBook book;
    private final SignedIn signedIn;
    private final Clock clock;

    Judge(HourBook book, SignedIn signedIn, Clock clock) {
        this.book = book;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param seen the version of the entry that the coach had before them: a judgement about an earlier one changes nothing
     * @param act  chosen with the form
     */
    Logged accept(Caseload.Member member, UUID entry, int seen, UUID act) {
        return log(member, entry, new Act.Accepted(act, clock.instant(), me().person(), name(), seen));
    }

    /** @param form without mistakes */
    Logged refuse(Caseload.Member member, UUID entry, int seen, JudgeForm form) {
        return log(member, entry,
                new Act.Refused(form.id(), clock.instant(), me().person(), name(), seen, form.reason(), form.note()));
    }

    /** @param form without mistakes */
    Logged ask(Caseload.Member member, UUID entry, int seen, JudgeForm form) {
        return log(member, entry,
                new Act.Asked(form.id(), clock.instant(), me().person(), name(), seen, form.reason(), form.note()));
    }

    /** @param judgement what is taken back; only the last one, and within a day */
    Logged undo(Caseload.Member member, UUID entry, UUID judgement, UUID act) {
        return log(member, entry, new Act.Undone(act, clock.instant(), me().person(), name(), judgement));
    }

    /** With a form that was sent before with another decision in it, and is there again by the way back, nothing is decided. */
    private Logged log(Caseload.Member member, UUID entry, Act act) {
        Logged logged = book.log(key(member), entry, act);
        boolean same = logged.entry().stream().flatMap(now -> now.acts().stream()).filter(done -> done.id().equals(act.id()))
                .allMatch(done -> decision(done).equals(decision(act)));
        return same ? logged : Logged.of(Logged.Outcome.UNFIT, logged.entry().orElseThrow());
    }

    private static List<Object> decision(Act act) {
        if (act instanceof Act.Refused refused) {
            return Arrays.asList(Step.REFUSED, refused.reason(), refused.note());
        }
        return act instanceof Act.Asked asked ? Arrays.asList(Step.ASKED, asked.reason(), asked.note()) : List.of(Step.of(act, true));
    }

    /** @param seen what the municipality did not take, as it was on the page */
    void tellAgain(Caseload.Member member, UUID entry, UUID seen) {
        book.tellAgain(key(member), entry, seen);
    }

    /** @param seen what the municipality did not take, as it was on the page */
    void settle(Caseload.Member member, UUID entry, UUID seen) {
        book.settle(key(member), entry, seen, me().person(), name());
    }

    ParticipantKey key(Caseload.Member member) {
        return new ParticipantKey(me().municipality(), member.participant());
    }

    private Session me() {
        return signedIn.coach();
    }

    private String name() {
        return me().shownName();
    }
}

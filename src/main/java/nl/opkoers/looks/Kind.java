package nl.opkoers.looks;

import java.time.Period;
import java.util.List;
import nl.opkoers.law.KeptKind;
import nl.opkoers.law.KeptTable;
import nl.opkoers.law.KeptTables;

/** The kinds of data that there are about a person here, as a person would tell them apart. */
enum Kind {
    /** Plan, time, exams and who helps: the dossier, as the municipality sent it. */
    PLAN(Activity.GUIDANCE, KeptKind.COPY),
    /** Lessons, exams and appointments, and what was replied. */
    AGENDA(Activity.AGENDA, KeptKind.COPY),
    /** What was asked and answered, with the pictures and letters that went along. */
    QUESTIONS(Activity.QUESTIONS, KeptKind.CONVERSATIONS),
    /** Hours that were logged, and their proof. */
    HOURS(Activity.HOURS, KeptKind.HOURS),
    /** What those who guide somebody note for each other. */
    NOTES(Activity.GUIDANCE, KeptKind.NOTES),
    /** How often and how somebody wants contact. */
    WISHES(Activity.GUIDANCE, KeptKind.WISH),
    /** Work times, schools put aside, calculations, drafts, the calendar on a phone, and what was seen already. */
    OWN(Activity.OWN, KeptKind.CHOICES, KeptKind.WORK, KeptKind.WRITING, KeptKind.CALENDAR, KeptKind.SEEN),
    /** What goes to the municipality and whether it arrived, and the talks that were asked of it. */
    SENT(Activity.GUIDANCE, KeptKind.SENT, KeptKind.TALKS),
    /** That somebody can sign in, and when they were here. */
    ACCOUNT(Activity.GUIDANCE, KeptKind.ACCOUNT),
    /** The address for notices. */
    ADDRESS(Activity.NOTICES, KeptKind.NOTICES),
    /** Who looked and who changed something. */
    RECORDS(Activity.RECORDS, KeptKind.LOOKS);

    private final Activity activity;
    private final List<KeptKind> kept;

    Kind(Activity activity, KeptKind... kept) {
        this.activity = activity;
        this.kept = List.of(kept);
    }

    /** What it is made up of, as the retention table tells it apart. */
    public List<KeptKind> getKept() {
        return kept;
    }

    /** What it is for. */
    public Activity getActivity() {
        return activity;
    }

    /** For how long it is kept, at the longest. */
    public Period getTerm() {
        return KeptTables.standard().longest(kept);
    }

    /** Whether that begins anew with every visit. */
    public boolean isFromLastVisit() {
        return kept.stream().flatMap(kind -> KeptTables.standard().of(kind).stream()).filter(each -> getTerm().equals(each.term()))
                .anyMatch(KeptTable::visited);
    }
}

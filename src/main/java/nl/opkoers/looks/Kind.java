package nl.opkoers.looks;

import java.time.Period;
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
    /** Work times, schools put aside, calculations, drafts. */
    OWN(Activity.OWN, KeptKind.CHOICES),
    /** The address for notices. */
    ADDRESS(Activity.NOTICES, KeptKind.NOTICES),
    /** Who looked and who changed something. */
    RECORDS(Activity.RECORDS, KeptKind.LOOKS);

    private final Activity activity;
    private final KeptKind kept;

    Kind(Activity activity, KeptKind kept) {
        this.activity = activity;
        this.kept = kept;
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
        return KeptTables.standard().of(kept).stream().filter(each -> getTerm().equals(each.term())).anyMatch(KeptTable::visited);
    }
}

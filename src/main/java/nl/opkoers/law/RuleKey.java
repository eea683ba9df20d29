package nl.opkoers.law;

import java.util.Locale;

/**
 * Everything the law book can be asked. Each key stands in the data files under its {@link #code()}; a test keeps the two in step.
 */
public enum RuleKey {
    // Who
    /** Date from which a duty falls under this law; an earlier duty has other rules, which only DUO can tell. */
    DUTY_FROM,
    /** Age in years from which the duty holds. */
    DUTY_FROM_AGE,

    // What a person owes
    /** The exam part has to be passed; for a language skill the value is the level the route aims at. */
    DUTY_EXAM,
    /** The language programme of the education route; the value is its lowest end level. */
    DUTY_TRANSITION_PROGRAMME,
    /** Hours of language and KNM lessons that have to be followed. */
    DUTY_LANGUAGE_HOURS,
    /** Hours of participation that have to be done. Only asylum holders in the Z-route; a target shown to others is a legal error. */
    DUTY_PARTICIPATION_HOURS,
    /** Least hours of the participation statement programme (PVT). */
    DUTY_PVT,
    /** The labour market and participation module (MAP). The law sets no practice hours: only a municipality can. */
    DUTY_MAP,
    /** Whether who works already may skip the placement of that module; only the municipality can tell. */
    MAP_PLACEMENT_WHEN_WORKING,
    /** The talk with the municipality that closes the route. */
    DUTY_CLOSING_TALK,

    // Time
    /** Within what time after the notice or the registration the municipality means to have made the PIP. */
    PIP_TARGET,
    /** Per cent of people for whom that target was met, as measured. */
    PIP_TARGET_MET,
    /** Length of the term, from the day after the first PIP. */
    TERM_LENGTH,
    /** How long after the start of the term an extension can be asked for. */
    EXTENSION_REQUEST_FROM,
    /** How long after a progress talk the portal says that it is long ago. */
    TALK_LONG_AGO,
    /** How long before its end the portal speaks of the last months of the term. */
    LAST_MONTHS,
    /** How long after the start of the term the route can still be changed. */
    ROUTE_CHANGE_UNTIL,
    /** How long after the start of the term the completeness check of the file begins. */
    COMPLETENESS_CHECK_FROM,
    /** How long after the start of the term the completeness check of the file ends. */
    COMPLETENESS_CHECK_UNTIL,
    /** Least number of progress talks in the first year. */
    PROGRESS_TALKS_FIRST_YEAR,
    /** How long after the start the first progress talk is. */
    FIRST_PROGRESS_TALK,
    /** Lesson hours to be followed before a language exam may be taken at a lower level. */
    LEVEL_REDUCTION_HOURS,
    /** Which quality mark the school of those hours must have. */
    LEVEL_REDUCTION_SCHOOL_MARK,
    /** Which share of those hours, reportedly, is to be on location. */
    LEVEL_REDUCTION_ON_LOCATION,
    /** Which lessons may not count for those hours. */
    LESSONS_THAT_MAY_NOT_COUNT,

    // The PIP
    /** What the PIP decides on. */
    PIP_CONTENTS,
    /** Whether one can object to the PIP. */
    PIP_OBJECTION,
    /** The levels that a PIP may carry on a route. */
    PIP_LEVELS,
    /** The levels that a person's first PIP may carry on a route. */
    FIRST_PIP_LEVELS,
    /** Fewest hours that the estimated intensity in a PIP may be. */
    PIP_INTENSITY_LEAST,
    /** Most hours that the estimated intensity in a PIP may be. */
    PIP_INTENSITY_MOST,

    // Exams
    /** Price of one exam part. */
    EXAM_PRICE,
    /** Price of all five parts once. */
    EXAM_PRICE_ALL_PARTS,
    /** Free attempts at each part, before any is used; what is left comes from DUO. */
    EXAM_FREE_ATTEMPTS,
    /** Questions or tasks in an exam part. */
    EXAM_QUESTIONS,
    /** Minutes an exam part takes. */
    EXAM_MINUTES,
    /** Time between registering and the exam; it is always longer than this. */
    EXAM_REGISTRATION_LEAD,
    /** How long one waits for a place, beside that lead. */
    EXAM_WAITING_TIME,
    /** Longest time until the result. */
    EXAM_RESULT_TIME,
    /** For how many more attempts the advice on when to take an exam leaves room. */
    EXAM_RETAKES_TO_ALLOW,
    /** Address where one registers for an exam. */
    EXAM_REGISTRATION_SITE,
    /** Address where one finds official exams to practise with. */
    EXAM_PRACTICE_SITE,
    /** How long before the exam it can still be moved, according to DUO's specification. */
    EXAM_MOVE_BEFORE_SPECIFICATION,
    /** How long before the exam it can still be moved, according to the exam rules. */
    EXAM_MOVE_BEFORE_EXAM_RULES,
    /** How long before the exam this portal advises to move it at the latest, as the two sources differ. */
    EXAM_MOVE_BEFORE_ADVICE,

    // Money
    /** Who pays the course. */
    COURSE_PAID_BY,
    /** What is free for everyone. */
    FREE_PARTS,
    /** Lowest lesson price seen. */
    LESSON_PRICE_FROM,
    /** Highest lesson price seen. */
    LESSON_PRICE_TO,
    /** Least that is named most often for a whole course; from another source than the price of an hour, and contradicting it. */
    COURSE_TOTAL_FROM,
    /** Most that is named most often for a whole course. */
    COURSE_TOTAL_TO,
    /** What books and other material cost. */
    MATERIAL_PRICE,
    /** Whether one may learn without a school. */
    SELF_STUDY,
    /** After how long the portal proposes to look again at how learning without a school goes. */
    SELF_STUDY_LOOK_AGAIN,
    /** Lowest price seen of a whole education route course. */
    EDUCATION_PRICE_FROM,
    /** Highest price seen of a whole education route course. */
    EDUCATION_PRICE_TO,
    /** Which quality mark a school must have for DUO's loan. */
    LOAN_SCHOOL_MARK,
    /** To whom the loan is paid out. */
    LOAN_PAID_TO,
    /** Whether the loan bears interest. */
    LOAN_INTEREST,
    /** How much interest in a year. */
    LOAN_INTEREST_RATE,
    /** What the amount of the loan depends on. */
    LOAN_DEPENDS_ON,
    /** Whether the loan can be remitted. */
    LOAN_REMISSION,
    /** Whether fines are imposed when the term has run out. */
    FINES_IMPOSED,
    /** Highest fine for the route. */
    FINE_ROUTE,
    /** Fine for the PVT. */
    FINE_PVT,
    /** Fine for the MAP. */
    FINE_MAP,
    /** How long the municipality pays fixed bills for someone on benefit. */
    UNBURDENING_LENGTH,
    /** Which bills those are. */
    UNBURDENING_BILLS,
    /** Within what time a job has to be reported under benefit law, which is a second duty beside this one. */
    BENEFIT_REPORT_JOB_WITHIN,

    // Whom to ask
    /** The telephone number at which DUO answers questions about civic integration. */
    DUO_PHONE,
    /** The telephone number at which the IND answers questions about residence. */
    IND_PHONE,
    /** The number to call when somebody is in danger now. */
    DANGER_PHONE,
    /** The number of Veilig Thuis, for who is hurt or afraid at home. */
    VIOLENCE_PHONE,
    /** The number of 113 Zelfmoordpreventie, for who thinks of dying. */
    SUICIDE_PHONE,

    // How long a check of a source stays good
    /** Shelf life of a rule of law. */
    SHELF_LIFE_LAW,
    /** Shelf life of a price. */
    SHELF_LIFE_PRICE,
    /** Shelf life of a waiting time. */
    SHELF_LIFE_WAITING_TIME;

    /** The key as the data files write it, such as {@code term-length}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

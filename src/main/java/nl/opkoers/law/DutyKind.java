package nl.opkoers.law;

/** The things a participant may have to do before the duty is fulfilled, in the order in which a plan lists them. */
public enum DutyKind {
    /** Pass one part of the exam. */
    EXAM(RuleKey.DUTY_EXAM),
    /** Complete the full-time language programme of the education route. */
    TRANSITION_PROGRAMME(RuleKey.DUTY_TRANSITION_PROGRAMME),
    /** Follow a number of hours of language and KNM lessons. */
    LANGUAGE_HOURS(RuleKey.DUTY_LANGUAGE_HOURS),
    /** Do a number of hours of participation. */
    PARTICIPATION_HOURS(RuleKey.DUTY_PARTICIPATION_HOURS),
    /** Follow the participation statement programme and sign. */
    PVT(RuleKey.DUTY_PVT),
    /** Complete the labour market and participation module. */
    MAP(RuleKey.DUTY_MAP),
    /** Have the talk that closes the route. */
    CLOSING_TALK(RuleKey.DUTY_CLOSING_TALK);

    private final RuleKey rule;

    DutyKind(RuleKey rule) {
        this.rule = rule;
    }

    /** The rule that says who owes this. */
    public RuleKey rule() {
        return rule;
    }
}

package nl.opkoers.hours;

/** What somebody did. */
public enum Activity {
    VOLUNTEERING("Vrijwilligerswerk"),
    PLACEMENT("Werkervaringsplek"),
    LANGUAGE("Taalactiviteit"),
    NEIGHBOURHOOD("Buurtactiviteit"),
    SPORT("Sport of cultuur"),
    CARE("Zorg voor anderen"),
    COURSE("Cursus"),
    PAIDWORK("Betaald werk"),
    OTHER("Anders");

    private final String code;

    Activity(String code) {
        this.code = code;
    }

    /** What the contract calls it ({@code activiteit}); some are not in its list, which is open. */
    public String code() {
        return code;
    }
}

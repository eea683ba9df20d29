package nl.opkoers.hours;

/** Whether somebody spoke Dutch while at it. */
public enum SpokeDutch {
    YES("Ja"), ALITTLE("Beetje"), NO("Nee");

    private final String code;

    SpokeDutch(String code) {
        this.code = code;
    }

    /** What the contract calls it ({@code nederlandsGesproken}). */
    public String code() {
        return code;
    }
}

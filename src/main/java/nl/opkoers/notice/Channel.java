package nl.opkoers.notice;

import java.util.Locale;

/** Ways to reach a person outside the portal. */
public enum Channel {
    MAIL("email"), SMS("tel"),
    /** By the push service of a browser. Nobody types its address. */
    PUSH("hidden");

    private final String inputType;

    Channel(String inputType) {
        this.inputType = inputType;
    }

    /** What an address of it is called in a form. */
    public String getField() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By which a browser shows the keys that fit. */
    public String getInputType() {
        return inputType;
    }
}

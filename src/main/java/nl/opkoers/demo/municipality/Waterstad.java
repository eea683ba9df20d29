package nl.opkoers.demo.municipality;

/** The invented municipality; its code lies outside the range of real ones. */
final class Waterstad {

    static final String CODE = "9901";
    static final String NAME = "Gemeente Waterstad";
    /** As in gemeente.json. */
    static final String PHONE = "+31 20 555 01 40";
    /** As in gemeente.json, in working days. */
    static final int ANSWERS_WITHIN = 3;

    private Waterstad() {
    }
}

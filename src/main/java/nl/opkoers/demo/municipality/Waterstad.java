package nl.opkoers.demo.municipality;

/** The invented municipality; its code lies outside the range of real ones. */
final class Waterstad {

    static final String CODE = "9901";
    static final String NAME = "Gemeente Waterstad";

    private Waterstad() {
    }
}

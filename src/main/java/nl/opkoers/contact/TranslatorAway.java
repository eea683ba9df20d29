package nl.opkoers.contact;

/** The translator does not answer, or not with a translation. What was to be translated is never told. */
final class TranslatorAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TranslatorAway(String why) {
        super(why);
    }
}

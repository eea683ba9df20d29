package nl.opkoers.contact;

import nl.opkoers.language.Language;

/** Puts somebody's own words into another language by machine. A municipality may have one; without one nothing is offered. */
interface Translator {

    /**
     * Whether it can be asked to.
     *
     * @param from BCP 47 tag of what the words are in; {@code null} when that is not known
     */
    boolean offers(String from, Language to);

    /**
     * The words in another language, as plain text.
     *
     * @param from as in {@link #offers}
     * @throws TranslatorAway when it does not answer in time, or not with a translation
     */
    String translate(String text, String from, Language to);
}

package nl.opkoers.contact;

import nl.opkoers.language.Language;

/**
 * A standard sentence as it is read. Values in it are isolated, so that a time or a name keeps its own direction.
 *
 * @param language of the text
 * @param dutch    the same in Dutch, to stand beneath; {@code null} when the text is Dutch already
 * @param known    whether this version knows the sentence; if not, the text says so
 */
public record PhraseText(Language language, String text, String dutch, boolean known) {
}

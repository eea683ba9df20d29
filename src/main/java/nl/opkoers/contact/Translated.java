package nl.opkoers.contact;

import nl.opkoers.language.Language;

/**
 * Own words that can be read in another language.
 *
 * @param language of the translation
 * @param text     what a machine made of them; {@code null} while nobody asked for it
 * @param failed   whether it was asked for just now, and did not work
 */
record Translated(Language language, String text, boolean failed) {
}

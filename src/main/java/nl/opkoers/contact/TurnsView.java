package nl.opkoers.contact;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns of a conversation as who reads them sees them, in order: what the template {@code contact/turns} shows.
 *
 * @param about  what it is about: all there is to say of a question that was asked without a word
 * @param seenBy who of the other side has seen the last thing that the own side said; nobody when something was said since
 * @param unseen whether nobody of the other side has seen that yet
 * @param translations what can be read in the language of the page, by turn
 */
record TurnsView(Viewer viewer, Topic about, List<ShownTurn> turns, List<String> seenBy, boolean unseen,
        Map<UUID, Translated> translations) {

    /** How a turn is read in the language of the page; {@code null} when it is not, and cannot be asked for. */
    public Translated translated(ShownTurn shown) {
        return translations.get(shown.id());
    }

    /** The position of the last of them; zero when there are none. */
    public int last() {
        return turns.isEmpty() ? 0 : turns.get(turns.size() - 1).position();
    }

    /** The position of the first of them; zero when there are none. */
    public int first() {
        return turns.isEmpty() ? 0 : turns.get(0).position();
    }
}

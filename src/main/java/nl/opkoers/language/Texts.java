package nl.opkoers.language;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The way to the messages of a language from Java: {@code Texts.in(language).duration_months(3)}. */
public final class Texts {
    private Texts() {
    }

    /**
     * The messages in a language. Needs the running application.
     *
     * <p>Values are put in as they are. In a template a message is escaped as one whole; a message that goes into HTML
     * by another way must be escaped there.
     */
    public static Messages in(Language language) {
        return in(language, Messages.class);
    }

    /** The messages of a room's own bundle, in a language. */
    public static <T> T in(Language language, Class<T> bundle) {
        return language == Language.NL
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }
}

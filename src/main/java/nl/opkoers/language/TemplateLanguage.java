package nl.opkoers.language;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which language a template is being filled in. */
public final class TemplateLanguage {

    /** Asked for each message, some hundred times a page. */
    private static final Map<String, Language> BY_TAG =
            Stream.of(Language.values()).collect(Collectors.toUnmodifiableMap(Language::tag, Function.identity()));

    private TemplateLanguage() {
    }

    /** Told in the same three ways as a bundle is: by the page, by the kind of answer that was chosen, or not at all for Dutch. */
    public static Language of(EvalContext context) {
        Object locale = context.getAttribute(TemplateInstance.LOCALE);
        if (locale == null && context.getAttribute(TemplateInstance.SELECTED_VARIANT) instanceof Variant chosen) {
            locale = chosen.getLocale();
        }
        return of(locale);
    }

    /**
     * @param locale a locale or its tag; {@code null} for Dutch, which is filled in without one
     * @throws TemplateException when it is of no language of ours
     */
    static Language of(Object locale) {
        if (locale == null) {
            return Language.NL;
        }
        String tag = locale instanceof Locale known ? known.getLanguage() : locale.toString();
        Language exactly = BY_TAG.get(tag);
        return exactly != null ? exactly : Language.ofTag(tag).orElseThrow(() ->
                new TemplateException("The language of the template is not known: the locale is " + locale));
    }
}

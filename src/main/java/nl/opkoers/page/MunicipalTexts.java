package nl.opkoers.page;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import nl.opkoers.language.Language;
import nl.opkoers.served.OwnTexts;
import nl.opkoers.served.ServedMunicipalities;
import nl.opkoers.served.ServedMunicipality;

/** Lets the messages of every page be said in the words of the municipality whose page it is, where it has its own. */
@ApplicationScoped
class MunicipalTexts implements NamespaceResolver {

    private static final int BEFORE_THE_BUNDLE = 100;

    private final ServedMunicipalities served;

    MunicipalTexts(ServedMunicipalities served) {
        this.served = served;
    }

    @Override
    public String getNamespace() {
        return "msg";
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_BUNDLE;
    }

    /** Not found is what the bundle then says. */
    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        Optional<String> own = OwnTexts.NAMES.contains(context.getName()) ? own(context) : Optional.empty();
        return own.isPresent() ? CompletedStage.of(own.get()) : Results.notFound(context);
    }

    private Optional<String> own(EvalContext context) {
        return served.found().map(ServedMunicipality::texts).flatMap(texts -> texts.of(context.getName(), language(context)));
    }

    /** Told in the same three ways as the bundle is: by the page, by the kind of answer that was chosen, or not at all for Dutch. */
    private static String language(EvalContext context) {
        Object locale = context.getAttribute(TemplateInstance.LOCALE);
        if (locale == null && context.getAttribute(TemplateInstance.SELECTED_VARIANT) instanceof Variant chosen) {
            locale = chosen.getLocale();
        }
        return locale == null ? Language.NL.tag() : locale instanceof Locale known ? known.getLanguage() : locale.toString();
    }
}

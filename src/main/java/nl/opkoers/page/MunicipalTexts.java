package nl.opkoers.page;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import nl.opkoers.language.TemplateLanguage;
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
        return served.found().map(ServedMunicipality::texts).flatMap(texts -> texts.of(context.getName(), TemplateLanguage.of(context).tag()));
    }
}

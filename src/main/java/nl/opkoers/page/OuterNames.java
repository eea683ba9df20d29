package nl.opkoers.page;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/**
 * Finds a name that stands further out in a template. By itself the engine, before it looks one section further out, asks all of
 * some hundreds of resolvers whether they know that name of the section: so most of the time of a page went by.
 */
@ApplicationScoped
class OuterNames implements ValueResolver {

    private static final int BEFORE_ALL_OTHERS = 1_000;

    @Override
    public int getPriority() {
        return BEFORE_ALL_OTHERS;
    }

    /** The first word of an expression: what it is asked of is the section itself. */
    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof Mapper names && context.getParams().isEmpty()
                && context.resolutionContext() != null && names == context.resolutionContext().getData();
    }

    /** Not found is what the engine then looks for in its own way. */
    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        ResolutionContext section = context.resolutionContext();
        while (section != null && section.getData() instanceof Mapper names) {
            CompletionStage<Object> found = names.appliesTo(context.getName()) ? names.getAsync(context.getName()) : null;
            if (found != null && !isNotFound(found)) {
                return found;
            }
            section = section.getParent();
        }
        return Results.notFound(context);
    }

    private static boolean isNotFound(CompletionStage<Object> found) {
        return found instanceof CompletedStage<Object> known && !known.isFailure() && Results.isNotFound(known.get());
    }
}

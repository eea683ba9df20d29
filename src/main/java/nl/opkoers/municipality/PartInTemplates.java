package nl.opkoers.municipality;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import nl.opkoers.municipality.contract.Part;

/**
 * How templates read what is the same of all parts. By itself the engine asks some hundreds of resolvers anew for each part that is of
 * another type than the one before it in the same place.
 */
@TemplateExtension(priority = PartInTemplates.BEFORE_EACH_TYPE)
final class PartInTemplates {

    /** Those that are generated for a type have 10. */
    static final int BEFORE_EACH_TYPE = 20;

    private PartInTemplates() {
    }

    static String source(Part part) {
        return part.source();
    }

    static Instant updatedAt(Part part) {
        return part.updatedAt();
    }
}

package nl.opkoers.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import nl.opkoers.municipality.Bsn;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;

/**
 * Asks who sends a form with a number in it that may be a BSN, before anything of it is kept: nobody needs it here, and it is to be
 * nowhere. Who wrote another number says so, and it goes on as it is.
 */
@ApplicationScoped
class BsnInForms {

    /** The field by which somebody says that it is another number. */
    private static final String OTHER = "no-bsn";
    /** In the place of the number, in every language and script. */
    private static final String INSTEAD = "\u2022".repeat(9);

    private final ErrorPages pages;

    BsnInForms(ErrorPages pages) {
        this.pages = pages;
    }

    @ServerRequestFilter
    @WithFormRead
    void ask(ResourceInfo route) {
        if (route.getResourceMethod().isAnnotationPresent(AsksAboutBsn.class)) {
            return;
        }
        SentAgain sent = pages.sent();
        if (!sent.has(OTHER) && isIn(sent)) {
            throw new PerhapsBsn(sent);
        }
    }

    /** Whether something that was sent may be one. */
    static boolean isIn(SentAgain sent) {
        return sent.fields().stream().anyMatch(field -> Bsn.isIn(field.value()));
    }

    /** The same with something in the place of each number that may be one. */
    static SentAgain without(SentAgain sent) {
        return sent.with(value -> Bsn.without(value, INSTEAD));
    }

    /** The same with the word of who wrote it that it is another number. */
    static SentAgain asItIs(SentAgain sent) {
        return sent.with(OTHER, OTHER);
    }
}

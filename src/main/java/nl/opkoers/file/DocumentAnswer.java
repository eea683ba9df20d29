package nl.opkoers.file;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A document as an answer, for whoever was judged to be allowed to see it: a file to keep, which this site never opens. A PDF
 * can hold scripts and addresses; whatever opens it does so outside of the portal.
 */
public final class DocumentAnswer {

    private static final MediaType PDF = new MediaType("application", "pdf");

    private DocumentAnswer() {
    }

    /**
     * The answer that hands it out. What every answer says besides (no store, no sniffing, this site only) stays.
     *
     * @param context of the request that it answers
     */
    public static Response of(Document document, RoutingContext context) {
        // In the place of what holds for pages; a header of the answer itself would come beside that.
        context.response().headers().set("Content-Security-Policy", PictureAnswer.NOTHING_BESIDES);
        return Response.ok(document.pdf(), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"brief.pdf\"").build();
    }
}

package nl.opkoers.file;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A picture as an answer, for whoever was judged to be allowed to see it: nothing can be run from it, nobody keeps it, and no
 * other site can show it.
 */
public final class PictureAnswer {

    private static final MediaType JPEG = new MediaType("image", "jpeg");
    static final String NOTHING_BESIDES = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private PictureAnswer() {
    }

    /**
     * The answer that shows it. What every answer says besides (no store, no sniffing, this site only) stays.
     *
     * @param context of the request that it answers
     */
    public static Response of(Picture picture, RoutingContext context) {
        // In the place of what holds for pages; a header of the answer itself would come beside that.
        context.response().headers().set("Content-Security-Policy", NOTHING_BESIDES);
        return Response.ok(picture.jpeg(), JPEG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"foto.jpg\"").build();
    }
}

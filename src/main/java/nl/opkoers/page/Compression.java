package nl.opkoers.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;

/**
 * Compresses every page. By itself Quarkus compresses only the answers of methods that say beforehand what they produce,
 * and so none of those that say what went wrong.
 */
class Compression {

    private static final int BEFORE_EVERYTHING = 600;
    private static final String PAGE = "text/html";

    void compressPages(@Observes Filters filters) {
        filters.register(context -> {
            context.addHeadersEndHandler(complete -> {
                MultiMap headers = context.response().headers();
                String type = headers.get(HttpHeaders.CONTENT_TYPE);
                if (type != null && type.startsWith(PAGE)) {
                    // Quarkus puts 'identity' here on everything that it leaves as it is.
                    headers.remove(HttpHeaders.CONTENT_ENCODING);
                }
            });
            context.next();
        }, BEFORE_EVERYTHING);
    }
}

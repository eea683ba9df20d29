package nl.opkoers.notice;

import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;

/**
 * What a browser runs when it is woken. It looks after no page: the one that keeps pages goes by itself when nobody wants it any
 * more, and would take this along.
 */
@Path(NoticePage.PATH + "/worker.js")
@PermitAll
class PushWorker {

    private final String script = read();
    private final PageLanguage pageLanguage;

    PushWorker(PageLanguage pageLanguage) {
        this.pageLanguage = pageLanguage;
    }

    /** With the words in the language that its address asks for: whoever wakes it cannot change them. */
    @GET
    @Produces("text/javascript;charset=utf-8")
    @Opens(For.ANYBODY)
    public String worker() {
        Language language = pageLanguage.current();
        NoticeMessages own = Texts.in(language, NoticeMessages.class);
        NoticeMessages dutch = Texts.in(Language.NL, NoticeMessages.class);
        String body = language == Language.NL ? own.sent_text() : own.sent_text() + "\n" + dutch.sent_text();
        JsonObject words = new JsonObject().put("title", own.sent_subject()).put("body", body).put("stop", own.stop())
                .put("lang", language.tag()).put("dir", language.direction().attribute());
        return "const WORDS = " + words.encode() + ";\n" + script;
    }

    private static String read() {
        try (InputStream content = PushWorker.class.getResourceAsStream("/assets/push-worker.js")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

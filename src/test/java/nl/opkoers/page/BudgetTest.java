package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.opkoers.Answer;
import nl.opkoers.CastPages;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prepaid data and a weak signal: what a page may weigh on its way to the phone. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class BudgetTest {

    private static final int KILOBYTE = 1024;
    private static final int PAGE = 14 * KILOBYTE;

    static Stream<String> people() {
        return CastPages.people();
    }

    @ParameterizedTest
    @MethodSource("people")
    void noPageIsHeavierThanWhatASlowConnectionBringsInOneGo(String person) {
        List<String> tooHeavy = CastPages.pages(person).filter(page -> compressed(page.body()) > PAGE)
                .map(page -> page.path() + " " + page.headers().firstValue("Content-Language").orElse("") + ": "
                        + compressed(page.body())).toList();
        assertEquals(List.of(), tooHeavy);
    }

    @ParameterizedTest
    @CsvSource({"/assets/style.css, 12", "/assets/script.js, 8", "/assets/icon.svg, 1"})
    void stylesAndScriptsStayLight(String file, int kilobytes) {
        Answer answer = Portal.visitor(Language.NL).get(file);
        String content = answer.body();
        assertEquals(200, answer.status());
        assertTrue(content.length() > 100, "there is something to weigh");
        assertTrue(compressed(content) <= kilobytes * KILOBYTE, file + ": " + compressed(content));
    }

    @Test
    void allThatRunsOnAPageIsLightTogether() {
        Portal visitor = Portal.visitor(Language.NL);
        for (List<String> more : List.of(List.of("unsent", "push"), List.of("thread"))) {
            int together = Stream.concat(Stream.of("script"), more.stream()).map(script -> visitor.get("/assets/" + script + ".js"))
                    .mapToInt(answer -> compressed(answer.body())).sum();
            assertTrue(together <= 8 * KILOBYTE, () -> more + ": " + together);
        }
    }

    @Test
    void whatIsSentIsCompressed() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        List<String> sentWhole = Stream.concat(CastPages.PATHS.stream(),
                        Stream.of("/no-such-page", "/coach", "/sign-in/failed", "/assets/style.css", "/assets/script.js"))
                .filter(path -> !encoding(selam, path).equals("gzip")).toList();
        assertEquals(List.of(), sentWhole);
    }

    private static String encoding(Portal portal, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + path)).header("Accept-Encoding", "gzip")
                .header("Cookie", "session=" + portal.cookies().get("session")).build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding()).join()
                .headers().firstValue("Content-Encoding").orElse("none");
    }

    private static int compressed(String text) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return sent.size();
    }
}

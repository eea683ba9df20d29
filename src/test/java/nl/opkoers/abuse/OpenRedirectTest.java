package nl.opkoers.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Raw;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to the portal that ends at a page that only looks like it. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OpenRedirectTest {

    /** As they stand in the address: already encoded once. */
    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "%2f%2fevil.example", "%252f%252fevil.example", "/%5cevil.example", "%5c%5cevil.example",
            "https:evil.example", "https:%2f%2fevil.example", "https:%2fevil.example", "%09//evil.example", "/%09/evil.example",
            "//evil.example%2f..", "%40evil.example", "/%0a/evil.example", "javascript:alert(1)", "//%5b::1%5d", "%e2%81%84evil.example",
            ".evil.example", "///evil.example", "%00//evil.example", "http%3a%2f%2fevil.example"})
    void whoSignsInStaysHere(String to) {
        Portal selam = Portal.visitor(Language.NL);
        Answer arrived = selam.choose(selam.open("/sign-in?to=" + to), java.util.Map.of("person", "z-tigrinya"));
        assertEquals(URI.create(Portal.base()).getAuthority(), arrived.address().getAuthority());
        assertEquals(200, arrived.status());

        assertEquals("/", path(selam.get("/session-ended?to=" + to)));
        Answer ended = Portal.visitor(Language.NL).get("/session-ended?to=" + to);
        ended.document().select("main a[href]").forEach(link ->
                assertTrue(link.attr("href").matches("/(staff/)?sign-in\\?to=%2F"), link.attr("href")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/plan", "//evil.example/%2e%2e", "///evil.example", "/%5cevil.example", "//evil.example/coach"})
    void anAddressWithTwoSlashesLeadsNowhereElse(String path) {
        Raw.Answer answer = Raw.get("127.0.0.1", path);
        answer.header("Location").forEach(to -> assertTrue(to.matches("/(?![/\\\\]).*"), to));
        assertTrue(answer.body().isEmpty() || !answer.body().contains("href=\"//"), answer.body());
    }

    /** What a page is asked with comes back in the links to it in other languages. */
    @Test
    void theLinksToOtherLanguagesStayHere() {
        for (String path : new String[] {"//evil.example?x=1", "/%5cevil.example", "/schools?x=%22%3e%3cscript%3e&to=//evil.example"}) {
            Raw.Answer answer = Raw.get("127.0.0.1", path);
            org.jsoup.Jsoup.parse(answer.body()).select("a[hreflang]").forEach(link ->
                    assertTrue(link.attr("href").matches("(/(?![/\\\\]).*|\\?.*)"), link.attr("href")));
        }
    }

    private static String path(Answer answer) {
        return URI.create(answer.location()).getPath();
    }
}

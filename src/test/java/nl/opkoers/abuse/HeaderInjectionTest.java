package nl.opkoers.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Raw;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line break in what somebody sends becomes no line of an answer, of a mail or of a log. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class HeaderInjectionTest {

    private static final String EVIL = "x%0d%0aX-Evil:%20yes%0d%0aSet-Cookie:%20session=evil";

    @AfterEach
    void forget() {
        Rows.clear("picture");
        Rows.clear("kept_form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=", "/sign-in?to=/", "/staff/sign-in?to=/", "/session-ended?to=/", "/signed-out?state=", "/sign-in/start?ui_locales=",
            "/schools?postcode=", "/calendar/", "/verify?code=", "/sign-in/failed?error=", "/plan?x=", "/assets/"})
    void aLineBreakInAnAddressIsNoHeader(String path) {
        check(Raw.get("127.0.0.1", path + EVIL));
        check(Raw.get("127.0.0.1", path + EVIL.replace("%0d%0a", "%0a")));
        check(Raw.get("127.0.0.1", path + EVIL.replace("%0d%0a", "%E5%98%8A%E5%98%8D")));
    }

    @Test
    void aLineBreakInACookieOrALanguageIsNoHeader() {
        check(Raw.get("127.0.0.1", "/", "Cookie: lang=" + EVIL + "; way_back=" + EVIL + "; csrf=" + EVIL));
        check(Raw.get("127.0.0.1", "/", "Accept-Language: nl" + EVIL));
        check(Raw.get("127.0.0.1", "/plan", "Cookie: session=" + EVIL));
    }

    @Test
    void aLineBreakInTheNameOfAFileIsNoHeader() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.NL);
        String token = selam.get("/translation").document().selectFirst("[name=csrf-token]").attr("value");
        for (String name : List.of("a\\\r\nX-Evil: yes\\\r\n.jpg", "a%0d%0aX-Evil: yes.jpg", "../../../etc/passwd", "a\u0000.jpg", "a\".jpg")) {
            Answer sent = selam.postWithFile("/hours/try", Map.of("csrf-token", token, "photo-next", UUID.randomUUID().toString()),
                    "photo", name.replace("\"", "%22"), new byte[] {1, 2, 3});
            assertTrue(sent.status() < 500, name + " " + sent.status());
            assertEquals(List.of(), sent.headers().allValues("X-Evil"), name);
        }
    }

    private static void check(Raw.Answer answer) {
        assertTrue(answer.status() < 500, String.valueOf(answer.head()));
        assertEquals(List.of(), answer.header("X-Evil"));
        assertTrue(Stream.of("session", "__Host-session").noneMatch(name -> answer.header("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith(name + "=evil"))), String.valueOf(answer.head()));
    }
}

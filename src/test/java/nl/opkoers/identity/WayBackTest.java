package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** After signing in one comes back to a page of the portal, whatever the address says. */
class WayBackTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plan", "/plan?lang=ar", "/schools?a=1&b=%2F", "/agenda#week", "/a//b", "/plan?to=https://evil.example"})
    void aPageOfThePortalIsKept(String address) {
        assertEquals(address, WayBack.safe(address));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example",
        "https://evil.example", "HTTPS:evil.example", "https:/plan", "javascript:alert(1)", "data:text/html,x", "evil.example",
        "plan", "@evil.example", ".evil.example", " /plan", "/plan ", "/ /evil.example", "/\t/evil.example", "/\n/evil.example",
        "/plan\r\nSet-Cookie: a=b", "/plan\u0000", "/\u2044evil.example", "/pl\u00E4n", "/plan\\..\\x", "\u2028/plan"})
    void anotherSiteIsNeverTheWayBack(String address) {
        assertEquals(WayBack.HOME, WayBack.safe(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plan?x=a|b", "/plan?x={y}", "/plan?x=\"", "/plan?x=<y>", "/plan?x=100%", "/plan^"})
    void anAddressThatBrowsersSendButThatIsNoAddressLeadsHome(String address) {
        assertEquals(WayBack.HOME, WayBack.safe(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in?to=/plan", "/sign-in/callback?code=1", "/sign-out", "/signed-out", "/leave",
        "/session-ended?to=/plan"})
    void nobodyComesBackToADoor(String address) {
        assertEquals(WayBack.HOME, WayBack.safe(address));
    }

    @Test
    void anEndlessAddressIsNotCarriedAlong() {
        assertEquals(WayBack.HOME, WayBack.safe("/" + "a".repeat(1001)));
        assertEquals(1001, WayBack.safe("/" + "a".repeat(1000)).length());
    }
}

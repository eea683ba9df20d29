package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody who wants to be counted as somebody else writes headers; only those of our own proxies are read. */
class AskerTest {

    private static final String PROXY = "10.0.0.7";
    private static final String HOME = "203.0.113.9";

    private final Asker behindProxy = asker("10.0.0.0/8", "::1");

    @Test
    void withoutAProxyNobodyIsBelieved() {
        assertEquals(HOME, address(asker(), HOME, "198.51.100.1"));
        assertEquals("127.0.0.1", address(asker(), "127.0.0.1", "198.51.100.1"));
    }

    @Test
    void whoComesByAProxyIsWhomThatSaw() {
        assertEquals(HOME, address(behindProxy, PROXY, HOME));
        assertEquals(HOME, address(behindProxy, "::1", HOME));
        assertEquals("2001:db8:0:0:0:0:0:1", address(behindProxy, PROXY, "2001:db8::1"));
    }

    @Test
    void aPortIsNoPartOfAnAddress() {
        assertEquals(HOME, address(behindProxy, PROXY, HOME + ":5678"));
        assertEquals("2001:db8:0:0:0:0:0:1", address(behindProxy, PROXY, "[2001:db8::1]:80"));
        assertEquals("2001:db8:0:0:0:0:0:1", address(behindProxy, PROXY, "[2001:db8::1]"));
        assertEquals(HOME, address(behindProxy, PROXY, "198.51.100.1:1, " + HOME + ":2, 10.0.0.8:3"));
    }

    @Test
    void aProxyThatNobodyNamedHidesWhoAsks() {
        assertTrue(asker().isUnnamed(PROXY));
        assertTrue(behindProxy.isUnnamed(HOME));
        assertFalse(behindProxy.isUnnamed(PROXY));
    }

    @Test
    void whatStoodThereBeforeIsNotBelieved() {
        assertEquals(HOME, address(behindProxy, PROXY, "198.51.100.1, 10.1.1.1, " + HOME));
        assertEquals(HOME, address(behindProxy, PROXY, "198.51.100.1", HOME), "in a header of its own");
    }

    @Test
    void ofTwoProxiesTheFirstIsBelieved() {
        assertEquals(HOME, address(behindProxy, PROXY, "198.51.100.1, " + HOME + ", 10.0.0.8"));
    }

    @Test
    void whoPassesTheProxyByIsTakenAsTheyAre() {
        assertEquals(HOME, address(behindProxy, HOME, "198.51.100.1"));
    }

    @Test
    void whatIsNoAddressIsCountedAsTheProxy() {
        for (String said : List.of("unknown", "", "localhost", "example.org", "1.2.3", HOME + ", _hidden")) {
            assertEquals(PROXY, address(behindProxy, PROXY, said), said);
        }
    }

    @Test
    void aSettingThatIsNoNetworkIsRefused() {
        for (String written : List.of("proxy.example", "10.0.0.0/x", "10.0.0.0/33")) {
            assertThrows(IllegalArgumentException.class, () -> asker(written), written);
        }
    }

    private static Asker asker(String... proxies) {
        return new Asker(Optional.of(List.of(proxies)), Optional.empty());
    }

    private static String address(Asker asker, String peer, String... said) {
        return asker.address(peer, List.of(said)).getHostAddress();
    }
}

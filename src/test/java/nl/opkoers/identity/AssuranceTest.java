package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.OidcRedirectFilter.OidcRedirectContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.vertx.core.MultiMap;
import java.util.Map;
import nl.opkoers.served.Waterstad;
import org.junit.jupiter.api.Test;

/** How sure the identity provider has to be of who signs in. */
class AssuranceTest {

    private static final String LOW = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    private static final String MIDDLE = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract";
    private static final String HIGH = "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard";

    private final Assurance atLeastMiddle = new Assurance(
            Waterstad.served(Map.of("issuer.acr", MIDDLE + ", " + HIGH)));

    @Test
    void belowTheLevelThatIsAskedForNobodyComesIn() {
        assertTrue(atLeastMiddle.suffices(Entrance.PARTICIPANTS, MIDDLE));
        assertTrue(atLeastMiddle.suffices(Entrance.PARTICIPANTS, HIGH));
        assertFalse(atLeastMiddle.suffices(Entrance.PARTICIPANTS, LOW));
        assertFalse(atLeastMiddle.suffices(Entrance.PARTICIPANTS, null), "an identity provider that does not say");
        assertFalse(atLeastMiddle.suffices(Entrance.PARTICIPANTS, MIDDLE + " "));
    }

    @Test
    void eachIssuerHasALevelOfItsOwn() {
        assertTrue(atLeastMiddle.suffices(Entrance.STAFF, null));
    }

    @Test
    void theLowestLevelThatSufficesIsAskedFor() {
        assertEquals(MIDDLE, asked("participants-9901"));
        assertEquals(null, asked("staff-9901"));
    }

    private String asked(String tenant) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        atLeastMiddle.filter(new OidcRedirectContext(null, OidcTenantConfig.builder().tenantId(tenant).build(), "", parameters));
        return parameters.get("acr_values");
    }
}

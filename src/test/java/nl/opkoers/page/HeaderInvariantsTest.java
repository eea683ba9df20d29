package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderInvariantsTest {

    private static final Map<String, List<String>> GOOD = Map.of(
            "content-security-policy", List.of("default-src 'none'; script-src 'self'; style-src 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"),
            "strict-transport-security", List.of("max-age=63072000; includeSubDomains"),
            "x-content-type-options", List.of("nosniff"),
            "referrer-policy", List.of("no-referrer"),
            "cache-control", List.of("no-store"));

    @Test
    void goodHeadersPass() {
        assertEquals(List.of(), HeaderInvariants.faults(GOOD, true));
    }

    @Test
    void aPublicPageMayBeKept() {
        assertEquals(List.of(), HeaderInvariants.faults(with("cache-control", "max-age=60"), false));
    }

    @Test
    void noPolicyAtAll() {
        Map<String, List<String>> headers = new HashMap<>(GOOD);
        headers.remove("content-security-policy");
        AssertionError error = assertThrows(AssertionError.class, () -> HeaderInvariants.check(headers, true));
        assertTrue(error.getMessage().contains("0 content security policies"), error.getMessage());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "Content-Security-Policy | default-src 'self' 'unsafe-inline' | 'unsafe-inline' in default-src",
            "Content-Security-Policy | default-src 'self'; script-src 'unsafe-eval' | 'unsafe-eval' in script-src",
            "Content-Security-Policy | default-src 'self'; img-src * | * in img-src",
            "Content-Security-Policy | script-src 'self' | no default-src",
            "Content-Security-Policy | default-src 'self' | no frame-ancestors",
            "Content-Security-Policy | default-src 'self'; frame-ancestors 'self' | frame-ancestors is not 'none'",
            "Content-Security-Policy | default-src 'self' | no base-uri",
            "Content-Security-Policy | default-src 'self' | no form-action",
            "Strict-Transport-Security | max-age=300 | shorter than a year",
            "X-Content-Type-Options | sniff | X-Content-Type-Options is not nosniff",
            "Referrer-Policy | origin | Referrer-Policy is not no-referrer",
            "Cache-Control | private | not no-store",
            "Server | quarkus | Server tells",
            "X-Powered-By | quarkus | X-Powered-By tells",
    })
    void everyFaultIsFound(String name, String value, String fault) {
        List<String> faults = HeaderInvariants.faults(with(name, value), true);
        assertTrue(faults.stream().anyMatch(found -> found.contains(fault)), () -> "no '" + fault + "' in " + faults);
    }

    private static Map<String, List<String>> with(String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(GOOD);
        headers.keySet().removeIf(name::equalsIgnoreCase);
        headers.put(name, List.of(value));
        return headers;
    }
}

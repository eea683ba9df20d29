package nl.opkoers.page;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of every answer with a page, after the guidelines of the NCSC and the OWASP headers project. */
public final class HeaderInvariants {

    private static final String POLICY = "content-security-policy";
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d+)");
    private static final long ONE_YEAR_IN_SECONDS = 31_536_000;
    private static final List<String> TOO_WIDE = List.of("*", "http:", "https:", "'unsafe-inline'", "'unsafe-eval'");

    private HeaderInvariants() {
    }

    /** As {@link #check(Map, boolean)}, for an answer of the JDK's own client. */
    public static void check(HttpHeaders headers, boolean personal) {
        check(headers.map(), personal);
    }

    /**
     * Fails when a header is missing or too lax.
     *
     * @param headers  names in any case, each with its values
     * @param personal whether the page tells anything about a person: then no copy of it may be kept
     * @throws AssertionError naming every fault
     */
    public static void check(Map<String, ? extends List<String>> headers, boolean personal) {
        List<String> faults = faults(headers, personal);
        if (!faults.isEmpty()) {
            throw new AssertionError("headers: " + String.join("; ", faults));
        }
    }

    static List<String> faults(Map<String, ? extends List<String>> headers, boolean personal) {
        Map<String, List<String>> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        known.putAll(headers);
        List<String> faults = new ArrayList<>(policyFaults(known.getOrDefault(POLICY, List.of())));
        expect(faults, known, "X-Content-Type-Options", "nosniff");
        expect(faults, known, "Referrer-Policy", "no-referrer");
        if (longestTransportSecurity(known) < ONE_YEAR_IN_SECONDS) {
            faults.add("Strict-Transport-Security is missing or shorter than a year");
        }
        if (personal && !value(known, "Cache-Control").contains("no-store")) {
            faults.add("Cache-Control of a personal page is not no-store");
        }
        for (String telling : List.of("Server", "X-Powered-By")) {
            if (known.containsKey(telling)) {
                faults.add(telling + " tells what we run");
            }
        }
        return faults;
    }

    private static void expect(List<String> faults, Map<String, List<String>> headers, String name, String value) {
        if (!value(headers, name).equals(value)) {
            faults.add(name + " is not " + value);
        }
    }

    private static String value(Map<String, List<String>> headers, String name) {
        return String.join(", ", headers.getOrDefault(name, List.of())).toLowerCase(Locale.ROOT);
    }

    private static long longestTransportSecurity(Map<String, List<String>> headers) {
        Matcher age = MAX_AGE.matcher(value(headers, "Strict-Transport-Security"));
        return age.find() ? Long.parseLong(age.group(1)) : 0;
    }

    private static List<String> policyFaults(List<String> policies) {
        if (policies.size() != 1) {
            return List.of("there are %d content security policies instead of one".formatted(policies.size()));
        }
        Map<String, List<String>> directives = directives(policies.get(0));
        List<String> faults = new ArrayList<>();
        for (String needed : List.of("default-src", "frame-ancestors", "base-uri", "form-action")) {
            if (!directives.containsKey(needed)) {
                faults.add("the content security policy has no " + needed);
            }
        }
        if (!directives.getOrDefault("frame-ancestors", List.of("'none'")).equals(List.of("'none'"))) {
            faults.add("frame-ancestors is not 'none'");
        }
        directives.forEach((name, sources) -> sources.stream().filter(TOO_WIDE::contains)
                .forEach(source -> faults.add("the content security policy has " + source + " in " + name)));
        return faults;
    }

    private static Map<String, List<String>> directives(String policy) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String directive : policy.split(";")) {
            List<String> words = Arrays.asList(directive.strip().split("\\s+"));
            directives.put(words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
        }
        return directives;
    }
}

package nl.opkoers.schools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.opkoers.page.Typed;

/**
 * About where Dutch postcodes are. Nothing is asked of anybody for it, so that nobody learns where somebody lives.
 */
final class Postcodes {

    private static final Pattern POSTCODE = Pattern.compile("(\\d{4})\\s*(\\p{L}{2})?");
    private static final int PREFIX = 3;
    private static final double EARTH_RADIUS_KILOMETRES = 6371.0;

    private final Map<String, double[]> middles;

    private Postcodes(Map<String, double[]> middles) {
        this.middles = middles;
    }

    /** Nowhere. */
    static Postcodes none() {
        return new Postcodes(Map.of());
    }

    /**
     * The tables in these resources, later ones before earlier ones. A line is {@code 1234 52.12 4.56}, or {@code 123} for
     * all that begin with these three digits and have no line of their own: degrees north and east. A line that begins
     * with # tells where the table comes from.
     */
    static Postcodes of(String... resources) {
        Map<String, double[]> middles = new HashMap<>();
        for (String resource : resources) {
            try (InputStream table = Postcodes.class.getResourceAsStream(resource);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> add(middles, line));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(resource, unreadable);
            }
        }
        return new Postcodes(middles);
    }

    private static void add(Map<String, double[]> middles, String line) {
        String[] parts = line.split(" ");
        middles.put(parts[0], Arrays.stream(parts, 1, 3).mapToDouble(Double::parseDouble).map(Math::toRadians).toArray());
    }

    /** The four digits of a postcode, in whatever digits it was typed; empty when it is none. */
    static Optional<String> digits(String postcode) {
        Matcher matcher = POSTCODE.matcher(Typed.plain(postcode).strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether it is known where these four digits are. */
    boolean knows(String digits) {
        return middle(digits) != null;
    }

    private double[] middle(String digits) {
        return middles.getOrDefault(digits, middles.get(digits.substring(0, PREFIX)));
    }

    /** How far apart two postcodes are, as the crow flies; empty when one of them is not known. */
    OptionalDouble kilometres(String one, String other) {
        double[] from = digits(one).map(this::middle).orElse(null);
        double[] to = digits(other).map(this::middle).orElse(null);
        return from == null || to == null ? OptionalDouble.empty() : OptionalDouble.of(kilometres(from, to));
    }

    /** The haversine formula: exact enough between places in one country. */
    private static double kilometres(double[] from, double[] to) {
        double north = Math.sin((to[0] - from[0]) / 2);
        double east = Math.sin((to[1] - from[1]) / 2);
        double half = north * north + Math.cos(from[0]) * Math.cos(to[0]) * east * east;
        return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}

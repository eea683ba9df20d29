package nl.opkoers.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Keeps what strangers send, and whom people are called by, out of the names of measures: these are of routes and known methods alone. */
class Bounds {

    private static final String METHOD = "method";
    private static final String ADDRESS = "uri";
    private static final String OTHER = "OTHER";
    /** Each part a word, or in braces what stands for one. */
    static final Pattern ROUTE = Pattern.compile("/|(/(v1|_?[a-z][a-z-]{0,30}|\\{[^/{}]+})(\\.[a-z]{2,11})?)+");
    /** In a route, what somebody may fill in there and how that has to look, braces and all. */
    private static final Pattern FILLED_IN = Pattern.compile("\\{(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}");
    private static final int MOST_ROUTES = 500;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    /** Pages that were there within this many seconds are counted, so that 'how many are quick' can be asked of all nodes together. */
    private static final double[] QUICK_NANOSECONDS = {50_000_000, 200_000_000, 1_000_000_000};

    private final Set<String> routes = ConcurrentHashMap.newKeySet();

    @Produces
    @Singleton
    MeterFilter bounded() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return !id.getName().equals("http.server.requests") ? config
                        : DistributionStatisticConfig.builder().serviceLevelObjectives(QUICK_NANOSECONDS).build().merge(config);
            }

            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith("http.") ? id.replaceTags(id.getTags().stream().map(Bounds.this::bounded).toList()) : id;
            }
        };
    }

    private Tag bounded(Tag tag) {
        return switch (tag.getKey()) {
            case METHOD -> METHODS.contains(tag.getValue()) ? tag : Tag.of(METHOD, OTHER);
            case ADDRESS -> Tag.of(ADDRESS, isRoute(plain(tag.getValue())) ? plain(tag.getValue()) : OTHER);
            default -> tag;
        };
    }

    /** A route without how that has to look which is filled in there. */
    static String plain(String route) {
        return FILLED_IN.matcher(route).replaceAll("{$1}");
    }

    /**
     * Whether an address is as a route is written down. What is refused before it is known which route it was for would be there as
     * somebody asked for it, with the ids of people in it.
     */
    private boolean isRoute(String address) {
        return !address.startsWith("/") || ROUTE.matcher(address).matches() && (routes.contains(address)
                || routes.size() < MOST_ROUTES && routes.add(address));
    }
}

package nl.opkoers.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Keeps what strangers send out of the names of measures: whoever asks with methods of their own invention makes none. */
class Bounds {

    private static final String METHOD = "method";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    /** Pages that were there within this many seconds are counted, so that 'how many are quick' can be asked of all nodes together. */
    private static final double[] QUICK_NANOSECONDS = {50_000_000, 200_000_000, 1_000_000_000};

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
                String method = id.getName().startsWith("http.server") ? id.getTag(METHOD) : null;
                return method == null || METHODS.contains(method) ? id
                        : id.replaceTags(id.getTags().stream().map(tag -> tag.getKey().equals(METHOD) ? Tag.of(METHOD, "OTHER") : tag)
                                .toList());
            }
        };
    }
}

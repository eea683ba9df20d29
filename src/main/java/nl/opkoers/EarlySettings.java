package nl.opkoers;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;

/** The settings as the portal will see them, read before it starts: system property, environment, properties files. */
final class EarlySettings {
    private static final SmallRyeConfig CONFIG = ConfigUtils.emptyConfigBuilder()
            .addPropertiesSources()
            .build();

    private EarlySettings() {}

    /** The names of all that is set. */
    static Iterable<String> names() {
        return CONFIG.getPropertyNames();
    }

    /** The value of a setting; empty if it is not set or blank. */
    static Optional<String> value(String name) {
        return CONFIG.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}

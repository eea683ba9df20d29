package nl.opkoers.watch;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/**
 * Tracing is on when it was said where traces go, and off otherwise, whatever else is set: what is off is not made, and costs
 * nothing. A setting of its own that has to agree with the address could be forgotten.
 */
public class TracingSwitch implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;
    private static final String COLLECTOR = "opkoers.tracing.url";
    private static final String OFF = "quarkus.otel.sdk.disabled";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue set = context.proceed(name);
        if (!OFF.equals(name)) {
            return set;
        }
        ConfigValue collector = context.restart(COLLECTOR);
        boolean off = collector == null || collector.getValue() == null || collector.getValue().isBlank();
        return (set == null ? ConfigValue.builder().withName(OFF).build() : set).withValue(String.valueOf(off));
    }
}

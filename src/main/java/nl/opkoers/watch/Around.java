package nl.opkoers.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.opkoers.scope.Replica;
import nl.opkoers.scope.Scope;

/**
 * Looks now and then whether what the portal leans on is there, and remembers it: whoever asks how the portal is makes it ask
 * nobody. A part that is away makes some pages say so, and this node no worse than another one.
 */
@ApplicationScoped
public class Around {

    /** The feed is read every two seconds; who did not answer for this long is away. */
    private static final double SILENT_SECONDS = 60;
    private static final String NO_MUNICIPALITY = "";

    private final Waiting waiting;
    private final Knocking knocking;
    private final Addresses addresses;
    private final Replica replica;
    private final MultiGauge gauge;
    private final AtomicReference<Map<Surrounding, Map<String, Boolean>>> seen = new AtomicReference<>(Map.of());

    Around(Waiting waiting, Knocking knocking, Addresses addresses, Replica replica, MeterRegistry meters) {
        this.waiting = waiting;
        this.knocking = knocking;
        this.addresses = addresses;
        this.replica = replica;
        this.gauge = MultiGauge.builder("opkoers.dependency.up")
                .description("Whether something that the portal leans on answered when this node last looked").register(meters);
        if (replica.isSet()) {
            TimeGauge.builder("opkoers.replica.lag", () -> replica.behind().orElse(Double.NaN), TimeUnit.SECONDS)
                    .description("By how much the replica was behind when this node last looked; not a number when it does not say")
                    .register(meters);
        }
    }

    /** What was there when it was last looked for, by the code of the municipality whose it is. Empty when nothing is known yet. */
    Map<String, Boolean> of(Surrounding part) {
        return seen.get().getOrDefault(part, Map.of());
    }

    /** Looks for all of it. */
    @Scheduled(every = "${opkoers.operations.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void look() {
        Scope.portal(this::lookForAll);
    }

    private void lookForAll() {
        Map<Surrounding, Map<String, Boolean>> now = new EnumMap<>(Surrounding.class);
        now.put(Surrounding.ISSUER, answering(addresses.issuers()));
        now.put(Surrounding.STAFF_ISSUER, answering(addresses.staffIssuers()));
        Map<String, Boolean> read = new TreeMap<>();
        waiting.feedLags().forEach((code, lag) -> read.put(code, lag < SILENT_SECONDS));
        now.put(Surrounding.MUNICIPAL_API, read);
        addresses.mailServer().ifPresent(server -> now.put(Surrounding.MAIL, Map.of(NO_MUNICIPALITY, knocking.mail(server))));
        if (replica.isSet()) {
            now.put(Surrounding.REPLICA, Map.of(NO_MUNICIPALITY, replica.isUsed()));
        }
        seen.set(Map.copyOf(now));
        List<MultiGauge.Row<?>> all = new ArrayList<>();
        now.forEach((part, each) -> each.forEach((code, up) ->
                all.add(MultiGauge.Row.of(Tags.of("dependency", part.shown(), "municipality", code), up ? 1 : 0))));
        gauge.register(all, true);
    }

    /** All are asked at the same time: when none of forty answers, that is known as soon as of one. */
    Map<String, Boolean> answering(Map<String, String> issuers) {
        Map<String, CompletableFuture<Boolean>> asked = new TreeMap<>();
        issuers.forEach((code, address) -> asked.put(code, knocking.issuer(address)));
        Map<String, Boolean> all = new TreeMap<>();
        asked.forEach((code, answer) -> all.put(code, answer.join()));
        return all;
    }
}

package nl.opkoers.served;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.opkoers.scope.Scope;
import org.eclipse.microprofile.config.Config;

/** The municipalities that are served now, and the one for which something is done. */
@ApplicationScoped
@Unremovable
public class ServedMunicipalities {

    private static final String PREFIX = "opkoers.";
    /** A directory with a file for each municipality; without it there is one, of the settings themselves. */
    static final String DIRECTORY = "opkoers.municipalities";
    private static final String KNOWN = ServedMunicipality.class.getName();

    /** All at one moment. */
    private record Served(Map<String, ServedMunicipality> byCode, Map<String, ServedMunicipality> byHost, ServedMunicipality anyHost) {

        static Served of(Collection<ServedMunicipality> all) {
            return new Served(all.stream().collect(Collectors.toUnmodifiableMap(ServedMunicipality::code, Function.identity())),
                    all.stream().filter(each -> each.host().isPresent())
                            .collect(Collectors.toUnmodifiableMap(each -> each.host().get(), Function.identity())),
                    all.stream().filter(each -> each.host().isEmpty()).findFirst().orElse(null));
        }
    }

    private final Optional<MunicipalityFiles> files;
    private volatile Served served;

    @Inject
    ServedMunicipalities(Config config, Strictness strictness) {
        this(config.getOptionalValue(DIRECTORY, String.class).map(Path::of).map(directory -> new MunicipalityFiles(directory,
                name -> Optional.ofNullable(System.getenv(name)), setting(config), strictness, languages(config))),
                setting(config));
        if (files.isPresent() && !Files.isDirectory(Path.of(config.getValue(DIRECTORY, String.class)))) {
            throw new IllegalStateException(DIRECTORY + " is no directory that can be read");
        }
    }

    private ServedMunicipalities(Optional<MunicipalityFiles> files, Function<String, Optional<String>> settings) {
        this.files = files;
        this.served = Served.of(files.map(MunicipalityFiles::look).orElseGet(() -> List.of(ServedMunicipality.read(settings))));
    }

    /** One municipality and no other, of these settings: what names them {@code opkoers.*} is left out of the names. */
    public static ServedMunicipalities one(Map<String, String> settings) {
        return new ServedMunicipalities(Optional.empty(), name -> Optional.ofNullable(settings.get(name)));
    }

    private static Function<String, Optional<String>> setting(Config config) {
        return name -> config.getOptionalValue(PREFIX + name, String.class)
                .map(value -> MunicipalityFile.CONTENTS.contains(name) ? content(name, value) : value);
    }

    /** @throws UncheckedIOException when there is no such file */
    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PREFIX + name + " names a file that cannot be read", unreadable);
        }
    }

    private static Set<String> languages(Config config) {
        return Set.copyOf(config.getValues("quarkus.locales", String.class));
    }

    /** What is wrong with the settings is found before anybody comes. */
    void begin(@Observes StartupEvent started) {
        all();
    }

    @Scheduled(every = "${opkoers.municipalities-read-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        Scope.portal(() -> files.ifPresent(there -> served = Served.of(there.look())));
    }

    /** Of how many files what they say now is not in force; the directory counts as one, when it cannot be read. */
    public int refused() {
        return files.map(MunicipalityFiles::refused).orElse(0);
    }

    /** All that are served now. */
    public Collection<ServedMunicipality> all() {
        return served.byCode().values();
    }

    /** The one with this code; empty when it is not served, or not any more. */
    public Optional<ServedMunicipality> of(String code) {
        return Optional.ofNullable(served.byCode().get(code));
    }

    /** The one whose host a request is for; empty when it is nobody's. The same for the whole of a request. */
    public Optional<ServedMunicipality> of(RoutingContext request) {
        Optional<ServedMunicipality> known = request.get(KNOWN);
        if (known == null) {
            HostAndPort asked = request.request().authority();
            known = asked == null ? Optional.ofNullable(served.anyHost())
                    : Optional.ofNullable(served.byHost().getOrDefault(asked.host().toLowerCase(Locale.ROOT), served.anyHost()));
            request.put(KNOWN, known);
        }
        return known;
    }

    /** As {@link #of(RoutingContext)}, of a request that came by here before. */
    public static Optional<ServedMunicipality> known(RoutingContext request) {
        Optional<ServedMunicipality> known = request.get(KNOWN);
        return known == null ? Optional.empty() : known;
    }

    /**
     * The one for which this is done: that which a job says, else that of the request.
     *
     * @throws IllegalStateException when it is done for none: nothing is then taken to be for just any
     */
    public ServedMunicipality now() {
        return found().orElseThrow(() -> new IllegalStateException("This is done for no municipality that is served"));
    }

    /** As {@link #now}; empty when this is done for none. */
    public Optional<ServedMunicipality> found() {
        String said = Scope.municipality();
        if (said != null) {
            return of(said);
        }
        return request().map(this::of).orElseGet(() -> files.isEmpty() ? all().stream().findFirst() : Optional.empty());
    }

    private static Optional<RoutingContext> request() {
        try {
            return Arc.container() != null && Arc.container().requestContext().isActive()
                    ? Optional.ofNullable(Arc.container().instance(CurrentVertxRequest.class).get().getCurrent()) : Optional.empty();
        } catch (ContextNotActiveException ended) {
            return Optional.empty();
        }
    }
}

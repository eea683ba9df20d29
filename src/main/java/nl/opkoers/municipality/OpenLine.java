package nl.opkoers.municipality;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.io.Closeable;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.opkoers.municipality.MunicipalClient.Question;
import nl.opkoers.served.ServedMunicipality;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/** A line by HTTP, with an access token of the portal's own at that municipality. */
final class OpenLine implements MunicipalLine {

    private static final Logger LOG = Logger.getLogger(OpenLine.class);
    private static final long CONNECTS_WITHIN = 1_000;
    private static final long ANSWERS_WITHIN = 1_000;
    /** What people send, for which nobody waits. */
    private static final long TAKES_WITHIN = 5_000;

    /** The times above end with the headers of an answer; with the rest of it, it is there within these. */
    private static final long ALL_WITHIN = 3_000;
    private static final long ALL_TAKEN_WITHIN = 10_000;

    private static final int CALLS_LOOKED_AT = 10;
    private static final double FAILED_OF_THOSE = 0.5;
    private static final long PAUSE = 2_000;
    private static final long TRIED_AGAIN_AFTER = 50;

    private final MunicipalApi api;
    private final MunicipalReports reports;
    private final AccessTokens tokens;
    private final Map<Question, Guarded> questions = new EnumMap<>(Question.class);
    private final Guarded telling;

    /** What keeps a run of failures from costing more, and the name of its circuit breaker. */
    private record Guarded(Guard guard, String breaker) {
    }

    OpenLine(String municipality, MunicipalApi api, MunicipalReports reports, AccessTokens tokens) {
        this.api = api;
        this.reports = reports;
        this.tokens = tokens;
        for (Question question : Question.values()) {
            questions.put(question, guarded(municipality, question.name(), MunicipalityUnreachable.class, ALL_WITHIN, true));
        }
        this.telling = guarded(municipality, "telling", MunicipalityAway.class, ALL_TAKEN_WITHIN, false);
    }

    static OpenLine to(ServedMunicipality municipality, AccessTokens tokens) {
        return new OpenLine(municipality.code(), client(municipality, tokens, ANSWERS_WITHIN, MunicipalApi.class),
                client(municipality, tokens, TAKES_WITHIN, MunicipalReports.class), tokens);
    }

    private static <T> T client(ServedMunicipality municipality, AccessTokens tokens, long answersWithin, Class<T> type) {
        return QuarkusRestClientBuilder.newBuilder().baseUri(municipality.api()).register(tokens)
                .connectTimeout(CONNECTS_WITHIN, TimeUnit.MILLISECONDS).readTimeout(answersWithin, TimeUnit.MILLISECONDS)
                .followRedirects(false).build(type);
    }

    private static Guarded guarded(String municipality, String what, Class<? extends Throwable> failure, long within,
            boolean again) {
        String description = what.toLowerCase(Locale.ROOT) + " of " + municipality;
        // A line that is made anew has breakers of its own, and no name may be given twice.
        String breaker = description + " " + UUID.randomUUID();
        Guard.Builder guard = Guard.create().withDescription(description).withCircuitBreaker().name(breaker)
                .requestVolumeThreshold(CALLS_LOOKED_AT).failureRatio(FAILED_OF_THOSE).delay(PAUSE, ChronoUnit.MILLIS)
                .failOn(List.of(failure, TimeoutException.class)).done().withTimeout().duration(within, ChronoUnit.MILLIS).done();
        if (again) {
            guard.withRetry().maxRetries(1).delay(TRIED_AGAIN_AFTER, ChronoUnit.MILLIS).retryOn(failure).done();
        }
        return new Guarded(guard.build(), breaker);
    }

    @Override
    public MunicipalApi api() {
        return api;
    }

    @Override
    public MunicipalReports reports() {
        return reports;
    }

    @Override
    public <T> T guarded(Question question, Supplier<T> asking) {
        return through(questions.get(question), asking);
    }

    @Override
    public boolean isPausing(Question question) {
        return CircuitBreakerMaintenance.get().currentState(questions.get(question).breaker()) == CircuitBreakerState.OPEN;
    }

    @Override
    public <T> T telling(Supplier<T> tell) {
        return through(telling, tell);
    }

    /** What is asked for is an answer, whatever it is called: nothing here is asked in the background. */
    @SuppressWarnings("unchecked")
    private static <T> T through(Guarded guarded, Supplier<T> work) {
        try {
            return (T) guarded.guard().get(work::get, Object.class);
        } catch (TimeoutException late) {
            throw new MunicipalityAway("half an answer", late);
        }
    }

    @Override
    public void close() {
        Stream.of(api, reports, tokens).forEach(part -> {
            try {
                if (part instanceof Closeable open) {
                    open.close();
                }
            } catch (IOException | RuntimeException stuck) {
                LOG.debugf("A part of a line is not closed: %s", stuck.getClass().getSimpleName());
            }
        });
    }
}

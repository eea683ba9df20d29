package nl.opkoers.contact;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Hearer;

/**
 * Tells an open page at once that there is something new in a conversation, on whichever node it was said: the database
 * announces it. Only that there is something; the page then asks for it as for any other.
 */
@ApplicationScoped
class Live implements Hearer {

    static final String CHANNEL = "conversation_turn";

    /** What was said while nobody listened may be in any conversation. */
    private static final String ANYWHERE = "";

    private static final String TURN = "turn";
    private static final String STILL_HERE = "still";
    private static final String NODE_STOPS = "stops";
    /** After these a page hears nothing more. */
    private static final Set<String> LAST = Set.of(OpenPages.FULL, NODE_STOPS);
    private static final Duration LASTS = Duration.ofMinutes(5);
    /** What stands between forgets who says nothing for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(25);

    private final OpenPages open;
    private final BroadcastProcessor<String> heard = BroadcastProcessor.create();
    private final BroadcastProcessor<String> stops = BroadcastProcessor.create();

    Live(OpenPages open) {
        this.open = open;
    }

    static String place(ParticipantKey key, UUID id) {
        return key.municipality() + " " + key.participant() + " " + id;
    }

    /** Something whenever there may be something new in this conversation. */
    Multi<Boolean> of(ParticipantKey key, UUID id) {
        String place = place(key, id);
        return heard.onOverflow().dropPreviousItems().filter(said -> said.equals(place) || said.equals(ANYWHERE)).map(said -> true);
    }

    /**
     * What a page that is open hears: {@value #TURN} whenever there may be something new in this conversation, and now and then
     * that it is still heard. It ends before long; a page that is still there asks again, and is then looked at again. Of too many
     * at once the oldest is told that it is one, and nothing more.
     *
     * @param who whose page it is
     */
    Multi<String> told(String who, ParticipantKey key, UUID id) {
        return Multi.createFrom().deferred(() -> {
            CompletableFuture<String> page = open.enter(who);
            Multi<String> ticks = Multi.createFrom().ticks().every(SIGN_OF_LIFE).map(tick -> STILL_HERE);
            Multi<String> told = Multi.createBy().merging().streams(of(key, id).map(something -> TURN), ticks, stops,
                    Uni.createFrom().<String>emitter(newer -> page.thenAccept(newer::complete)).toMulti());
            return Multi.createBy().concatenating().streams(told.select().first(said -> !LAST.contains(said)).select().first(LASTS),
                    Multi.createFrom().items(() -> page.isDone() ? Stream.of(OpenPages.FULL) : Stream.empty()))
                    .onTermination().invoke(() -> open.leave(who, page));
        });
    }

    /** Nobody waits for a node to stop that waits for who listens to it: what is open is ended, and asks again elsewhere. */
    void end(@Observes ShutdownDelayInitiatedEvent stopping) {
        stops.onNext(NODE_STOPS);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void begin() {
        heard.onNext(ANYWHERE);
    }

    @Override
    public void heard(String said) {
        heard.onNext(said);
    }
}

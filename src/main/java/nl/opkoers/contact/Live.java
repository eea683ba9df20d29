package nl.opkoers.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
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
    private static final Duration LASTS = Duration.ofMinutes(5);
    /** What stands between forgets who says nothing for a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(25);

    private final BroadcastProcessor<String> heard = BroadcastProcessor.create();

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
     * that it is still heard. It ends before long; a page that is still there asks again, and is then looked at again.
     */
    Multi<String> told(ParticipantKey key, UUID id) {
        Multi<String> ticks = Multi.createFrom().ticks().every(SIGN_OF_LIFE).map(tick -> STILL_HERE);
        return Multi.createBy().merging().streams(of(key, id).map(something -> TURN), ticks).select().first(LASTS);
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

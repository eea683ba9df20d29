package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A page of the feed of what happened: {@code GET /v1/gebeurtenissen?na=}. Events are thin: they tell what to read again.
 *
 * @param series of which numbering these are; another one means that the feed began anew
 * @param first  the lowest number that can still be read
 * @param last   the highest number given out
 */
public record Events(
        @JsonProperty("reeks") UUID series,
        @JsonProperty("eerste") long first,
        @JsonProperty("laatste") long last,
        @JsonProperty("gebeurtenissen") List<Event> events) {

    public Events {
        events = Lists.orEmpty(events);
    }

    /**
     * One event. What cannot be read of it is {@code null}: it stops no others.
     *
     * @param number      its place in the feed, from 1; numbers may be skipped, and a lower one may turn up later
     * @param id          of the event itself, whatever its number
     * @param code        DUO's notification code where there is one, otherwise one of this contract
     * @param participant whom it is about; {@code null} when it is about nobody in particular
     */
    public record Event(
            @JsonDeserialize(using = Leniently.class) @JsonProperty("volgnummer") Long number,
            @JsonDeserialize(using = Leniently.class) @JsonProperty("id") UUID id,
            @JsonDeserialize(using = Leniently.class) @JsonProperty("code") String code,
            @JsonDeserialize(using = Leniently.class) @JsonProperty("tijdstip") Instant at,
            @JsonDeserialize(using = Leniently.class) @JsonProperty("inburgeraarId") String participant,
            @JsonDeserialize(using = Leniently.class) @JsonProperty("onderwerp") Subject subject) {

        /** Whether it has a place in the feed. */
        public boolean hasPlace() {
            return number != null && number > 0;
        }
    }

    /** What an event is about, when that is one thing with an id of its own. */
    public record Subject(
            @JsonProperty("soort") String kindCode,
            @JsonProperty("id") String id,
            @JsonProperty("versie") Integer version) {
    }
}

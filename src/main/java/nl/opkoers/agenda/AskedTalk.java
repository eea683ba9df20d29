package nl.opkoers.agenda;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.opkoers.contact.WeekHours;
import nl.opkoers.language.Dates;
import nl.opkoers.law.WorkingDays;
import nl.opkoers.municipality.Delivery;

/**
 * A talk that somebody asked for before that began a conversation, and how far that has come.
 *
 * @param since when it got that far
 * @param now   the moment at which one looks
 */
public record AskedTalk(TalkRequest request, Told.State state, Instant since, Instant now) {

    /** A choice of this portal: for how long a request that nobody promised to answer keeps another one from being made. */
    private static final Duration OPEN_WITHOUT_PROMISE = Duration.ofDays(14);

    /** @param sent how far its message has come; empty when that arrived so long ago that it is not kept any more */
    static AskedTalk of(TalkRequest request, Optional<Delivery> sent, Instant now) {
        Delivery delivery = sent.orElseGet(() -> new Delivery.Arrived(request.askedAt));
        if (delivery instanceof Delivery.Arrived arrived) {
            return new AskedTalk(request, Told.State.ARRIVED, arrived.at(), now);
        }
        return new AskedTalk(request, delivery instanceof Delivery.Refused ? Told.State.NOTTAKEN : Told.State.of(delivery),
                request.askedAt, now);
    }

    /**
     * The day before which an answer comes when it is promised within some working days. A municipality may close on more
     * days than the law says: so it is about that day.
     *
     * @param within {@code null} when nothing was promised
     */
    static LocalDate answerBefore(Instant from, Integer within) {
        return WorkingDays.before(day(from), within);
    }

    private static LocalDate day(Instant moment) {
        return Dates.dayOf(moment);
    }

    public Instant getAskedAt() {
        return request.askedAt;
    }

    public String getLanguage() {
        return request.language;
    }

    public boolean isInterpreter() {
        return request.interpreter;
    }

    /** The hours that were kept with it, for the person's own eyes; {@code null} when none were. */
    public WeekHours getHours() {
        return request.load == null ? null : WeekHours.of(request.week, new JsonObject(request.load).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, minutes -> minutes.getValue().toString())));
    }

    /** Within how many working days an answer was promised; {@code null} when that was not. */
    public Integer getWithin() {
        return request.answerWithin;
    }

    public boolean isArrived() {
        return state == Told.State.ARRIVED;
    }

    /** About before which day the answer comes, counted from when the municipality had it; {@code null} when unknown. */
    public LocalDate getAnswerBefore() {
        return isArrived() ? answerBefore(since, request.answerWithin) : null;
    }

    /** Whether that day has come. */
    public boolean isPassed() {
        return getAnswerBefore() != null && !day(now).isBefore(getAnswerBefore());
    }

    /** Whether the answer is still to be waited for: so long, asking again would not help. */
    public boolean isOpen() {
        if (state == Told.State.NOTTAKEN) {
            return false;
        }
        return getAnswerBefore() != null ? !isPassed()
                : !isArrived() || since.plus(OPEN_WITHOUT_PROMISE).isAfter(now);
    }
}

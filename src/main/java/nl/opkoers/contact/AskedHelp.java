package nl.opkoers.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.language.Dates;
import nl.opkoers.law.WorkingDays;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.municipality.Sent;

/**
 * A question for help that somebody asked, and how far it has come.
 *
 * @param within       within how many working days an answer was promised; {@code null} when that was not
 * @param answerBefore before which day the answer comes, counted from when the municipality had it; {@code null} when
 *                     it does not have it yet, or promised nothing
 * @param open         whether the answer is still to be waited for: so long, asking again would not help
 * @param attachment   {@code null} when nothing went along
 */
public record AskedHelp(UUID id, HelpRequest.Topic topic, String language, boolean interpreter, Instant askedAt,
        Integer within, LocalDate answerBefore, Delivery.Step step, boolean open, HelpRequest.Attachment attachment) {

    /** A choice of this portal: for how long a question that nobody promised to answer keeps the same from being asked again. */
    private static final Duration OPEN_WITHOUT_PROMISE = Duration.ofDays(14);

    /** @param sent its message; empty when that arrived so long ago that it is not kept any more */
    static AskedHelp of(HelpRequestRow row, Optional<Sent> sent, Instant now) {
        Delivery delivery = sent.map(Sent::delivery).orElseGet(() -> new Delivery.Arrived(row.askedAt));
        LocalDate before = delivery instanceof Delivery.Arrived arrived
                ? WorkingDays.before(day(arrived.at()), row.answerWithin) : null;
        return new AskedHelp(row.key.id(), row.topic, row.language, row.interpreter, row.askedAt, row.answerWithin, before,
                delivery.step(), isOpen(delivery, before, now),
                row.attachment == null ? null : Attachments.read(row.attachment));
    }

    private static boolean isOpen(Delivery delivery, LocalDate before, Instant now) {
        if (delivery instanceof Delivery.Arrived arrived) {
            return before != null ? day(now).isBefore(before) : arrived.at().plus(OPEN_WITHOUT_PROMISE).isAfter(now);
        }
        return !(delivery instanceof Delivery.Refused);
    }

    /** Whether the day has come before which an answer was promised. */
    public boolean passed() {
        return answerBefore != null && !open;
    }

    /** The page that says who has it and when to expect an answer. */
    public String address() {
        return HelpRequests.address(id);
    }

    /** Whether the municipality has it. */
    public boolean arrived() {
        return step == Delivery.Step.ARRIVED;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Dates.AMSTERDAM).toLocalDate();
    }
}

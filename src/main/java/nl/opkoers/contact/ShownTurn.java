package nl.opkoers.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A turn as it is shown: either something that was said, or a step.
 *
 * @param mine   whether it is of the side that reads it
 * @param author the name of who said or did it; {@code null} for the person who reads it, and for the portal
 * @param words  {@code null} when it is a step
 * @param step   {@code null} when something was said
 */
record ShownTurn(int position, UUID id, Instant at, boolean mine, String author, Words words, Step step) {

    /**
     * Something that was said.
     *
     * @param language     a tag of BCP 47 of the own words
     * @param text         the own words; {@code null} when there are none
     * @param sentence     the standard sentence; {@code null} when there is none
     * @param asksBack     whether the person is asked to answer
     * @param answerBefore before which day the rest follows; {@code null} when nothing follows
     * @param unclear      whether the person asked for simpler words
     */
    record Words(String language, String text, PhraseText sentence, List<Attached> files, boolean asksBack, LocalDate answerBefore,
            boolean unclear) {

        /** Whether nothing was written or sent along. */
        public boolean isNone() {
            return text == null && sentence == null && files.isEmpty();
        }
    }

    /** A file that was sent along. @param document whether it is a PDF, and otherwise a picture */
    record Attached(UUID id, boolean document) {
    }

    /**
     * Something that was done.
     *
     * @param by     who did it; {@code null} for the portal, or whom it was taken over from when that is not known
     * @param to     who answers from now on; {@code null} when nobody else does
     * @param note   in Dutch; {@code null} when there is none
     * @param on     when it is looked at whether it helped; {@code null} when it is not
     * @param reason why it was closed; {@code null} when it was not
     */
    record Step(Kind kind, String by, String to, String note, LocalDate on, Closing reason) {

        /** What can be done. */
        enum Kind { UNCLEAR, REFERRED, OUTSIDE, HANDED, TAKENOVER, CLOSED }

        static Step of(Turn turn, String person) {
            if (turn instanceof Turn.Referred referred) {
                return new Step(referred.to() == null ? Kind.OUTSIDE : Kind.REFERRED, referred.byName(), referred.toName(),
                        referred.note(), referred.on(), null);
            }
            if (turn instanceof Turn.HandedOver over) {
                return new Step(Kind.HANDED, over.byName(), over.toName(), over.note(), null, null);
            }
            if (turn instanceof Turn.TakenOver over) {
                return new Step(Kind.TAKENOVER, over.fromName(), over.toName(), null, null, null);
            }
            if (turn instanceof Turn.Closed closed) {
                return new Step(Kind.CLOSED, closed.byName(), null, closed.note(), null, closed.reason());
            }
            return new Step(Kind.UNCLEAR, person, null, null, null, null);
        }
    }

    /** Whether the person can ask for simpler words. */
    public boolean isExplainable() {
        return !mine && words != null && !words.unclear();
    }

    static Words words(Turn turn, PhraseText sentence, Set<UUID> documents, Set<UUID> unclear) {
        if (turn instanceof Turn.Said said) {
            return new Words(said.language(), said.text(), null, files(said.files(), documents), false, null, false);
        }
        if (turn instanceof Turn.Answered answer) {
            return new Words(answer.language(), answer.text(), sentence, files(answer.files(), documents), answer.asksBack(),
                    answer.answerBefore(), unclear.contains(answer.id()));
        }
        return null;
    }

    private static List<Attached> files(List<UUID> files, Set<UUID> documents) {
        return files.stream().map(file -> new Attached(file, documents.contains(file))).toList();
    }
}

package nl.opkoers.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.opkoers.law.Answer;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LegalDate;

/** Whether an exam part can still be done before the term is over, counted back from its end. Always an estimate. */
public sealed interface ExamOutlook permits ExamOutlook.Dated, ExamOutlook.NotKnown {

    /** How much room there is. */
    enum Fit {
        /** It fits, and if it is not passed there is time for as many more attempts as the portal advises to allow for. */
        WITH_ROOM,
        /** It fits, without room for all of those. */
        JUST,
        /** The result cannot be expected before the term is over. */
        TOO_LATE
    }

    /** What is not known and without which nothing can be said. */
    enum Missing {
        /** The end of the term. */
        TERM,
        /** What was registered of the exams. */
        EXAMS,
        /** How long before an exam one registers. */
        REGISTRATION_LEAD,
        /** How long the result takes. */
        RESULT_TIME,
        /** For how many more attempts to leave room. */
        RETAKES
    }

    /** Nothing can be said, for want of all of these. */
    record NotKnown(List<Missing> missing) implements ExamOutlook {

        public NotKnown {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The last days on which it can be done.
     *
     * @param sensible with room for another attempt: this is the advice
     * @param last     without that room
     * @param lastDay  last day of the term, from which was counted back
     * @param waiting  how long one waits for a place: counted in when it is known; when not, it is to be said that it is not
     * @param basis    every rule that was counted with, each with its source
     */
    record Dated(Fit fit, Latest sensible, Latest last, LegalDate lastDay, Answer waiting, List<Fact> basis)
            implements ExamOutlook {

        public Dated {
            basis = List.copyOf(basis);
        }

        /** Whether one of the rules was last checked too long ago to be shown without saying so. */
        public boolean agedOn(LocalDate day) {
            return basis.stream().anyMatch(fact -> fact.agedOn(day));
        }
    }

    /**
     * The last days for one attempt.
     *
     * @param bookBy last day to register
     * @param examBy last day to take the exam, so that the result is in time
     */
    record Latest(LocalDate bookBy, LocalDate examBy) {

        public Latest {
            Objects.requireNonNull(bookBy, "bookBy");
            Objects.requireNonNull(examBy, "examBy");
        }
    }
}

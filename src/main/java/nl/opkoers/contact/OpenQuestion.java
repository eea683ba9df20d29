package nl.opkoers.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Show;

/**
 * A question for help, as the coach of who asked it sees it.
 *
 * @param language     BCP 47 tag of the language to speak
 * @param answerBefore before which day an answer was promised when it was asked; {@code null} when that was not
 * @param overdue      whether that day has come
 * @param attachment   {@code null} when nothing went along
 */
public record OpenQuestion(Caseload.Member member, UUID id, HelpRequest.Topic topic, String language, boolean interpreter,
        Instant askedAt, LocalDate answerBefore, boolean overdue, HelpRequest.Attachment attachment) {

    static OpenQuestion of(HelpRequestRow row, Caseload.Member member, LocalDate today) {
        return new OpenQuestion(member, row.key.id(), row.topic, row.language, row.interpreter, row.askedAt, row.answerBefore,
                row.answerBefore != null && !today.isBefore(row.answerBefore),
                row.attachment == null ? null : Attachments.read(row.attachment));
    }

    /** The page about it. */
    public String address() {
        return "/coach/questions/" + Show.path(member.participant()) + "/" + id;
    }
}

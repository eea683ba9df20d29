package nl.opkoers.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That somebody asked for help. */
@Entity
@Table(name = "help_request")
class HelpRequestRow {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    HelpRequest.Topic topic;

    /** The language to speak, as a BCP 47 tag. */
    String language;

    boolean interpreter;

    /** As {@link Attachments} writes it; {@code null} when nothing went along. */
    @JdbcTypeCode(SqlTypes.JSON)
    String attachment;

    @Column(name = "asked_at")
    Instant askedAt;

    /** Within how many working days the municipality promised an answer then; {@code null} when it promised nothing. */
    @Column(name = "answer_within")
    Integer answerWithin;

    @Column(name = "answer_before")
    LocalDate answerBefore;

    static HelpRequestRow of(ParticipantKey whose, HelpRequest request, Instant askedAt, Integer within, LocalDate before) {
        HelpRequestRow row = new HelpRequestRow();
        row.key = new Key(whose.municipality(), whose.participant(), request.id());
        row.topic = request.topic();
        row.language = request.language().tag();
        row.interpreter = request.interpreter();
        row.attachment = request.attachment() == null ? null : Attachments.write(request.attachment());
        row.askedAt = askedAt;
        row.answerWithin = within;
        row.answerBefore = before;
        return row;
    }

    /** The id is also that of the message to the municipality. */
    @Embeddable
    record Key(String municipality, String participant, UUID id) implements Serializable {
    }
}

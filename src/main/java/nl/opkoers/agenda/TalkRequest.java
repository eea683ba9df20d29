package nl.opkoers.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.Row;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** That somebody asked for a talk because it is too much, before that began a conversation. */
@Entity
@Table(name = "talk_request")
class TalkRequest {

    @EmbeddedId
    Key key;

    /** The Monday of the week that goes along; {@code null} when none does. */
    LocalDate week;

    /** The hours of that week as they were then: minutes by sort, and in all. */
    @JdbcTypeCode(SqlTypes.JSON)
    String load;

    /** The language to speak, as a BCP 47 tag. */
    String language;

    boolean interpreter;

    @Column(name = "asked_at")
    Instant askedAt;

    /** Within how many working days the municipality promised an answer then; {@code null} when it promised nothing. */
    @Column(name = "answer_within")
    Integer answerWithin;

    /** A row as a page reads it at once ({@link Talks}). */
    static TalkRequest of(ParticipantKey whose, Row found) {
        TalkRequest row = new TalkRequest();
        row.key = new Key(whose.municipality(), whose.participant(), found.id(0));
        row.week = found.day(1);
        row.load = found.text(2);
        row.language = found.text(3);
        row.interpreter = found.truth(4);
        row.askedAt = found.moment(5);
        row.answerWithin = found.text(6) == null ? null : Integer.valueOf(found.text(6));
        return row;
    }

    /** The id is also that of the message to the municipality. */
    @Embeddable
    record Key(String municipality, String participant, UUID id) implements Serializable {
    }
}

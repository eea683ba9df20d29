package nl.opkoers.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.scope.Row;

/** That something happened at the municipality which is about a person. */
@Entity
@Table(name = "news")
class News {

    @EmbeddedId
    Key key;

    /** DUO's notification code, or one of the municipal API's own; may be unknown here. */
    String code;

    /** What kind of thing it is about, in the word of the contract; {@code null} when it is about no one thing. */
    @Column(name = "subject_kind")
    String subjectKind;

    /** The id of that thing. */
    @Column(name = "subject_id")
    String subjectId;

    @Column(name = "happened_at")
    Instant happenedAt;

    /** When this portal heard of it: what happened earlier may be heard of later. */
    @Column(name = "noted_at")
    Instant notedAt;

    /** From the columns that Home reads: the event, its code, kind and id of what it is about, when it was and when it was heard. */
    static News of(ParticipantKey whose, Row row) {
        News news = new News();
        news.key = new Key(whose.municipality(), whose.participant(), row.id(0));
        news.code = row.text(1);
        news.subjectKind = row.text(2);
        news.subjectId = row.text(3);
        news.happenedAt = row.moment(4);
        news.notedAt = row.moment(5);
        return news;
    }

    /** The event has an id of its own, by which it is known when it is told again. */
    @Embeddable
    record Key(String municipality, String participant, UUID event) implements Serializable {
    }
}

package nl.opkoers.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

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

    /** The event has an id of its own, by which it is known when it is told again. */
    @Embeddable
    record Key(String municipality, String participant, UUID event) implements Serializable {
    }
}

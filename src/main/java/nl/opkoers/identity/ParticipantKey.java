package nl.opkoers.identity;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Whose row it is. Municipality first, in every row about a person. */
@Embeddable
public record ParticipantKey(String municipality, String participant) implements Serializable {
}

package nl.opkoers.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That an identity provider's subject is the municipality's participant with this opaque id, and when they last signed in. */
@Entity
@Table(name = "account")
class Account {

    @EmbeddedId
    Key key;

    String participant;

    /** When they last did. */
    @Column(name = "signed_in_at")
    Instant signedInAt;

    static Account of(Key key, String participant, Instant now) {
        Account account = new Account();
        account.key = key;
        account.participant = participant;
        account.signedInAt = now;
        return account;
    }

    /** A subject is only unique with its issuer, and an issuer serves more than one municipality. */
    @Embeddable
    record Key(String municipality, String issuer, String subject) implements Serializable {
    }
}

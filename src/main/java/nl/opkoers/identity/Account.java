package nl.opkoers.identity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That an identity provider's subject is the municipality's participant with this opaque id. Nothing else is kept. */
@Entity
@Table(name = "account")
class Account {

    @EmbeddedId
    Key key;

    String participant;

    static Account of(Key key, String participant) {
        Account account = new Account();
        account.key = key;
        account.participant = participant;
        return account;
    }

    /** A subject is only unique with its issuer, and an issuer serves more than one municipality. */
    @Embeddable
    record Key(String municipality, String issuer, String subject) implements Serializable {
    }
}

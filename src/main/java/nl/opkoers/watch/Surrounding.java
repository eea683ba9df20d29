package nl.opkoers.watch;

import java.util.Locale;

/** What the portal leans on besides its database. */
enum Surrounding {

    /** Where participants sign in. */
    ISSUER,
    /** Where staff sign in, and where the portal gets its own access tokens. */
    STAFF_ISSUER,
    /** The municipality's systems. */
    MUNICIPAL_API,
    /** The operator's mail server, if notices go by mail. */
    MAIL,
    /** The database's replica, if there is one. */
    REPLICA;

    /** As an operator reads it. */
    String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package nl.opkoers.identity;

import java.util.Locale;

/**
 * What nobody does without end. How often it may be done stands in the settings: {@code opkoers.limit.<what>.<who>}, such as
 * {@code opkoers.limit.sending.person}.
 */
public enum Limit {
    /** To the identity provider: once for each sign-in. */
    SIGN_IN,
    /** What an identity provider tells of sessions that it ended. */
    SIGN_OUT_TOLD,
    /** Looking for schools, places and people. */
    SEARCH,
    /** Any form, unless something else is said of it. */
    SENDING,
    /** A form that may have a file in it, which takes work to read. */
    UPLOAD,
    /** What an open page sends by itself. */
    LIVE,
    /** A code to an address of one's own: each costs money, and reaches somebody. */
    CODES,
    /** All that the portal knows of somebody, at once. */
    DOWNLOAD,
    /** The calendar at a secret address; or trying such addresses. */
    CALENDAR,
    /** Whether a certificate holds; or trying codes of certificates. */
    CERTIFICATE,
    /** Claiming something that may be wrong of one certificate. */
    CERTIFICATE_TRIES,
    /** Nothing is counted: what keeps somebody safe is never refused. */
    NONE;

    /** Who or what is counted. */
    public enum By {
        /** Somebody who is signed in, wherever they are: nobody else can use up what is theirs. */
        PERSON,
        /** Whoever is not signed in, by the address that they come from, which many may share. */
        ADDRESS,
        /** A browser that is about to sign in, by a number that it was given: whom it shares an address with does not matter. */
        BROWSER,
        /** A thing by itself, whoever asks for it. */
        ITSELF
    }

    /** The name of the setting that says how often. */
    public String setting(By by) {
        return "opkoers.limit." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + by.name().toLowerCase(Locale.ROOT);
    }
}

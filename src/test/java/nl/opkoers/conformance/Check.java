package nl.opkoers.conformance;

/** Everything that is looked at, in the words of texts.properties. */
public enum Check {
    ANSWERS,
    UNCHANGED,
    NO_TOKEN,
    NOT_FOUND,
    BAD_REQUEST,
    VALID,
    VERSION,
    SECURITY,
    ZONES,
    NO_NUMBER,
    UNKNOWN_FIELDS,
    SPEED,

    DOCUMENT,

    SAME_ID,
    OPAQUE_ID,

    SAME_PERSON,
    LEVEL_ON_ROUTE,
    LEVEL_ON_FIRST_PIP,
    INTENSITY,
    PIP_ORDER,
    TERM,
    PARTS_ON_ROUTE,
    COMPLETION,

    SORTED,
    BOUNDED,
    SHORTER_PERIOD,
    UNIQUE,
    END_AFTER_BEGIN,

    ASCENDING,
    AFTER,
    LIMIT,
    PAGES,
    END,
    SERIES,

    ONE_AS_IN_LIST,
    EVERYBODY_ONCE,

    KEY_MISSING,
    ACCEPTED,
    REPEATED,
    KEY_REUSED,
    OUTDATED,
    VERSION_STAYS,
    SHOWN,
    CONTENT_REFUSED,
    FUTURE_REFUSED,
    CORRECTED,
    KIND_KEPT,
    WITHDRAWN
}

package nl.opkoers.contact;

/** Why a conversation is closed, in words that the person reads. Whoever says something more opens it again. */
public enum Closing {
    /** The question was answered. */
    ANSWERED,
    /** It was talked about, by telephone or at the office. */
    TALKED,
    /** Somebody else helps with it now. */
    ELSEWHERE,
    /** The person let know that it is not needed any more. */
    NOTNEEDED,
    /** It was asked more than once, and is answered in another conversation. */
    DOUBLE
}

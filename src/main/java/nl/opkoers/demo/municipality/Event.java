package nl.opkoers.demo.municipality;

/**
 * Something that happened, as the feed tells it. Thin: what is new must be read where it is kept.
 *
 * @param code        DUO's notification code where there is one, otherwise one of the contract's own
 * @param participant whom it is about; null when it is about nobody in particular
 * @param subject     the one thing it is about; null when there is none
 */
record Event(String code, String participant, Subject subject) {

    static final String TERM_STARTED = "SS102";
    static final String TERM_EXTENDED = "SS103";
    static final String EXAM_RESULT = "SS199";
    static final String AGENDA_CHANGED = "OK201";
    static final String CONTACT_CHANGED = "OK202";
    static final String PIP_CHANGED = "OK203";
    static final String HOURS_CHANGED = "OK204";
    static final String CONTACT_REGISTERED = "OK205";
    static final String DOSSIER_CHANGED = "OK206";
    static final String REPLY_RECEIVED = "OK207";

    /** @param version null when the thing has no versions */
    record Subject(String kind, String id, Integer version) {
    }

    static Event of(String code, String participant) {
        return new Event(code, participant, null);
    }

    static Event ofItem(String participant, String item, int version) {
        return ofItem(AGENDA_CHANGED, participant, item, version);
    }

    /** What somebody replied themselves is no news to them, but has to be read again. */
    static Event ofReply(String participant, String item, int version) {
        return ofItem(REPLY_RECEIVED, participant, item, version);
    }

    private static Event ofItem(String code, String participant, String item, int version) {
        return new Event(code, participant, new Subject("Agendaonderdeel", item, version));
    }
}

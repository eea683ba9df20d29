package nl.opkoers.identity;

/** What of a person is shown to who works for the municipality. */
public enum Shown {
    /** Their page: plan, time, contact, notes, and what their conversations are about. */
    PERSON(false),
    /** A conversation with them. */
    CONVERSATION(false),
    /** A picture or letter that went along in one. */
    FILE(false),
    /** Hours that they logged. */
    HOURS(false),
    /** A picture that they sent as proof of hours. */
    PHOTO(false),
    /** Their name in the list of who has asked something. */
    INBOX(true),
    /** Their name in the list of the people of an employee. */
    PEOPLE(true),
    /** Their name in the list of whose hours wait. */
    QUEUE(true);

    private final boolean list;

    Shown(boolean list) {
        this.list = list;
    }

    /** Whether it is a list of many, in which somebody is one. */
    public boolean isList() {
        return list;
    }
}

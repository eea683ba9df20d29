package nl.opkoers.contact;

/**
 * Who reads a conversation.
 *
 * @param staff   whether they work for the municipality
 * @param person  the name of the person whose it is; {@code null} when that is not known
 * @param address of the page on which they read it; what belongs to the conversation is below that
 */
record Viewer(boolean staff, String person, String address) {

    /** The person whose it is. */
    static Viewer person(String address) {
        return new Viewer(false, null, address);
    }

    /** Who works for the municipality. */
    static Viewer staff(String person, String address) {
        return new Viewer(true, person, address);
    }
}

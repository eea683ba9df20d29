package nl.opkoers.scope;

/** Knows who asks for the page that this thread is making. */
public interface WhoAsks {

    /**
     * Who asks now: {@link Who#NOBODY} when nobody is signed in, or no page is being made. Changes nothing, and in particular does
     * not make a session last longer.
     */
    Who now();

    /**
     * Somebody who asks.
     *
     * @param municipality the municipality's code
     * @param person       the opaque id: a participant's or an employee's
     * @param role         the name of their role; {@code null} for a participant
     * @param name         what an employee is called; {@code null} for a participant
     */
    record Who(String municipality, String person, String role, String name) {

        /** Nobody: no row is for them. */
        public static final Who NOBODY = new Who(null, null, null, null);

        /** Nobody who is signed in, at a municipality: no row is for them but those that the portal itself opens there. */
        public static Who nobody(String municipality) {
            return new Who(municipality, null, null, null);
        }

        /** Somebody who is doing their civic integration. */
        public static Who participant(String municipality, String person) {
            return new Who(municipality, person, null, null);
        }

        /** The participant's id; {@code null} for anybody else. */
        String participant() {
            return role == null ? person : null;
        }

        /** The employee's id; {@code null} for anybody else. */
        String employee() {
            return role == null ? null : person;
        }
    }
}

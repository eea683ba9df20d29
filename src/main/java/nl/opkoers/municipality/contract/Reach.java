package nl.opkoers.municipality.contract;

/** How somebody can be reached: what cannot be dialled or written to, such as "unknown" or "via reception", is not known. */
final class Reach {

    private Reach() {
    }

    static String phone(String told) {
        return told != null && told.matches("(?s).*[0-9].*") ? told : null;
    }

    static String email(String told) {
        return told != null && told.contains("@") ? told : null;
    }
}

package nl.opkoers.municipality.contract;

/** Addresses on the web that somebody else wrote. */
final class Links {

    private static final String SAFE = "https://";

    private Links() {
    }

    /** The address, or {@code null} when a browser may not safely be sent there: a script can be written as an address. */
    static String safe(String address) {
        return address != null && address.startsWith(SAFE) ? address : null;
    }
}

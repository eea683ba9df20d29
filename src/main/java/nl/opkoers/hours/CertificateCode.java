package nl.opkoers.hours;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/**
 * The code on a certificate: 100 bits in twenty letters and figures that look like no others (Crockford's base 32: without I,
 * L, O and U). However somebody types it over, with other case, spaces or an O for a zero, it is the same code.
 *
 * @param signs the twenty signs
 */
record CertificateCode(String signs) {

    static final int LENGTH = 20;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int GROUP = 4;

    /** @param random at least 13 bytes that nobody can guess, of which the first 100 bits are used */
    static CertificateCode of(byte[] random) {
        BigInteger number = new BigInteger(1, random).shiftRight(random.length * Byte.SIZE - LENGTH * BITS);
        StringBuilder signs = new StringBuilder();
        for (int sign = LENGTH - 1; sign >= 0; sign--) {
            signs.append(ALPHABET.charAt(number.shiftRight(sign * BITS).intValue() & ALPHABET.length() - 1));
        }
        return new CertificateCode(signs.toString());
    }

    /** What somebody typed; empty when it can be no code. */
    static Optional<CertificateCode> read(String typed) {
        String signs = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}\\p{Cf}]", "").replace('O', '0')
                .replace('I', '1').replace('L', '1');
        return signs.length() == LENGTH && signs.chars().allMatch(sign -> ALPHABET.indexOf(sign) >= 0)
                ? Optional.of(new CertificateCode(signs)) : Optional.empty();
    }

    /** In groups, as it stands on the paper. */
    String shown() {
        return signs.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** What is kept of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(signs.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

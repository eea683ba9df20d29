package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.opkoers.identity.ParticipantKey;

/**
 * Keeps people's addresses so that whoever reads the database does not learn them, and signs what comes back from outside.
 * Each purpose has a key of its own, worked out from the one of the settings.
 */
@ApplicationScoped
class Seal {

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    /** As NIST SP 800-38D wants it for GCM. */
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 12;
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Optional<String> key;

    Seal(NoticeSettings settings) {
        this.key = settings.key();
    }

    /** An address, readable for its owner's row alone. */
    byte[] close(ParticipantKey whose, String address) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, whose, nonce).doFinal(address.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The address; empty when it was closed with another key, for somebody else, or there is no key any more. */
    Optional<String> open(ParticipantKey whose, byte[] closed) {
        if (key.isEmpty() || closed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
            byte[] address = cipher(Cipher.DECRYPT_MODE, whose, nonce).doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
            return Optional.of(new String(address, StandardCharsets.UTF_8));
        } catch (AEADBadTagException another) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a link to stop ends in: the id of the choice, and that it was made here. */
    String stop(UUID choice) {
        byte[] id = bytes(choice);
        byte[] token = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES).put(id).put(mac("stop", id), 0, SIGNATURE_BYTES).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Which choice a link ends; empty when it was not made here. */
    Optional<UUID> stopped(String token) {
        try {
            ByteBuffer parts = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (key.isEmpty() || parts.remaining() != ID_BYTES + SIGNATURE_BYTES) {
                return Optional.empty();
            }
            UUID choice = new UUID(parts.getLong(), parts.getLong());
            return isSame(stop(choice), token) ? Optional.of(choice) : Optional.empty();
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** The six digits by which somebody shows that they read what is sent to an address. They are kept nowhere. */
    String code(UUID asked) {
        long number = ByteBuffer.wrap(mac("code", bytes(asked))).getLong() >>> 1;
        return "%06d".formatted(number % CODES);
    }

    /** Whether this is that code, in a time that tells nothing. */
    boolean isCode(UUID asked, String typed) {
        return isSame(code(asked), typed);
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, ParticipantKey whose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        byte[] secret = mac("address", new byte[0]);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((whose.municipality() + " " + whose.participant()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] mac(String purpose, byte[] what) {
        String secret = key.orElseThrow(() -> new IllegalStateException("opkoers.notice.key is missing"));
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            mac.update(("notice " + purpose + " ").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(what);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}

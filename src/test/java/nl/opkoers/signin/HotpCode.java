package nl.opkoers.signin;

import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes of a token that everybody in these tests has (HOTP, RFC 4226): they count instead of waiting for the clock. */
final class HotpCode {

    private static final String SECRET = "twenty-letters-long!";
    private static final int DIGITS = 6;

    private HotpCode() {
    }

    static JsonObject credential() {
        return new JsonObject().put("type", "otp").put("secretData", new JsonObject().put("value", SECRET).encode())
                .put("credentialData", new JsonObject().put("subType", "hotp").put("digits", DIGITS).put("counter", 0)
                        .put("period", 30).put("algorithm", "HmacSHA1").encode());
    }

    static String at(int counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format("%0" + DIGITS + "d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package nl.opkoers.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import nl.opkoers.language.Messages;

/**
 * Someone the demo can sign in as.
 *
 * @param key the name on the button's form field, such as {@code z-tigrinya}
 * @param description what kind of person it is, in a few words
 * @param claims what the identity provider says of the person, and nothing more
 */
record SignInPerson(String key, Function<Messages, String> description, Map<String, Object> claims) {
    SignInPerson {
        Objects.requireNonNull(key);
        claims = Map.copyOf(claims);
    }

    boolean isStaff() {
        return claims.containsKey("employee_id");
    }

    /**
     * The person's name at this issuer for this client: the same every time, different elsewhere, and telling nothing
     * (OpenID Connect Core 1.0, section 8.1).
     */
    String subject(URI issuer, String clientId) {
        String pair = issuer + " " + clientId + " " + key;
        return UUID.nameUUIDFromBytes(pair.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The key only: the claims hold a number that belongs in no log. */
    @Override
    public String toString() {
        return key;
    }
}

package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Wakes a browser by its push service (RFC 8030), as a server that the service knows (RFC 8292). Nothing is in it: what the
 * browser then says it has had since it was asked, so that the service has nothing to read.
 */
@ApplicationScoped
class PushProvider implements Provider {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A phone that was off for a day shows it when it is on again; no longer. */
    private static final Duration KEPT_THERE = Duration.ofDays(1);
    private static final Duration SIGNED_FOR = Duration.ofHours(12);
    /** An uncompressed point of P-256 (SEC 1, section 2.3.3): 4, x, y. */
    private static final int POINT_BYTES = 65;
    private static final int COORDINATE_BYTES = 32;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;
    /** The browser is gone, or does not want any more. */
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final NoticeSettings.Push settings;
    private final Clock clock;

    PushProvider(NoticeSettings settings, Clock clock) {
        this.settings = settings.push();
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean isThere() {
        return settings.privateKey().isPresent() && settings.publicKey().isPresent();
    }

    /** Whether an address is of a push service that the operator trusts: nobody is to let the portal call where they like. */
    boolean isTrusted(String address) {
        try {
            String origin = origin(URI.create(address));
            return settings.services().stream().anyMatch(service -> service.contains("*.")
                    ? origin.startsWith("https://") && origin.endsWith(service.substring(service.indexOf("*.") + 1))
                    : origin.equals(service));
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    /**
     * The address of a browser, with the key that it was asked with: it lets itself be woken with that one alone. What is behind the
     * {@code #} is told to no service. An address that was kept before this was has none.
     */
    String withKey(String address) {
        return address.replaceFirst("#.*", "") + "#" + settings.publicKey().orElseThrow();
    }

    @Override
    public Handed hand(Letter letter) {
        URI address = URI.create(letter.address());
        String asked = address.getRawFragment();
        if (asked != null && !asked.equals(settings.publicKey().orElseThrow())) {
            // Its service would refuse it (RFC 8292, section 4), in the same words as when our clock is wrong, which passes.
            return new Handed.Undeliverable("another key");
        }
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
                .header("TTL", String.valueOf(KEPT_THERE.toSeconds()))
                .header("Authorization", "vapid t=" + signed(address) + ", k=" + settings.publicKey().orElseThrow())
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // What it says besides is read by nobody, and may never end: the time of a request does with the headers of its answer.
            answer.body().close();
            return answered(answer.statusCode());
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            return new Handed.Away("no push service");
        } catch (IOException failure) {
            return new Handed.Unknown(failure.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Handed.Unknown("stopping");
        }
    }

    private static Handed answered(int status) {
        if (status >= OK && status < REDIRECT) {
            return new Handed.Taken(null);
        }
        if (GONE.contains(status)) {
            return new Handed.Undeliverable("status " + status);
        }
        return status >= FAILED || status == TOO_MANY ? new Handed.Away("status " + status) : new Handed.Later("status " + status);
    }

    private String signed(URI address) {
        JwtClaims claims = new JwtClaims();
        claims.setAudience(origin(address));
        claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().plus(SIGNED_FOR).getEpochSecond()));
        settings.contact().ifPresent(claims::setSubject);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            token.setKey(key().getPrivateKey());
            return token.getCompactSerialization();
        } catch (JoseException wrongKey) {
            throw new IllegalStateException("opkoers.notice.push: the keys do not fit", wrongKey);
        }
    }

    private EllipticCurveJsonWebKey key() throws JoseException {
        byte[] point = Base64.getUrlDecoder().decode(settings.publicKey().orElseThrow());
        return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Map.of("kty", "EC", "crv", "P-256",
                "x", text(Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES)),
                "y", text(Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, POINT_BYTES)),
                "d", settings.privateKey().orElseThrow()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

package nl.opkoers.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.AesKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session is what we wrote ourselves and nothing else. */
class SessionCookieTest {

    private static final String SECRET = "a secret for this test";
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Session SELAM = new Session("9901", "opaque-7", Role.PARTICIPANT, null, START, START.plusSeconds(60));

    private final SessionCookie cookie = new SessionCookie(SECRET, true, null);

    @Test
    void whatWasWrittenIsRead() {
        assertEquals(Optional.of(SELAM), cookie.decrypt(cookie.encrypt(SELAM)));
        Session coach = new Session("9901", "M-1", Role.STAFF, "Femke Noordhof", START, START);
        assertEquals(Optional.of(coach), cookie.decrypt(cookie.encrypt(coach)));
    }

    @Test
    void anotherNodeWithTheSameSecretReadsItAndOneWithAnotherDoesNot() {
        String value = cookie.encrypt(SELAM);
        assertEquals(Optional.of(SELAM), new SessionCookie(SECRET, false, null).decrypt(value));
        assertEquals(Optional.empty(), new SessionCookie("another secret", true, null).decrypt(value));
    }

    @Test
    void nobodyElseReadsWhoItIs() {
        String value = cookie.encrypt(SELAM);
        for (String part : value.split("\\.")) {
            assertFalse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1).contains("opaque-7"));
        }
        assertNotEquals(value, cookie.encrypt(SELAM), "two sessions that look the same could be told to be one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "....", "a.b.c", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30.", "ሰላም", "%00"})
    void whatIsGarbledIsNoSession(String value) {
        assertEquals(Optional.empty(), cookie.decrypt(value));
    }

    /** Anybody can make one that begins as ours do. */
    @Test
    void whatOnlyBeginsAsASessionIsNone() {
        String[] ours = cookie.encrypt(SELAM).split("\\.", -1);
        for (int iv = 0; iv <= 20; iv++) {
            for (int text = 0; text <= 20; text++) {
                for (int tag = 0; tag <= 20; tag++) {
                    assertEquals(Optional.empty(), cookie.decrypt(String.join(".", ours[0], "", "A".repeat(iv), "A".repeat(text), "A".repeat(tag))),
                            iv + " " + text + " " + tag);
                }
            }
        }
        for (String header : new String[] {"{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"x\":" + "[".repeat(5_000), "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[\"x\"]}", "{\"alg\":1,\"enc\":[]}", "{}", "[]", "null", "\"x\""}) {
            String first = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
            assertEquals(Optional.empty(), cookie.decrypt(String.join(".", first, "", ours[2], ours[3], ours[4])), header);
            assertEquals(Optional.empty(), cookie.decrypt(first + "." + "A".repeat(16) + ".." + ours[3] + "." + ours[4]), header);
        }
    }

    @Test
    void whatWasTamperedWithIsNoSession() {
        String value = cookie.encrypt(SELAM);
        for (int place = 0; place < value.length(); place += 7) {
            if (value.charAt(place) != '.') {
                char other = value.charAt(place) == 'A' ? 'B' : 'A';
                String tampered = value.substring(0, place) + other + value.substring(place + 1);
                assertTrue(cookie.decrypt(tampered).filter(session -> !session.equals(SELAM)).isEmpty(), tampered);
            }
        }
        String[] parts = value.split("\\.");
        String swapped = cookie.encrypt(new Session("9901", "opaque-8", Role.PARTICIPANT, null, START, START)).split("\\.")[3];
        assertEquals(Optional.empty(), cookie.decrypt(String.join(".", parts[0], parts[1], parts[2], swapped, parts[4])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sub\":\"7\",\"mun\":\"9901\",\"role\":\"participant\",\"iat\":1}",
        "{\"sub\":\"7\",\"mun\":\"9901\",\"role\":\"participant\",\"auth_time\":1}", "{\"mun\":\"9901\",\"role\":\"participant\",\"auth_time\":1,\"iat\":1}",
        "{\"sub\":\"7\",\"mun\":\"9901\",\"role\":\"participant\",\"auth_time\":\"x\",\"iat\":1}", "not json"})
    void whatAnotherVersionWroteIsNoSession(String payload) throws Exception {
        assertEquals(Optional.empty(), cookie.decrypt(encrypted(payload)));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, true", "PT14M59S, true", "PT15M, false", "PT8H, false"})
    void whoDoesNothingForAQuarterOfAnHourIsSignedOut(Duration idle, boolean active) {
        Session session = new Session("9901", "7", Role.PARTICIPANT, null, START, START);
        assertEquals(active, session.activeAt(START.plus(idle)));
    }

    @ParameterizedTest
    @CsvSource({"PT7H59M59S, true", "PT8H, false"})
    void nobodyStaysSignedInForLongerThanAWorkingDay(Duration busy, boolean active) {
        Session session = SELAM.seenAgain(START.plus(busy).minusSeconds(1));
        assertEquals(active, session.activeAt(START.plus(busy)));
        assertEquals(START, session.startedAt(), "being seen again is no new start");
    }

    @Test
    void onlyAParticipantIsOne() {
        assertTrue(SELAM.participant());
        assertFalse(new Session("9901", "M-1", Role.STAFF, "Femke", START, START).participant());
        assertFalse(new Session("9901", "7", null, null, START, START).participant());
    }

    @Test
    void overHttpsTheBrowserGuardsTheNameToo() {
        assertEquals("__Host-session", cookie.name());
        assertEquals("session", new SessionCookie(SECRET, false, null).name());
    }

    private static String encrypted(String payload) throws Exception {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue("dir");
        encryption.setEncryptionMethodHeaderParameter("A256GCM");
        encryption.setKey(new AesKey(MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8))));
        encryption.setPayload(payload);
        return encryption.getCompactSerialization();
    }
}

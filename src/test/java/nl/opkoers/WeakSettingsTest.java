package nl.opkoers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator who would put people in danger by a setting hears so before anybody can come in. */
class WeakSettingsTest {

    private static final String GOOD = "q8Zr3Vt0Lw5Yx7Nc2Bm9Kd4Hs6Jf1Gpa";

    @Test
    void withGoodSettingsNothingIsSaid() {
        assertEquals(List.of(), problems(good()));
    }

    /** Each by itself: the setting, what it is set to, and what the line has to say. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "opkoers.demo | true | anybody may be anybody",
            "opkoers.session.secure | false | plain HTTP",
            "opkoers.session.form-cookie | csrf | another host",
            "opkoers.portal | http://inburgeren.voorbeeld.nl | https",
            "opkoers.issuer.url | http://digid.voorbeeld.nl/issuer | https",
            "opkoers.issuer.url | HTTP://localhost.evil.nl | https",
            "opkoers.issuer.url | no address at all | https",
            "opkoers.staff-issuer.url | http://10.0.0.3/staff | https",
            "opkoers.municipality.url | http://gemeente.intern | https",
            "opkoers.translation.url | http://translate.intern | https",
            "opkoers.notice.portal | http://inburgeren.voorbeeld.nl | https",
            "opkoers.notice.sms.url | http://sms.intern | https",
            "opkoers.session.secret | change-me-change-me-change-me-change-me | guessed",
            "opkoers.session.secret | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | guessed",
            "opkoers.session.secret | opkoers-8Zr3Vt0Lw5Yx7Nc2Bm9Kd4Hs6Jf1Gpa | guessed",
            "opkoers.notice.key | 12345678901234567890123456789012 | guessed",
            "opkoers.issuer.client-secret | kort8Zr3 | short",
            "opkoers.staff-issuer.client-secret | q8Zr3Vt0Lw5Yx7Nc2Bm9Kd4Hs6Jf1Gp | short",
            "opkoers.database.password | postgres | short",
            "opkoers.database.owner.password | owner | short",
            "opkoers.proxies | 10.0.0.1,0.0.0.0/0 | anybody could say",
            "opkoers.proxies | ::/0 | anybody could say",
            "opkoers.limit.not-for | 0.0.0.0/0 | nobody would be stopped",
            "quarkus.http.proxy.proxy-address-forwarding | true | opkoers.proxies",
            "quarkus.http.proxy.enable-forwarded-host | true | another host",
            "quarkus.http.cors.enabled | true | no other site",
            "quarkus.http.cors | true | no other site",
            "quarkus.hibernate-orm.log.bind-parameters | true | logged",
            "quarkus.tls.trust-all | true | anybody could be at the other end",
            "quarkus.tls.\"smtp\".trust-all | true | anybody could be at the other end",
            "quarkus.oidc.participants.tls.verification | none | anybody could be at the other end",
            "quarkus.rest-client.municipality.verify-host | false | anybody could be at the other end",
            "quarkus.tls.hostname-verification-algorithm | NONE | anybody could be at the other end",
            "quarkus.log.level | TRACE | use INFO",
            "quarkus.log.category.\"nl.opkoers\".level | trace | use INFO",
            "quarkus.log.category.\"nl.opkoers\".min-level | ALL | use INFO",
            "quarkus.log.category.\"io.quarkus.oidc\".level | DEBUG | use INFO",
    })
    void eachWeakSettingIsNamedWithWhatToDo(String setting, String value, String what) {
        Map<String, String> settings = good();
        settings.put(setting, value);

        List<String> problems = problems(settings);

        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(setting + " ("), problems.get(0));
        assertTrue(problems.get(0).contains(what), problems.get(0));
        assertFalse(value.length() > 20 && problems.get(0).contains(value), "a value is never shown");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "opkoers.issuer.url | http://localhost:8082/issuer",
            "opkoers.municipality.url | http://127.0.0.1:8081",
            "opkoers.municipality.url | http://[::1]:8081",
            "opkoers.proxies | 10.0.0.0/8, 192.168.1.1",
            "opkoers.proxies | 127.0.0.1,::1",
            "quarkus.log.level | DEBUG",
            "quarkus.rest-client.municipality.verify-host | true",
            "quarkus.oidc.participants.tls.verification | required",
            "quarkus.tls.hostname-verification-algorithm | HTTPS",
    })
    void whatIsSafeIsLeftAlone(String setting, String value) {
        Map<String, String> settings = good();
        settings.put(setting, value);
        assertEquals(List.of(), problems(settings));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({"opkoers.staff-issuer.url, opkoers.issuer.url", "opkoers.database.user, opkoers.database.owner.user",
            "opkoers.database.password, opkoers.database.owner.password", "opkoers.notice.key, opkoers.session.secret"})
    void whatHasToDifferAndDoesNotIsNamed(String setting, String other) {
        Map<String, String> settings = good();
        settings.put(setting, settings.get(other));

        List<String> problems = problems(settings);

        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(setting + " (") && problems.get(0).contains("the same as " + other), problems.get(0));
    }

    @Test
    void anIssuerElsewhereHasToSayHowSureItIsOfWhoSignsIn() {
        Map<String, String> settings = good();
        settings.remove("opkoers.issuer.acr");
        assertEquals(1, problems(settings).size());
        assertTrue(problems(settings).get(0).startsWith("opkoers.issuer.acr ("), problems(settings).get(0));
        settings.put("opkoers.issuer.url", "http://localhost:8180/opkoers");
        assertEquals(List.of(), problems(settings), "on this machine it is tried out");
    }

    @Test
    void mailOverAnOpenLineIsRefusedOnlyWhereMailIsSentToAnotherMachine() {
        Map<String, String> settings = good();
        settings.put("opkoers.mail.start-tls", "DISABLED");
        assertEquals(List.of(), problems(settings), "no mail is sent");
        settings.put("opkoers.notice.mail.from", "Portaal <portaal@voorbeeld.nl>");
        settings.put("opkoers.mail.host", "localhost");
        assertEquals(List.of(), problems(settings));
        settings.put("opkoers.mail.host", "smtp.voorbeeld.nl");
        assertEquals(1, problems(settings).size());
    }

    @Test
    void allAreNamedAtOnce() {
        Map<String, String> settings = good();
        settings.put("opkoers.demo", "true");
        settings.put("opkoers.session.secure", "false");
        settings.put("quarkus.log.level", "TRACE");
        assertEquals(3, problems(settings).size());
    }

    @Test
    void theDemoMayBeWeakOnThisMachineAlone() {
        Map<String, String> settings = good();
        settings.put("opkoers.demo", "true");
        settings.put("quarkus.profile", "demo");
        assertEquals(List.of(), problems(settings));
        settings.put("quarkus.http.host", "127.0.0.1");
        assertEquals(List.of(), problems(settings));
        settings.put("quarkus.http.host", "0.0.0.0");
        assertEquals(1, problems(settings).size());
    }

    private static Map<String, String> good() {
        Map<String, String> good = new HashMap<>(Map.of(
                "opkoers.portal", "https://inburgeren.waterstad.nl",
                "opkoers.issuer.url", "https://makelaar.nl/issuer",
                "opkoers.staff-issuer.url", "https://login.waterstad.nl/staff",
                "opkoers.municipality.url", "https://api.waterstad.nl",
                "opkoers.session.secret", "1" + GOOD,
                "opkoers.notice.key", "2" + GOOD,
                "opkoers.database.user", "portal_app",
                "opkoers.database.owner.user", "portal_owner",
                "opkoers.database.password", "3" + GOOD,
                "opkoers.database.owner.password", "4" + GOOD));
        good.put("opkoers.issuer.acr", "midden");
        return good;
    }

    private static List<String> problems(Map<String, String> settings) {
        return WeakSettings.problems(name -> Optional.ofNullable(settings.get(name)), settings.keySet());
    }
}

package nl.opkoers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An operator who forgets settings hears of all of them at once, before anything starts. */
class RequiredSettingsTest {
    private static final List<String> NAMES = List.of("opkoers.database.url", "opkoers.database.user",
            "opkoers.database.password", "opkoers.database.owner.user", "opkoers.database.owner.password",
            "opkoers.issuer.url", "opkoers.issuer.client-id", "opkoers.issuer.client-secret",
            "opkoers.staff-issuer.url", "opkoers.staff-issuer.client-id", "opkoers.staff-issuer.client-secret",
            "opkoers.municipality.url", "opkoers.municipality.code", "opkoers.session.secret", "opkoers.portal");

    @Test
    void everyMissingSettingIsNamedAtOnceWithItsEnvironmentVariable() {
        List<String> problems = RequiredSettings.problems(name -> Optional.empty());

        assertEquals(NAMES.size(), problems.size());
        String explained = RequiredSettings.explained(problems);
        NAMES.forEach(name -> assertTrue(explained.contains(name), name));
        assertTrue(explained.contains("OPKOERS_ISSUER_CLIENT_SECRET"), explained);
    }

    @Test
    void withEverySettingThePortalMayStart() {
        assertEquals(List.of(), problems(complete()));
    }

    @Test
    void onlyTheMissingSettingIsNamed() {
        Map<String, String> settings = complete();
        settings.remove("opkoers.municipality.url");

        List<String> problems = problems(settings);

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("opkoers.municipality.url (OPKOERS_MUNICIPALITY_URL) is missing"));
    }

    @Test
    void aSessionSecretOf31CharactersIsTooShortAndNotRepeated() {
        Map<String, String> settings = complete();
        settings.put("opkoers.session.secret", "s".repeat(31));

        List<String> problems = problems(settings);

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("too short"), problems.get(0));
        assertFalse(problems.get(0).contains("sss"), "a secret is never shown");
    }

    @Test
    void whoSwitchesSmsOnIsToldWhatThatNeedsAndNobodyElseIs() {
        Map<String, String> settings = complete();
        settings.put("opkoers.notice.sms.api-key", "name-service-secret");
        settings.put("opkoers.notice.mail.from", "Portaal <portaal@voorbeeld.nl>");
        settings.put("opkoers.notice.key", "short");

        List<String> problems = problems(settings);

        assertEquals(4, problems.size(), problems.toString());
        for (String name : List.of("notice.portal", "notice.sms.url", "notice.sms.template", "notice.key")) {
            assertEquals(1, problems.stream().filter(line -> line.startsWith("opkoers." + name + " ")).count(), name);
        }
    }

    private static Map<String, String> complete() {
        Map<String, String> settings = new HashMap<>();
        NAMES.forEach(name -> settings.put(name, "x".repeat(32)));
        return settings;
    }

    private static List<String> problems(Map<String, String> settings) {
        return RequiredSettings.problems(name -> Optional.ofNullable(settings.get(name)));
    }
}

package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.opkoers.Portal;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;

/** What people read does not depend on how the machine is set up on which a node runs. */
class AnyHostIT extends ShippedPortal {

    private static final List<String> PAGES = List.of("/", "/agenda", "/plan", "/hours", "/people", "/messages");

    @Test
    void aNodeInAnotherTimeZoneAndLanguageShowsTheSameDaysAndHours() {
        Map<String, String> elsewhere = new HashMap<>(world.settings());
        // Fourteen hours before UTC; a language in which i and I are two letters; and no letters but those of 1963.
        elsewhere.putAll(Map.of("user.timezone", "Pacific/Kiritimati", "user.language", "tr", "user.country", "TR", "file.encoding", "US-ASCII"));
        PortalProcess usual = node();
        try (PortalProcess strange = PortalProcess.start(elsewhere)) {
            for (Language language : List.of(Language.NL, Language.AR, Language.TI)) {
                Portal selam = Portal.visitor(usual.base(), language).signedIn("z-tigrinya");
                PAGES.forEach(page -> selam.at(usual.base()).get(page));
                for (String page : PAGES) {
                    String here = selam.at(usual.base()).get(page).text();
                    assertFalse(here.isBlank(), page);
                    assertEquals(here, selam.at(strange.base()).get(page).text(), language + " " + page);
                }
            }
        }
    }
}

package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.Rows;
import nl.opkoers.contact.ContactPreference.Frequency;
import nl.opkoers.contact.ContactPreference.Way;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.ParticipantKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often people want to hear of the municipality, and that it is not known of who never said so. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ContactPreferencesTest {

    private static final ParticipantKey FIYORI = new ParticipantKey("9901", "fiyori");
    private static final ParticipantKey MUSTAFA = new ParticipantKey("9901", "mustafa");
    private static final ParticipantKey FIYORI_ELSEWHERE = new ParticipantKey("9902", "fiyori");

    @Inject
    ContactPreferences preferences;

    @AfterEach
    void nothingIsLeft() {
        Rows.clear("contact_preference");
    }

    @Test
    void theLastWordHoldsAndTheOthersStay() {
        preferences.keep(FIYORI, Frequency.ONLY_WHEN_I_ASK, Way.TELEPHONE);
        preferences.keep(FIYORI, Frequency.EVERY_TWO_MONTHS, null);
        preferences.keep(FIYORI, Frequency.EVERY_TWO_MONTHS, null);

        ContactPreference now = preferences.of(FIYORI).orElseThrow();
        assertEquals(Frequency.EVERY_TWO_MONTHS, now.frequency());
        assertEquals(Optional.empty(), Optional.ofNullable(now.way()));
        assertEquals(List.of("ONLY_WHEN_I_ASK", "EVERY_TWO_MONTHS"), Rows.of("select frequency from contact_preference order by at"));
    }

    @Test
    void manyPeopleAreLookedUpAtOnce() {
        preferences.keep(FIYORI, Frequency.AS_OFTEN_AS_POSSIBLE, Way.OFFICE);
        preferences.keep(FIYORI_ELSEWHERE, Frequency.ONLY_WHEN_I_ASK, Way.MESSAGE);

        Map<ParticipantKey, ContactPreference> found = preferences.of(List.of(FIYORI, MUSTAFA));
        assertEquals(Set.of(FIYORI), found.keySet());
        assertEquals(Way.OFFICE, found.get(FIYORI).way());
        assertEquals(Map.of(), preferences.of(List.of()));
    }
}

package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Run before a release with {@code mvn test -Prelease-check}. Left out of the ordinary build, which must not start to fail because
 * time went by.
 */
@Tag("release-check")
@DisplayName("Before a release")
class ReleaseCheckTest {

    @Test
    @DisplayName("no fact is shown whose source was checked too long ago")
    void noStaleFacts() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        List<String> stale = LawBook.standard().facts()
            .filter(fact -> fact.inForceOn(today) && fact.agedOn(today))
            .map(fact -> fact.key().code() + ", checked on " + fact.checkedOn() + ": " + fact.source())
            .distinct()
            .toList();
        assertTrue(stale.isEmpty(), () -> stale.size() + " facts want a new look at their source:\n" + String.join("\n", stale));
    }
}

package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Events;
import nl.opkoers.municipality.contract.Municipality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers in the name of the municipality brings nothing down: what cannot be read is as good as no answer. */
class DeepJsonTest {

    private static final int DEEP = 200_000;

    private final Contract contract = new Contract();

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"naam\":", "{\"x\":[", "{\"persoon\":{\"x\":"})
    void whatIsNestedWithoutEndIsNotRead(String step) {
        String body = step.repeat(DEEP);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (Class<?> type : new Class<?>[] {Dossier.class, Municipality.class, Events.class}) {
                MunicipalityUnreachable said = assertThrows(MunicipalityUnreachable.class, () -> contract.read(body, type));
                assertTrue(said.getMessage().length() < 100, "what was sent is not repeated");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"naam\": \"a\\u0000b\"}", "{\"naam\": 1e1000000000}", "{\"naam\": \"\\ud800\"", "\u0000", "{\"naam\": \"x\", \"naam\": }"})
    void whatCannotBeKeptIsNotRead(String body) {
        assertThrows(MunicipalityUnreachable.class, () -> contract.read(body, Municipality.class));
    }
}

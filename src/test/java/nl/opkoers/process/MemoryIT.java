package nl.opkoers.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.opkoers.Portal;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Once everybody is in, the portal as it is shipped knows nobody's number any more: it is in no object that it can still reach,
 * whoever made that. The identity provider and the municipality, which do know them, are in another process here.
 */
class MemoryIT extends ShippedPortal {

    /** Nobody's, given to the portal to see that it would be found. */
    private static final String PLANTED = "123456782";
    private static final int LENGTH = 9;

    @Test
    void noNumberIsInMemoryOnceEverybodyIsIn(@TempDir Path directory) throws IOException {
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.put("planted", PLANTED);
        // What Java learns, it learns from the demo: the names in its classes, and among those the numbers of the cast.
        try (PortalProcess portal = PortalProcess.start(PortalProcess.PROGRAM, settings)) {
            world.municipality().faults().set(Resource.SEARCH, Fault.error());
            assertEquals(503, Portal.visitor(portal.base(), Language.NL).signIn("z-tigrinya", "/").status());
            world.municipality().faults().clear();
            Cast.all().stream().filter(member -> member.kind() == CastMember.Kind.PARTICIPANT)
                    .forEach(member -> Portal.visitor(portal.base(), Language.NL).signIn(member.key(), "/plan"));
            Path memory = directory.resolve("memory.hprof");
            portal.dumpMemory(memory);

            Map<String, Integer> found = found(memory);

            assertTrue(found.remove("…" + PLANTED.substring(6)) > 0, "what is there is found");
            assertEquals(Map.of(), found);
        }
    }

    /** How often each number is in a file, by its end: digits one after another, or with a zero between them as in wide text. */
    private static Map<String, Integer> found(Path file) throws IOException {
        List<String> numbers = Stream.concat(Stream.of(PLANTED), Cast.all().stream()
                .flatMap(member -> Stream.of(member.bsn(), member.vNumber())).filter(Objects::nonNull)).toList();
        Map<String, Integer> found = new TreeMap<>();
        StringBuilder digits = new StringBuilder();
        int zeros = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == 0 && zeros == 0) {
                    zeros++;
                    continue;
                }
                zeros = 0;
                if (next < '0' || next > '9') {
                    digits.setLength(0);
                    continue;
                }
                digits.append((char) next);
                if (digits.length() >= LENGTH) {
                    String seen = digits.toString();
                    numbers.stream().filter(seen::endsWith).forEach(number -> found.merge("…" + number.substring(6), 1, Integer::sum));
                    digits.delete(0, digits.length() - LENGTH);
                }
            }
        }
        return found;
    }
}

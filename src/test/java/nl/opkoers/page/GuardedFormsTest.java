package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.identity.PersonMark;
import org.junit.jupiter.api.Test;

/**
 * Every form says for whom its page was made. No form is taken without its token, and but for a few there is one line by which a
 * form gets that: the line that says whose it is as well. {@link NameRules} looks at the forms of every page that a test opens.
 */
class GuardedFormsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String GUARD = "tags/guard.html";
    /** By which one signs out whoever is there, or stops the notices of whose link it is. */
    private static final Set<String> OPEN = Set.of("page/frame.html", "hours/unsent.html", "notice/stop.html");

    @Test
    void noFormGetsItsTokenWithoutSayingWhoseItIs() {
        Set<String> withToken = templates().filter(template -> text(template).contains("csrf"))
                .map(template -> TEMPLATES.relativize(template).toString()).collect(Collectors.toCollection(TreeSet::new));

        Set<String> expected = new TreeSet<>(OPEN);
        expected.add(GUARD);
        assertEquals(expected, withToken);
        assertTrue(text(TEMPLATES.resolve(GUARD)).contains("name=\"" + PersonMark.FIELD + "\""));
    }

    @Test
    void whatIsOpenHoldsOneFormAndThatIsOpen() {
        for (String open : OPEN) {
            String text = text(TEMPLATES.resolve(open));
            assertEquals(1, text.split("<form ", -1).length - 1, open);
            assertTrue(text.matches("(?s).*<form method=\"post\" action=\"(/sign-out|/notices/stop/[^\"]*)\">.*"), open);
        }
    }

    private static Stream<Path> templates() {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

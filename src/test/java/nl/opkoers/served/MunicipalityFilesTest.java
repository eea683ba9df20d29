package nl.opkoers.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator adds municipalities, changes them and takes them away, and now and then makes a mistake. */
class MunicipalityFilesTest {

    private static final String BERGDAM = """
            municipality.code=9902
            municipality.url=https://api.bergdam.example
            portal=https://inburgeren.bergdam.example
            issuer.url=https://digid.bergdam.example
            issuer.client-id=portal
            issuer.client-secret=${BERGDAM_SECRET}
            issuer.acr=middle, high
            staff-issuer.url=https://staff.bergdam.example
            staff-issuer.client-id=portal
            staff-issuer.client-secret=file:staff-secret
            """;
    private static final Map<String, String> ENVIRONMENT = Map.of("BERGDAM_SECRET", "of the environment");
    private static final Map<String, String> INSTALLATION = Map.of("groups.coach", "coach", "groups.team-lead", "lead", "leave-to",
            "https://www.buienradar.nl/", "contact.video", "false", "contact.translation", "true", "languages", "nl,en");

    @TempDir
    Path directory;

    @Test
    void aFileIsAMunicipality() throws IOException {
        write("bergdam", BERGDAM);
        write("staff-secret", "of a file\n", "");

        ServedMunicipality bergdam = look(files()).get(0);

        assertEquals("9902", bergdam.code());
        assertEquals(Optional.of("inburgeren.bergdam.example"), bergdam.host());
        assertEquals("of the environment", bergdam.participants().clientSecret());
        assertEquals("of a file", bergdam.staff().clientSecret());
        assertEquals(List.of("middle", "high"), bergdam.participants().levels());
        assertEquals(Set.of("nl", "en"), bergdam.languages());
        assertEquals("coach", bergdam.groups().coach(), "as the installation has it");
        assertFalse(bergdam.toString().contains("of the environment") || bergdam.toString().contains("of a file"), "no secret in a log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality.code=", "portal=no address", "issuer.client-secret=${NOBODY_SET_THIS}", "languages=nl, xx", "contact.video=yes",
            "isuer.acr=high", "staff-issuer.client-secret=file:not-there", "theme=not-there.css", "texts=not-there.properties", "issuer.url=\\u00zz"})
    void whatIsWrongIsRefusedAndWhatWasStays(String wrong) throws IOException {
        write("bergdam", BERGDAM);
        write("staff-secret", "of a file", "");
        MunicipalityFiles files = files();
        List<ServedMunicipality> before = look(files);

        write("bergdam", BERGDAM + wrong + "\n");
        write("duinzicht", BERGDAM.replace("bergdam", "duinzicht").replace("9902", "9903") + wrong + "\n");

        assertEquals(before, look(files));
        assertEquals(2, files.refused());

        write("bergdam", BERGDAM);
        Files.delete(directory.resolve("duinzicht.properties"));
        assertEquals(before, look(files));
        assertEquals(0, files.refused());
    }

    @Test
    void nobodyTakesOverAnothersHostOrCode() throws IOException {
        write("staff-secret", "of a file", "");
        write("bergdam", BERGDAM);
        MunicipalityFiles files = files();
        look(files);

        write("a-later-one", BERGDAM.replace("9902", "9903"));
        write("another", BERGDAM.replace("bergdam", "duinzicht"));

        assertEquals(List.of("https://api.bergdam.example"), look(files).stream().map(each -> each.api().toString()).toList());
    }

    @Test
    void whatIsStricterThanAFileIsAsked() throws IOException {
        write("staff-secret", "of a file", "");
        write("bergdam", BERGDAM);
        assertEquals(List.of(), look(new MunicipalityFiles(directory, this::environment, this::installation,
                settings -> List.of("issuer.client-secret is too weak"), Set.of("nl", "en"))));
    }

    @Test
    void oneThatIsGoneIsServedNoMoreUnlessNothingCanBeRead() throws IOException {
        write("staff-secret", "of a file", "");
        write("bergdam", BERGDAM);
        MunicipalityFiles files = files();
        assertEquals(1, look(files).size());
        Path elsewhere = directory.resolveSibling(directory.getFileName() + "-elsewhere");
        Files.move(directory, elsewhere);
        assertEquals(1, look(files).size(), "a disk that is away ends nobody");
        assertEquals(1, files.refused());
        Files.move(elsewhere, directory);
        Files.delete(directory.resolve("bergdam.properties"));
        assertEquals(0, look(files).size());
    }

    @Test
    void aThemeIsCustomPropertiesAndNothingElse() {
        assertEquals(":root {\n  --opkoers-color-accent: #7a1f5c;\n}",
                Theme.of("/* ours */ :root {\n  --opkoers-color-accent: #7a1f5c;\n}\n").css());
    }

    @ParameterizedTest
    @ValueSource(strings = {"body { color: red; }", ":root { color: red; }", ":root { --a: url(x); }", ":root { --a: \\75rl(x); }",
            ":root { --a: b; } p { --a: b; }", ":root { --a: 1; } </style>", "@import 'x';", ":root { --a: u/**/rl(x); }",
            ":root { --a: image-set('x'); }", ":root { --a: b"})
    void whatIsMoreIsNoTheme(String css) {
        String refused = "";
        try {
            Theme.of(css);
        } catch (IllegalArgumentException wrong) {
            refused = wrong.getMessage();
        }
        assertTrue(refused.startsWith("theme is not"), css);
    }

    private MunicipalityFiles files() {
        return new MunicipalityFiles(directory, this::environment, this::installation, settings -> List.of(), Set.of("nl", "en"));
    }

    private Optional<String> environment(String name) {
        return Optional.ofNullable(ENVIRONMENT.get(name));
    }

    private Optional<String> installation(String name) {
        return Optional.ofNullable(INSTALLATION.get(name));
    }

    private static List<ServedMunicipality> look(MunicipalityFiles files) {
        return List.copyOf(files.look());
    }

    private void write(String name, String content) throws IOException {
        write(name, content, MunicipalityFile.EXTENSION);
    }

    private void write(String name, String content, String extension) throws IOException {
        Files.writeString(directory.resolve(name + extension), content);
    }
}

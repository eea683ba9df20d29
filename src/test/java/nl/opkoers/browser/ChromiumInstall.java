package nl.opkoers.browser;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.Debian;

/**
 * Sees to it that there is a Chromium to test with, and letters for all our languages to show in it, so that the tests
 * pass on a bare machine too.
 */
public final class ChromiumInstall {

    /** Keeps the driver from fetching browsers of its own: we have found one already, or fetch just the one below. */
    static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    /** The same engine without what stands around a page; Debian has it as a package of its own. */
    private static final String SHELL = "chromium-headless-shell";
    private static final List<String> USUAL_FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");
    /** One Arabic and one Ethiopic letter: a font that has these has the rest. */
    private static final List<String> LETTERS = List.of("0639", "1275");

    private static Path found;
    private static Path shell;
    private static IllegalStateException failure;

    private ChromiumInstall() {
    }

    /**
     * The Chromium of this machine. Installs one when there is none: with apt on Debian as root, otherwise through
     * Playwright's own download. Runs once per JVM; later calls answer at once.
     *
     * @throws IllegalStateException when none could be had; the message names everything that was tried
     */
    public static synchronized Path ensure() {
        if (found == null && failure == null) {
            look();
        }
        if (failure != null) {
            throw failure;
        }
        return found;
    }

    /**
     * What shows pages without a window, at less than half of the work: Debian's, installed when it is missing. Where that cannot
     * be had, the Chromium that {@link #ensure} gives, which does the same.
     */
    public static synchronized Path shell() {
        if (shell == null) {
            shell = present(List.of(SHELL), new ArrayList<>()).or(ChromiumInstall::shellFromDebian).orElseGet(ChromiumInstall::ensure);
            ensureLetters();
        }
        return shell;
    }

    private static Optional<Path> shellFromDebian() {
        if (Debian.canInstall()) {
            Debian.install(SHELL);
        }
        return present(List.of(SHELL), new ArrayList<>());
    }

    private static void look() {
        List<String> tried = new ArrayList<>();
        found = present(NAMES, tried).or(() -> fromDebian(tried)).or(() -> fromPlaywright(tried)).orElse(null);
        if (found == null) {
            failure = new IllegalStateException("No Chromium for the browser tests. Tried:%n - %s".formatted(
                    String.join(System.lineSeparator() + " - ", tried)));
        } else {
            ensureLetters();
        }
    }

    private static Optional<Path> present(List<String> names, List<String> tried) {
        List<String> folders = Stream.concat(USUAL_FOLDERS.stream(), Debian.folders()).distinct().toList();
        tried.add("looked for " + String.join(", ", names) + " in " + String.join(", ", folders));
        return names.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> fromDebian(List<String> tried) {
        if (!Debian.canInstall()) {
            tried.add("apt: not Debian, or not root");
            return Optional.empty();
        }
        tried.add("apt-get install chromium fonts-noto-core fontconfig: "
                + Debian.install("chromium", "fonts-noto-core", "fontconfig"));
        return present(NAMES, new ArrayList<>());
    }

    private static Optional<Path> fromPlaywright(List<String> tried) {
        ProcessBuilder install = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        install.command().addAll(List.of("install", "chromium"));
        install.environment().keySet().removeAll(NO_DOWNLOAD.keySet());
        tried.add("Playwright's own download: " + Debian.run(install));
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD))) {
            return Optional.of(Path.of(playwright.chromium().executablePath())).filter(Files::isExecutable);
        }
    }

    /** Without letters a page shows empty boxes and the tests on clipped text measure the wrong thing. */
    private static void ensureLetters() {
        if (!hasLetters() && Debian.canInstall()) {
            Debian.install("fonts-noto-core", "fontconfig");
        }
    }

    /** Whether the machine can show every script of our languages. */
    static boolean hasLetters() {
        return LETTERS.stream().noneMatch(letter ->
                Debian.run(new ProcessBuilder("fc-list", ":charset=" + letter, "family")).lines()
                        .allMatch(line -> line.isBlank() || line.startsWith(Debian.FAILED)));
    }
}

package nl.opkoers.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium that browser tests share; each test gets its own context, so nothing leaks between tests.
 *
 * <p>One per class loader: Quarkus loads the tests of each profile anew, and the objects of one cannot be used by another.
 */
public final class SharedChromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser chromium;

    private SharedChromium(Path executable) {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(ChromiumInstall.NO_DOWNLOAD));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable).setArgs(FLAGS));
    }

    /** Started at the first test that needs it, stopped by JUnit after the last. */
    public static SharedChromium of(ExtensionContext test) {
        return of(test, "pages", ChromiumInstall::shell);
    }

    /** As {@link #of}: all of Chromium, with what stands around pages, such as notifications. */
    static SharedChromium whole(ExtensionContext test) {
        return of(test, "whole", ChromiumInstall::ensure);
    }

    private static SharedChromium of(ExtensionContext test, String kind, Supplier<Path> executable) {
        return test.getRoot().getStore(ExtensionContext.Namespace.create(SharedChromium.class))
                .computeIfAbsent(kind, key -> new SharedChromium(executable.get()), SharedChromium.class);
    }

    /** A browser of somebody's own. */
    public BrowserContext newContext(Browser.NewContextOptions options) {
        return chromium.newContext(options);
    }

    @Override
    public void close() {
        playwright.close();
    }
}

package nl.opkoers.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import nl.opkoers.browser.SharedChromium;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keycloak's own pages as people see them: on a phone, in each of the five languages, with script and without. */
abstract class SignInPages {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int THUMB = 44;

    @RegisterExtension
    final BeforeEachCallback chromium = test -> shared(test);

    private final KeycloakWorld world;
    private SharedChromium shared;

    SignInPages(KeycloakWorld world) {
        this.world = world;
    }

    private void shared(ExtensionContext test) {
        shared = SharedChromium.of(test);
    }

    @ParameterizedTest
    @EnumSource
    void signingInIsInTheLanguageOfThePortalAndFitsAPhone(Language language) {
        try (BrowserContext context = phone(language, true)) {
            Page page = context.newPage();
            page.navigate(world.first.base() + "/sign-in");
            mustBeIn(page, language, "sign-in");
            mustBeAccessible(page);
            assertTrue(page.locator("body").innerText().contains(TextFile.THEME.text(language, "username")));

            page.fill("#username", "nobody");
            page.fill("#password", "not-the-password");
            page.click("#kc-login");
            assertTrue(page.locator("main").innerText().contains(TextFile.THEME.text(language, "invalidUserMessage")));
            mustBeIn(page, language, "wrong");
            mustBeAccessible(page);

            page.fill("#username", "z-tigrinya");
            page.fill("#password", Keycloak.PASSWORD);
            page.click("#kc-login");
            page.locator("#otp").waitFor();
            assertTrue(page.locator("main").innerText().contains(TextFile.THEME.text(language, "loginOtpOneTime")));
            mustBeIn(page, language, "code");
            mustBeAccessible(page);
            page.fill("#otp", world.keycloak.nextCode("z-tigrinya"));
            page.click("#kc-login");
            page.waitForURL(world.first.base() + "/");
            assertEquals(language.tag(), page.locator("html").getAttribute("lang"));

            // The portal clears the cookies of its host, which is Keycloak's as well here, so that nothing is asked once more.
            page.click("form[action='/sign-out'] button");
            page.waitForURL("**/signed-out*");
            assertEquals(TextFile.PORTAL.text(language, "signed_out_title"), page.locator("h1").innerText());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AR", "TI"})
    void withoutScriptOneCanChooseALanguageAndGoBack(Language language) {
        try (BrowserContext context = phone(Language.NL, false)) {
            Page page = context.newPage();
            page.navigate(world.first.base() + "/sign-in");
            page.click(".languages a[lang=" + language.tag() + "]");
            mustBeIn(page, language, "without-script");
            page.click("#back");
            assertEquals(TextFile.PORTAL.text(Language.NL, "cancelled_title"), page.locator("main [role=status] strong").innerText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTookTooLongIsSaidInTheLanguageToo(Language language) {
        try (BrowserContext context = phone(language, true)) {
            Page page = context.newPage();
            page.navigate(world.first.base() + "/sign-in");
            page.fill("#username", "nobody");
            page.fill("#password", "not-the-password");
            context.clearCookies();
            page.click("#kc-login");
            page.locator("#kc-error-message").waitFor();
            mustBeIn(page, language, "error");
            mustBeAccessible(page);
        }
    }

    private BrowserContext phone(Language language, boolean script) {
        return shared.newContext(new Browser.NewContextOptions().setViewportSize(390, 844).setLocale(language.tag())
                .setJavaScriptEnabled(script));
    }

    /** What axe finds; it needs script itself. */
    private static void mustBeAccessible(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        // Of what is well it would otherwise tell every element, and where that is.
        options.setResultTypes(List.of("violations"));
        assertEquals(List.of(), new AxeBuilder(page).options(options).setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze()
                .getViolations().stream().map(each -> each.getId() + " " + each.getNodes()).toList());
    }

    private static void mustBeIn(Page page, Language language, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(PICTURES.resolve("keycloak-" + name + "-" + language.tag() + ".png")));
        assertEquals(language.tag(), page.locator("html").getAttribute("lang"));
        assertEquals(language.direction().attribute(), page.locator("html").getAttribute("dir"));
        assertEquals(390, page.evaluate("document.documentElement.scrollWidth"), "nothing scrolls sideways");
        assertEquals(List.of(), page.evaluate("""
                size => [...document.querySelectorAll('main a, main button, main input:not([type=hidden])')].filter(each => each.offsetParent)
                  .filter(each => each.getBoundingClientRect().height < size).map(each => each.outerHTML)""", THUMB));
    }
}

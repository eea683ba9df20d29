package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody looks at Selam's phone after she left quickly. A browser with a profile of its own on disk, as a phone has, and with
 * the pages that it keeps for 'back' switched on: tests elsewhere have neither.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class QuickExitTest {

    private static final String ELSEWHERE = "<title>Weather</title><h1>Sun</h1>";

    @TempDir
    Path profile;

    private Playwright playwright;
    private BrowserContext phone;

    @BeforeEach
    void takeThePhone() {
        Path executable = ChromiumInstall.ensure();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(ChromiumInstall.NO_DOWNLOAD));
        phone = playwright.chromium().launchPersistentContext(profile, new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(executable).setLocale("en")
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"))
                .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
        phone.route(url -> !url.startsWith(Portal.base()) && !url.contains("127.0.0.1") && !url.contains("localhost"), route ->
                route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(ELSEWHERE)));
    }

    @AfterEach
    void putItDown() {
        playwright.close();
    }

    @Test
    void theListOfPagesThatWereSeenTellsNothing() throws IOException {
        Page page = signIn();
        String plan = Texts.in(Language.EN).nav_plan();
        page.navigate(at("/plan"));
        page.navigate(at("/my-data/wrong"));
        assertTrue(page.title().contains(Texts.in(Language.EN).app_name()) && page.title().length() > 10, "for who reads it: " + page.title());
        page.navigate(at("/help"));

        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator(".leave").click();
        page.waitForURL(url -> !url.startsWith(Portal.base()));
        phone.close();

        String history = Files.readString(profile.resolve("Default/History"), StandardCharsets.ISO_8859_1);
        assertTrue(history.contains("/my-data/wrong"), "the list was written: addresses stay in it");
        assertTrue(history.contains("Op Koers"));
        for (String title : List.of(plan + " ·", "Something is not right", "I need help")) {
            assertFalse(history.contains(title), title);
        }
    }

    @Test
    void theWayBackShowsNothingAndNothingIsLeftOnThePhone() {
        Page page = signIn();
        page.navigate(at("/agenda"));
        page.evaluate("localStorage.setItem('left', 'behind')");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        int before = (Integer) page.evaluate("history.length");

        page.locator(".leave").click();
        page.waitForURL(url -> !url.startsWith(Portal.base()));

        assertEquals(before, page.evaluate("history.length"), "it took the place of the page");
        page.goBack();
        page.waitForLoadState();
        assertEquals(0, page.locator("[data-person]").count(), page.url());
        assertFalse(page.content().contains("Selam"), page.url());
        page.navigate(at("/signed-out"));
        assertEquals(0, page.evaluate("localStorage.length"));
        assertEquals(0, page.evaluate("caches.keys().then((all) => all.length)"));
        assertTrue(phone.cookies().stream().noneMatch(cookie -> cookie.name.equals("session")));
    }

    private Page signIn() {
        Page page = phone.newPage();
        page.navigate(at("/sign-in"));
        page.locator("button[name=person][value=z-tigrinya]").click();
        page.waitForURL(at("/"));
        return page;
    }
}

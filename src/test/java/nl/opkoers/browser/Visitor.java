package nl.opkoers.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import nl.opkoers.language.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One person with one browser. Say first what kind of browser it is, then {@link #open} pages in it. */
public final class Visitor {

    private static final int HEIGHT = 740;

    /** The 'slow 4G' of Lighthouse, as applied to each request: what a cheap subscription gives inside a building. */
    private static final double SLOW_LATENCY_MILLISECONDS = 562.5;
    private static final double SLOW_DOWN_BYTES_PER_SECOND = 1_474.56 * 1024 / 8;
    private static final double SLOW_UP_BYTES_PER_SECOND = 675.0 * 1024 / 8;

    private final SharedChromium chromium;
    private final int width;
    private final Noise noise = new Noise();
    private final List<Screen> screens = new ArrayList<>();
    private Language language;
    private boolean script = true;
    private boolean slow;
    private BrowserContext context;

    Visitor(SharedChromium chromium, Language language, int width) {
        this.chromium = chromium;
        this.language = language;
        this.width = width;
    }

    /** With JavaScript off. Only before the first page. */
    public Visitor withoutScript() {
        requireNotStarted();
        script = false;
        return this;
    }

    /** On a slow connection: 1.5 Mbit/s, over half a second for each request. Only before the first page. */
    public Visitor onSlow4G() {
        requireNotStarted();
        slow = true;
        return this;
    }

    /** From now on a page may answer with this status, such as 404 where a test asks for what is not there. */
    public Visitor expecting(int status) {
        noise.expect(status);
        return this;
    }

    /** From now on an error in the console that contains these words is part of the test. */
    public Visitor expecting(String consoleError) {
        noise.expect(consoleError);
        return this;
    }

    /** Opens a page in a new tab, and checks it. */
    public Screen open(String address) {
        Page page = context().newPage();
        if (slow) {
            slowDown(page);
        }
        Screen screen = new Screen(this, page);
        screens.add(screen);
        Response response = page.navigate(address);
        return screen.arrived(response);
    }

    /** Takes the network away, as in a lift; what fails until {@link #comeOnline} is part of the test. */
    public void goOffline() {
        noise.offline(true);
        context().setOffline(true);
    }

    public void comeOnline() {
        context().setOffline(false);
        noise.offline(false);
    }

    /** For what this class does not offer: cookies, routes, storage. */
    public BrowserContext context() {
        if (context == null) {
            context = chromium.newContext(options().setJavaScriptEnabled(script));
            noise.listenTo(context);
        }
        return context;
    }

    private NewContextOptions options() {
        return new NewContextOptions().setViewportSize(width, HEIGHT).setHasTouch(true)
                .setLocale(language.locale().toLanguageTag()).setTimezoneId("Europe/Amsterdam")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /**
     * The same page, as it is now, in a browser where a script can be run on it: axe cannot work without. The scripts
     * of the page itself are left out and what it shows without script is kept.
     */
    Page copyForAxe(Page page) {
        Document document = Jsoup.parse(page.content());
        document.outputSettings().prettyPrint(false);
        document.select("script").remove();
        document.select("noscript").unwrap();
        Page copy = chromium.newContext(options().setStorageState(context().storageState())).newPage();
        copy.route(page.url(), route -> route.fulfill(
                new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(document.outerHtml())));
        copy.navigate(page.url());
        return copy;
    }

    boolean hasScript() {
        return script;
    }

    /** The language in which pages are expected from now on. */
    public Language language() {
        return language;
    }

    void reads(Language other) {
        language = other;
    }

    int width() {
        return width;
    }

    /** Closes the browser and tells what was wrong in it. */
    List<String> leave(boolean testFailed) {
        if (context == null) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        for (Screen screen : screens) {
            faults.addAll(screen.leave(testFailed));
        }
        faults.addAll(noise.heard());
        context.close();
        context = null;
        screens.clear();
        return faults;
    }

    private void slowDown(Page page) {
        CDPSession session = context.newCDPSession(page);
        session.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", SLOW_LATENCY_MILLISECONDS);
        conditions.addProperty("downloadThroughput", SLOW_DOWN_BYTES_PER_SECOND);
        conditions.addProperty("uploadThroughput", SLOW_UP_BYTES_PER_SECOND);
        session.send("Network.emulateNetworkConditions", conditions);
    }

    private void requireNotStarted() {
        if (context != null) {
            throw new IllegalStateException("The browser has started: say this before the first page");
        }
    }
}

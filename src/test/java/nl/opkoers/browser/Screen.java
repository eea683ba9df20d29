package nl.opkoers.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.HttpHeader;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.language.Language;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;

/** A page as a person has it before them. */
public final class Screen {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Visitor visitor;
    private final Page page;
    private Response response;

    Screen(Visitor visitor, Page page) {
        this.visitor = visitor;
        this.page = page;
    }

    /** For what this class does not offer: filling in, looking up, waiting. */
    public Page page() {
        return page;
    }

    /** The language in which this page is expected. */
    Language language() {
        return visitor.language();
    }

    /** The answer to the last address that was opened; not changed by {@link #press}. */
    public Response response() {
        return response;
    }

    /** Presses the button or link of this name and checks the page as it is then. */
    public Screen press(String name) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
        return press(button.or(link).first());
    }

    /** Presses this and checks the page as it is then. */
    public Screen press(Locator target) {
        target.click();
        page.waitForLoadState();
        return check();
    }

    /** Opens another address in the same tab, and checks it. */
    public Screen goTo(String address) {
        return arrived(page.navigate(address));
    }

    /** Presses the own name of a language in the language switch; from then on pages are expected in it. */
    public Screen switchTo(Language language) {
        visitor.reads(language);
        return press(language.ownName());
    }

    /**
     * Fails when the page, as it is now, breaks a rule of {@link PageInvariants} or of layout.
     *
     * @throws AssertionError naming every fault
     */
    public Screen check() {
        List<String> faults = faults();
        return mustBeEmpty("page", faults);
    }

    /**
     * Fails on anything axe finds against WCAG 2.2 AA and good practice.
     *
     * @throws AssertionError naming every rule with the elements that break it
     */
    public Screen mustBeAccessible() {
        Page read = visitor.hasScript() ? page : visitor.copyForAxe(page);
        AxeRunOptions options = new AxeRunOptions();
        // Of what is well it would otherwise tell every element, and where that is.
        options.setResultTypes(List.of("violations"));
        // In one run inside the page, three times as fast: the other way is for frames from other sites, and we have none.
        List<String> violations = new AxeBuilder(read).options(options).withTags(STANDARD).setLegacyMode(true).analyze()
                .getViolations().stream().map(Screen::describe).toList();
        if (read != page) {
            read.context().close();
        }
        return mustBeEmpty("axe", violations);
    }

    /**
     * Fails when a header of the answer is missing or too lax.
     *
     * @param personal whether the page tells anything about a person
     */
    public Screen mustHaveSafeHeaders(boolean personal) {
        Map<String, List<String>> headers = response.headersArray().stream().collect(Collectors.groupingBy(
                (HttpHeader header) -> header.name.toLowerCase(Locale.ROOT),
                Collectors.mapping(header -> header.value, Collectors.toList())));
        HeaderInvariants.check(headers, personal);
        return this;
    }

    /** How long it took until the largest part of the page was there. Only in a browser with JavaScript on. */
    public Duration largestContentfulPaint() {
        if (!visitor.hasScript()) {
            throw new IllegalStateException("Cannot be measured with JavaScript off");
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Number milliseconds = (Number) page.evaluate(Scripts.LARGEST_CONTENTFUL_PAINT);
        return Duration.ofMillis(milliseconds.longValue());
    }

    /** A picture of the whole page in {@code target/screenshots}, named after the page, the language and the width. */
    public Path screenshot(String name) {
        Path file = SCREENSHOTS.resolve("%s-%s-%d.png".formatted(name, visitor.language().tag(), visitor.width()));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    Screen arrived(Response answer) {
        response = answer;
        return check();
    }

    List<String> leave(boolean testFailed) {
        if (page.isClosed() || page.url().startsWith("about:")) {
            return List.of();
        }
        if (testFailed) {
            screenshot("failed" + page.url().replaceAll("^\\w+://[^/]+", "").replaceAll("\\W+", "-"));
            return List.of();
        }
        return faults();
    }

    private List<String> faults() {
        Stream<String> layout = ((List<?>) page.evaluate(Scripts.LAYOUT)).stream().map(String::valueOf);
        return Stream.concat(PageInvariants.faults(page.content(), visitor.language()).stream(), layout).toList();
    }

    private Screen mustBeEmpty(String what, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError("%s: %s (%s, %d px wide): %d fault(s)%n - %s".formatted(
                    what, page.url(), visitor.language().tag(), visitor.width(), faults.size(),
                    String.join(System.lineSeparator() + " - ", faults)));
        }
        return this;
    }

    private static String describe(Rule violation) {
        return "%s (%s): %s".formatted(violation.getId(), violation.getHelp(), violation.getNodes().stream()
                .map(node -> node.getHtml() + " " + node.getFailureSummary().replaceAll("\\s+", " "))
                .collect(Collectors.joining("; ")));
    }
}

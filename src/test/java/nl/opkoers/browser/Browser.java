package nl.opkoers.browser;

import java.util.ArrayList;
import java.util.List;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test a browser, and fails the test on anything in it that a person would stumble over.
 *
 * <pre>{@code
 * @RegisterExtension
 * final Browser browser = new Browser();
 *
 * @ParameterizedTest
 * @ValueSource(ints = {Browser.SMALL, Browser.PHONE, Browser.TABLET})
 * void selamSeesHerHours(int width) {
 *     Screen hours = browser.visitor(Language.TI, width).withoutScript().open(base + "/hours");
 *     hours.mustBeAccessible().screenshot("hours");
 * }
 * }</pre>
 *
 * <p>Every page that is opened or reached through {@link Screen#press} is checked by
 * {@link nl.opkoers.page.PageInvariants} and for its layout: nothing scrolls sideways, targets can be hit by a thumb, no
 * text is cut off, no number broken over two lines. After the test the last page is checked again, as scripts have left
 * it. The test also fails on errors in the console, failed requests, requests to others and breaches of the content
 * security policy.
 */
public final class Browser implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {

    /** WCAG 1.4.10: what a page must still fit in, in CSS pixels. */
    public static final int SMALL = 320;
    /** An ordinary phone, in CSS pixels. */
    public static final int PHONE = 390;
    /** A tablet, or a phone on its side, in CSS pixels. */
    public static final int TABLET = 800;

    private final List<Visitor> visitors = new ArrayList<>();
    private boolean whole;
    private ExtensionContext test;

    /** From now on the browser as people have it, with notifications and all: that takes twice as long. */
    Browser whole() {
        whole = true;
        return this;
    }

    /**
     * Someone with a browser of their own: own cookies, own storage. A test may have several, as Selam and her coach.
     *
     * @param language the language of the browser, in which the pages are expected
     * @param width    of the screen in CSS pixels
     */
    public Visitor visitor(Language language, int width) {
        Visitor visitor = new Visitor(chromium(), language, width);
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void beforeEach(ExtensionContext begun) {
        test = begun;
    }

    private SharedChromium chromium() {
        return whole ? SharedChromium.whole(test) : SharedChromium.of(test);
    }

    /** Everybody leaves before a test clears away what it made: an open page may ask for it once more, and that would be a fault. */
    @Override
    public void afterTestExecution(ExtensionContext ended) {
        leave();
    }

    @Override
    public void afterEach(ExtensionContext ended) {
        leave();
    }

    private void leave() {
        boolean failed = test.getExecutionException().isPresent();
        List<String> faults = visitors.stream().flatMap(visitor -> visitor.leave(failed).stream()).toList();
        visitors.clear();
        if (!faults.isEmpty()) {
            throw new AssertionError("in the browser:%n - %s".formatted(
                    String.join(System.lineSeparator() + " - ", faults)));
        }
    }
}

package nl.opkoers.browser;

import static nl.opkoers.browser.AtThePortal.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.notice.NoticeMessages;
import nl.opkoers.notice.NoticeProviders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser that is woken says the same words whatever happened. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(NoticeProviders.class)
class WokenTest {

    private static final int MOST_TIMES = 3;
    private static final String REGISTER = """
            async () => {
              const registration = await navigator.serviceWorker.register(document.getElementById('push').dataset.worker);
              const active = () => registration.active && registration.active.state === 'activated';
              for (let tries = 0; !active() && tries < 200; tries++) await new Promise((done) => setTimeout(done, 50));
              return registration.scope;
            }""";
    private static final String RENEWED = """
            async () => {
              const registration = await navigator.serviceWorker.getRegistration('/my-data/notices/');
              const renewed = () => registration.active.scriptURL.endsWith('=ti');
              for (let tries = 0; !renewed() && tries < 100; tries++) await new Promise((done) => setTimeout(done, 50));
              return registration.active.scriptURL;
            }""";
    private static final String SHOWN = """
            async () => {
              const registration = await navigator.serviceWorker.getRegistration('/my-data/notices/');
              let shown = [];
              for (let tries = 0; !shown.length && tries < 200; tries++) {
                await new Promise((done) => setTimeout(done, 50));
                shown = await registration.getNotifications();
              }
              return shown.map((each) => [each.title, each.body, each.lang, each.dir].join('|'));
            }""";

    /** As a browser is that let itself be woken before the portal had another key: it wants no other one beside that. */
    private static final String WOKEN_WITH_ANOTHER_KEY = """
            () => {
              let had = { unsubscribe: async () => { had = null; return true; } };
              PushManager.prototype.getSubscription = async () => had;
              PushManager.prototype.subscribe = async () => {
                if (had) throw new DOMException('another key', 'InvalidStateError');
                return { endpoint: 'https://a.notify.windows.com/anew' };
              };
            }""";

    @RegisterExtension
    final Browser browser = new Browser().whole();

    @AfterEach
    void nobodyWantsAny() {
        Rows.clear("notice_choice");
    }

    @Test
    void itIsOfferedWhereItCanBeAndNotWhereThereIsNoScript() {
        Screen screen = notices(browser.visitor(Language.TI, Browser.PHONE));
        assertTrue(screen.page().locator("#push button").isVisible());
        assertFalse(screen.page().locator("#push-not").isVisible());

        Screen without = notices(browser.visitor(Language.TI, Browser.PHONE).withoutScript());
        assertFalse(without.page().locator("#push button").isVisible());
        assertTrue(without.page().locator("#push-not").isVisible());
    }

    @Test
    void wokenByItsPushServiceItSaysThatSomethingWaits() {
        Visitor selam = browser.visitor(Language.AR, Browser.PHONE);
        selam.context().grantPermissions(List.of("notifications"));
        Page page = notices(selam).page();
        CDPSession inspector = selam.context().newCDPSession(page);
        AtomicReference<String> registration = new AtomicReference<>();
        inspector.on("ServiceWorker.workerRegistrationUpdated", told -> told.getAsJsonArray("registrations").asList().stream()
                .map(JsonElement::getAsJsonObject).filter(each -> each.get("scopeURL").getAsString().equals(at("/my-data/notices/")))
                .forEach(each -> registration.set(each.get("registrationId").getAsString())));
        inspector.send("ServiceWorker.enable");
        assertEquals(at("/my-data/notices/"), page.evaluate(REGISTER));
        page.waitForCondition(() -> registration.get() != null);

        JsonObject push = new JsonObject();
        push.addProperty("origin", at(""));
        push.addProperty("registrationId", registration.get());
        push.addProperty("data", "");
        // A busy browser may miss the first one, and a push service sends again; however often it comes, it is shown once.
        Object shown = List.of();
        for (int times = 0; shown.equals(List.of()) && times < MOST_TIMES; times++) {
            inspector.send("ServiceWorker.deliverPushMessage", push);
            shown = page.evaluate(SHOWN);
        }

        NoticeMessages words = Texts.in(Language.AR, NoticeMessages.class);
        String dutch = Texts.in(Language.NL, NoticeMessages.class).sent_text();
        assertEquals(List.of(words.sent_subject() + "|" + words.sent_text() + "\n" + dutch + "|ar|rtl"), shown);
    }

    @Test
    void afterThePortalGotAnotherKeyItCanBeSwitchedOnAgain() {
        Page page = notices(browser.visitor(Language.NL, Browser.PHONE)).page();
        page.evaluate(WOKEN_WITH_ANOTHER_KEY);
        page.locator("#push button").click();
        page.waitForURL("**/my-data/notices?saved=yes");
        assertEquals(List.of("PUSH"), Rows.of("select channel from notice_choice"));
    }

    @Test
    void whoChoosesAnotherLanguageIsToldInThatOne() {
        Visitor selam = browser.visitor(Language.AR, Browser.PHONE);
        Screen screen = notices(selam);
        screen.page().evaluate(REGISTER);
        Rows.run("insert into notice_choice (municipality, participant, channel, address, language, quiet_from, quiet_until, stop, chosen_at)"
                + " select municipality, participant, 'PUSH', '', 'ti', '21:00', '08:00', gen_random_uuid(), now() from account"
                + " on conflict do nothing");

        screen.goTo(at("/my-data/notices"));

        assertEquals(at("/my-data/notices/worker.js?lang=ti"), screen.page().evaluate(RENEWED));
    }

    private static Screen notices(Visitor visitor) {
        return AtThePortal.signIn(visitor, "z-tigrinya").goTo(at("/my-data/notices"));
    }
}

package nl.opkoers.browser;

import nl.opkoers.Portal;

/** The way to the portal of a running {@code @QuarkusTest}, for a person with a browser. */
final class AtThePortal {

    private AtThePortal() {
    }

    static String at(String path) {
        return Portal.base() + path;
    }

    /** Signs in as anybody would: through the sign-in page, by pressing this person's button. */
    static Screen signIn(Visitor visitor, String person) {
        return choose(visitor.open(at(Portal.door(person))), person);
    }

    /** On the sign-in page: presses this person's button. */
    static Screen choose(Screen signIn, String person) {
        return signIn.press(signIn.page().locator("button[name=person][value=" + person + "]"));
    }
}

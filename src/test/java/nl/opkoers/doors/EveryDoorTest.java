package nl.opkoers.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.For;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.notice.NoticeProviders;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * Everybody tries every door behind which something of Kofi Asante is, and finds what is declared beside it. A route that is
 * added later is tried as well, and fails here as long as nothing is known to fill in in its address or its form.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(NoticeProviders.class)
class EveryDoorTest extends DoorsOfKofi {

    /** Until when the municipality says that somebody stands in for Karel. */
    private static final Duration UNTIL_HE_IS_BACK = Duration.ofDays(23);

    @Test
    void everybodyReadsWhatIsTheirsAndNothingElse() {
        people.strangers().forEach(this::reads);
        untouched("strangers", "looking");
        people.related().forEach(this::reads);
    }

    @Test
    void whoStoodInFindsNothingAfterwards() {
        TestClock.advance(UNTIL_HE_IS_BACK);
        people.whoStoodIn().forEach(this::reads);
        untouched("who stood in", "looking");
        people.whoStoodIn().forEach(this::sends);
    }

    @Test
    void whomAnotherConversationWasSentOnToReadsThatOneAndNothingElse() {
        reads(people.marloes());
        sends(people.marloes());
        assertEquals(200, Knock.get(people.marloes(), "/coach/conversations/" + kofi.id + "/" + kofi.thing("sentOn")).status());
    }

    @Test
    void noFormOfAnotherChangesAnythingOfKofis() {
        people.strangers().forEach(this::sends);
    }

    @Test
    void theSameFormsDoSomethingWhenTheyAreOfWhomTheyAreFor() {
        FORMS.forEach((route, form) -> {
            String reports = reports();
            Knock.Got got = Knock.post(owner(route), address(route), form);
            boolean changed = isChanged() || !reports.equals(reports());
            boolean done = got.status() < 400 && changed != Forms.CHANGE_NOTHING.contains(route.toString());
            boolean closed = Forms.SWITCHED_OFF.contains(route.toString()) && got.status() == 404;
            check(route, owner(route), "something done", done || closed, got);
            holdsNoNumber(route, owner(route), got);
            stored.goBack();
        });
    }

    private static String reports() {
        return String.join("", Rows.of("select count(*) from translation_report"));
    }

    @Test
    void noFormIsTakenWithoutTheTokenThatGuardsIt() {
        FORMS.forEach((route, form) -> Stream.of("", "AAAAAAAAAAAAAAAAAAAAAA", Knock.NO_TOKEN).forEach(token -> {
            Knock.Got got = Knock.post(owner(route), address(route), form, token);
            check(route, owner(route), "400 with token '" + token + "'", got.status() == 400, got);
        }));
        untouched("owners", "forms without a token");
    }

    /** A page of Selam's is still on the screen of a phone when whom the form is for has signed in there. */
    @Test
    void noFormIsTakenFromAPageThatWasMadeForAnother() {
        Person selam = people.strangers().get(1);
        String hers = Jsoup.parse(Knock.get(selam, "/translation").body()).select("[name=" + PersonMark.FIELD + "]").val();
        FORMS.forEach((route, form) -> {
            Map<String, String> onHerPage = new HashMap<>(form);
            onHerPage.put(PersonMark.FIELD, hers);
            Knock.Got got = Knock.post(owner(route), address(route), onHerPage);
            check(route, owner(route), 412, got.status() == 412, got);
        });
        untouched("owners", "a page of Selam's");
    }

    @Test
    void anotherSecretOpensNothing() {
        for (Route route : ROUTES.stream().filter(route -> route.door().equals(Optional.of(For.SECRET_HOLDER))).toList()) {
            for (Person person : Stream.concat(people.strangers().stream(), people.related().stream()).filter(Person::isKnown).toList()) {
                String address = new Addresses(kofi).withAnotherSecret(route);
                Knock.Got got = route.isRead() ? Knock.get(person, address) : Knock.post(person, address, Map.of());
                check(route, person, Expected.NOTHING, got);
            }
        }
    }

    private void reads(Person person) {
        for (Route route : ROUTES.stream().filter(Route::isRead).toList()) {
            For door = route.door().orElseThrow();
            Knock.Got got = Knock.get(person, address(route));
            check(route, person, person.at(door), got);
            holdsNoNumber(route, person, got);
            if (person.findsNothing(door) && door != For.SECRET_HOLDER) {
                tellsNothing(route, person, got, "");
            }
        }
    }

    private void sends(Person person) {
        List<Route> routes = FORMS.keySet().stream().filter(route -> route.door().orElseThrow() != For.SECRET_HOLDER).toList();
        for (Route route : routes) {
            For door = route.door().orElseThrow();
            Knock.Got got = Knock.post(person, address(route), FORMS.get(route));
            check(route, person, person.at(door), got);
            holdsNoNumber(route, person, got);
            if (person.findsNothing(door)) {
                tellsNothing(route, person, got, FORMS.get(route).toString());
                untouched(person, route.toString());
            }
            if (person.at(door) == Expected.OPEN) {
                stored.goBack();
            }
        }
    }

    private void check(Route route, Person person, Expected expected, Knock.Got got) {
        check(route, person, expected, expected.isMet(got, route.isRead()), got);
    }
}

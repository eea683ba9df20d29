package nl.opkoers.doors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.notice.NoticeProviders;
import org.junit.jupiter.api.Test;

/**
 * Some programs paste the character zero into what somebody types, and PostgreSQL knows no such character. No form fails by it,
 * in whichever field it stands; one that is added later is tried as well.
 */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(NoticeProviders.class)
class CharacterZeroTest extends DoorsOfKofi {

    /** Fields of a form that {@link Forms} leaves as they are: nothing has to be chosen in them. */
    private static final Map<String, List<String>> UNFILLED = Map.of("POST /costs/saved", List.of("from", "to", "course"),
            "POST /my-data/notices/address", List.of("mail"), "POST /coach/conversations/{participant}/{id}", List.of("sentence"));

    @Test
    void theCharacterZeroInAFieldFailsNoForm() {
        FORMS.forEach((route, form) -> fields(route, form).forEach(field -> {
            Map<String, String> zero = new HashMap<>(form);
            String value = form.getOrDefault(field, "").isEmpty() ? "ab" : form.get(field);
            zero.put(field, value.charAt(0) + "\0" + value.substring(1));
            Knock.Got got = Knock.post(owner(route), address(route), zero);
            check(route + " " + field, owner(route), "no failure", got.status() < 500, got);
            stored.goBack();
        }));
    }

    /** An item of the agenda has three forms, of which {@link Addresses} knows the first. */
    @Test
    void theCharacterZeroInWhatIsSaidOfAnItemFailsNoForm() {
        Route reply = FORMS.keySet().stream().filter(route -> route.toString().equals("POST /agenda/{id}/{action}")).findFirst().orElseThrow();
        Map<String, String> form = new HashMap<>(FORMS.get(reply));
        form.putAll(Map.of("note", "a\0b", "date1", TestClock.today().plusDays(30).toString(), "from1", "10:00", "to1", "11:00"));
        for (String action : List.of("confirm", "decline", "move")) {
            Knock.Got got = Knock.post(owner(reply), "/agenda/" + kofi.thing("item") + "/" + action, form);
            check(action, owner(reply), "taken", got.status() == 303, got);
            stored.goBack();
        }
    }

    private static Stream<String> fields(Route route, Map<String, String> form) {
        return Stream.concat(form.keySet().stream(), UNFILLED.getOrDefault(route.toString(), List.of()).stream());
    }
}

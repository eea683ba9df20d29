package nl.opkoers.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Role;
import nl.opkoers.notice.NoticeProviders;
import org.junit.jupiter.api.Test;

/** What somebody may try who knows how doors are made: none of it opens one, and none of it makes a form say more than it can. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
@QuarkusTestResource(NoticeProviders.class)
class TricksTest extends DoorsOfKofi {

    private static final Set<For> OF_ONE = Set.of(For.OWNER, For.COACH_OF, For.READER_OF);
    private static final List<Route> PRIVATE = ROUTES.stream().filter(route -> route.isRead() && OF_ONE.contains(route.door().orElseThrow())).toList();

    /** Ways to write an address that some proxies, frameworks and guards read differently from others. */
    private static Stream<String> disguises(String path) {
        String first = path.split("/")[1];
        String rest = path.substring(first.length() + 1);
        return Stream.of("/" + path, path + "/", "/" + first + "/" + rest, "/./" + first + rest, "/schools/.." + path, "/schools/..;" + path,
                "/assets/.." + path, "/assets/..;" + path, "/assets/%2e%2e" + path, "/assets/..%2f" + path.substring(1), "/assets/%252e%252e" + path,
                "/;/" + first + rest, "/" + first + ";x=y" + rest, path + ";x=y", path + ";.css", path + "%2f", path + "%20", path + "%00", path + ".css",
                path + "/../" + path.substring(path.lastIndexOf('/') + 1), path + "?x=/assets/style.css", path + "%3f.css", path + "%23.css",
                "/" + "%%%02x".formatted((int) first.charAt(0)) + first.substring(1) + rest, path.replace("/", "%5c").replaceFirst("%5c", "/"),
                "/" + first.toUpperCase(Locale.ROOT) + rest, "/q" + path, "/q/.." + path, "/notices/stop/.." + path);
    }

    @Test
    void noWayToWriteAnAddressOpensAClosedDoor() {
        List<Person> strangers = people.strangers().stream().filter(person -> List.of("nobody", "another participant", "another coach",
                "Kofi, idle for 15 minutes").contains(person.who())).toList();
        for (Route route : PRIVATE) {
            disguises(address(route)).forEach(path -> strangers.forEach(person -> {
                Knock.Got got = Knock.get(person, path);
                check(path, person, "a page or less", got.status() < 500, got);
                tellsNothing(path, person, got, "");
            }));
        }
        untouched("strangers", "disguises");
    }

    @Test
    void noOtherVerbDoesAnything() {
        for (Route route : ROUTES) {
            for (String verb : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "get")) {
                for (Person person : List.of(people.strangers().get(0), owner(route))) {
                    Knock.Got got = Knock.send(Knock.request(person, address(route)).header("X-Told", Kofi.WORD)
                            .method(verb, HttpRequest.BodyPublishers.noBody()));
                    boolean quiet = verb.equals("OPTIONS") && got.status() == 200 && got.body().isEmpty();
                    check(verb + " for " + route, person, "nothing done", quiet || got.status() >= 300 && got.status() < 500, got);
                    check(verb + " for " + route, person, "no other site let in",
                            got.headers().map().keySet().stream().noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control")), got);
                    tellsNothing(verb + " for " + route, person, got, "");
                }
            }
        }
        untouched("everybody", "other verbs");
    }

    @Test
    void aVerbBesideTheVerbIsNotRead() {
        for (Route route : FORMS.keySet()) {
            for (String name : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
                Knock.send(Knock.request(owner(route), address(route) + "?_method=POST&csrf-token=" + Knock.TOKEN).header(name, "POST")
                        .header("X-CSRF-TOKEN", Knock.TOKEN).GET());
            }
        }
        untouched("owners", "a GET that says it is a POST");
    }

    @Test
    void theHeadOfWhatIsClosedIsClosed() {
        for (Route route : PRIVATE.stream().filter(route -> !route.path().endsWith("/live")).toList()) {
            for (Person person : people.strangers()) {
                Knock.Got got = Knock.send(Knock.request(person, address(route)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
                check("HEAD of " + route, person, person.at(route.door().orElseThrow()), person.at(route.door().orElseThrow()).isMet(got, true), got);
            }
        }
    }

    @Test
    void whateverKindOfAnswerIsAskedForAClosedDoorIsClosed() {
        for (Route route : PRIVATE) {
            for (String accepted : List.of("application/json", "text/event-stream", "application/xml", "image/jpeg", "application/pdf", "none")) {
                for (Person person : people.strangers().subList(0, 3)) {
                    Knock.Got got = Knock.send(Knock.request(person, address(route)).setHeader("Accept", accepted).GET());
                    Expected expected = person.at(route.door().orElseThrow());
                    check(accepted + " of " + route, person, expected, expected.isMet(got, true) || List.of(400, 406).contains(got.status()), got);
                    tellsNothing(accepted + " of " + route, person, got, "");
                }
            }
        }
    }

    @Test
    void nobodyMayKeepAnyAnswerButWhatIsForEverybody() {
        for (Route route : ROUTES.stream().filter(Route::isRead).filter(route -> !route.path().startsWith("/assets/")).toList()) {
            for (Person person : List.of(people.strangers().get(0), people.strangers().get(1), owner(route))) {
                keepsNothing(route, person, Knock.get(person, address(route)));
            }
        }
        FORMS.forEach((route, form) -> keepsNothing(route, owner(route), Knock.post(owner(route), address(route), form)));
    }

    private void keepsNothing(Route route, Person person, Knock.Got got) {
        String cache = String.join(", ", got.headers().allValues("Cache-Control"));
        // A calendar may be kept by the phone that fetched it, which has to ask whether it still holds.
        boolean calendar = route.path().equals("/calendar/{token}.ics") && cache.equals("private, no-cache");
        check(route, person, "no-store", cache.equals("no-store") || calendar, got);
        check(route, person, "nosniff", got.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff"), got);
    }

    @Test
    void aPartOfAPrivateFileIsAsPrivateAsAllOfIt() {
        String picture = "/hours/photo/" + kofi.thing("picture");
        String document = "/messages/" + kofi.thing("conversation") + "/files/" + kofi.thing("file");
        for (String file : List.of(picture, document)) {
            for (String range : List.of("bytes=0-3", "bytes=2-", "bytes=-3", "bytes=0-0,2-3", "bytes=9999999-", "bytes=x")) {
                Knock.Got own = Knock.send(Knock.request(people.kofi(), file).header("Range", range).GET());
                check(file + " " + range, people.kofi(), "all or a part", Set.of(200, 206, 416).contains(own.status()), own);
                check(file + " " + range, people.kofi(), "no-store", own.headers().firstValue("Cache-Control").orElse("").equals("no-store"), own);
                Knock.Got theirs = Knock.send(Knock.request(people.strangers().get(1), file).header("Range", range).GET());
                check(file + " " + range, people.strangers().get(1), 404, theirs.status() == 404, theirs);
            }
        }
    }

    @Test
    void fieldsThatNoFormHasChangeNothingOfWhatIsKept() {
        Map<String, String> more = Map.ofEntries(Map.entry("municipality", "9902"), Map.entry("participant", people.selamsId()),
                Map.entry("person", people.selamsId()), Map.entry("employee", "M-1002"), Map.entry("assignedTo", "M-1002"),
                Map.entry("assigned_to", "M-1002"), Map.entry("state", "ACCEPTED"), Map.entry("role", "coach"), Map.entry("by", "M-1002"),
                Map.entry("byName", "Iemand anders"), Map.entry("author", "M-1002"), Map.entry("version", "99"), Map.entry("open", "false"),
                Map.entry("confidential", "true"), Map.entry("at", "2020-01-01T00:00:00Z"), Map.entry("__proto__", "x"), Map.entry("class", "x"));
        FORMS.forEach((route, form) -> {
            Map<String, String> full = new HashMap<>(more);
            full.putAll(form);
            List<String> plain = after(route, form);
            List<String> stuffed = after(route, full);
            List<String> other = new ArrayList<>(stuffed);
            other.removeAll(plain);
            if (!plain.equals(stuffed)) {
                wrong.add("%s · %s · the same rows as without more fields · %s".formatted(route, owner(route), other));
            }
        });
    }

    /** Everything there is after a form was sent, but for what is never the same twice. */
    private List<String> after(Route route, Map<String, String> form) {
        Knock.post(owner(route), address(route), form);
        List<String> rows = stored.about("9901", "9902").stream().map(row -> row.replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+(Z|[+]\\d\\d:?(\\d\\d)?)?", "then")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id").replaceAll("\\\\\\\\x[0-9a-f]+", "bytes")
                .replaceAll("\"[0-9a-f]{32}\"", "trace")
                .replaceAll("\"position\":\\d+", "position")).sorted().toList();
        stored.goBack();
        return rows;
    }

    /** Marloes guides Selam, and Selam writes: neither finds what is Kofi's beneath what is Selam's. */
    @Test
    void anIdOfAnotherBeneathWhatIsOnesOwnIsNothing() {
        Person selam = people.strangers().get(1);
        Person marloes = People.person("Selam's coach", Kofi.MARLOES, Role.COACH, Set.of());
        String own = UUID.randomUUID().toString();
        assertEquals(303, Knock.post(selam, "/help/ask", Map.of("topic", "letter", "id", own, "language", "en", "words", "Hello",
                "photo-kept", kofi.thing("file"))).status());
        assertEquals(List.of(), Rows.of("select id from conversation_turn where participant = '" + people.selamsId() + "' and turn::text like '%" + kofi.thing("file") + "%'"));
        for (String path : List.of("/messages/" + own + "/files/" + kofi.thing("file"), "/messages/" + own + "/files/" + kofi.thing("picture"))) {
            check(path, selam, 404, Knock.get(selam, path).status() == 404, Knock.get(selam, path));
        }
        Knock.Got unclear = Knock.post(selam, "/messages/" + own + "/unclear", Map.of("turn", kofi.thing("turn")));
        check("unclear", selam, 400, unclear.status() == 400, unclear);
        for (Route route : ROUTES.stream().filter(each -> each.places().contains("participant") && each.places().size() > 1).toList()) {
            String path = address(route).replace(kofi.id, people.selamsId());
            Knock.Got got = route.isRead() ? Knock.get(marloes, path) : Knock.post(marloes, path, FORMS.get(route));
            boolean leadsBack = route.door().orElseThrow() == For.COACH && got.status() == 303;
            check(route + " beneath Selam", marloes, 404, got.status() == 404 || leadsBack, got);
            tellsNothing(route, marloes, got, String.valueOf(FORMS.get(route)));
        }
        untouched(marloes, "ids beneath Selam");
    }
}

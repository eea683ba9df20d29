package nl.opkoers.doors;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is filled in in the places of addresses, so that each names something of Kofi Asante. */
final class Addresses {

    /**
     * @param beneath where the address begins, and after a space how it ends when that matters
     * @param name    of the place
     * @param thing   the name of the thing, or a word of its own after '='
     */
    private record Place(String beneath, String name, String thing) {

        boolean isIn(Route route, String place) {
            String[] parts = beneath.split(" ");
            return place.equals(name) && route.path().startsWith(parts[0]) && (parts.length == 1 || route.toString().endsWith(parts[1]));
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("/agenda/work/ /back", "id", "removed"),
            new Place("/agenda/work/", "id", "work"),
            new Place("/agenda/work/", "button", "=remove"),
            new Place("/agenda/", "id", "item"),
            new Place("/agenda/", "action", "=decline"),
            new Place("/calendar/", "token", "feed"),
            new Place("/calendar/", "form", "=make"),
            new Place("/hours/photo/", "id", "picture"),
            new Place("/hours/ /answer", "id", "asked"),
            new Place("/hours/", "id", "entry"),
            new Place("/messages/", "id", "conversation"),
            new Place("/messages/", "turn", "turn"),
            new Place("/messages/", "file", "file"),
            new Place("/help/requests/", "id", "conversation"),
            new Place("/costs/saved/", "id", "calculation"),
            new Place("/schools/places/", "place", "=P-101"),
            new Place("/schools/", "course", "=" + Kofi.COURSE),
            new Place("/notices/stop/", "token", "stop"),
            new Place("/my-data/notices/", "form", "=address"),
            new Place("/my-data/forget/", "form", "=check"),
            new Place("/coach/leave/", "id", "absence"),
            new Place("/coach/", "participant", "participant"),
            new Place("/coach/hours/ /undo", "entry", "accepted"),
            new Place("/coach/hours/ /still", "entry", "counted"),
            new Place("/coach/hours/", "entry", "entry"),
            new Place("/coach/hours/", "action", "=judge"),
            new Place("/coach/", "id", "conversation"),
            new Place("/coach/conversations/", "act", "=remind"),
            new Place("/coach/conversations/", "turn", "turn"),
            new Place("/coach/conversations/", "file", "file"),
            new Place("/sign-in/", "why", "=failed"),
            new Place("/staff/sign-in/", "why", "=failed"));

    /** What a page cannot do without. */
    private static final Map<String, String> QUERIES = Map.of("GET /help/ask", "?topic=letter");

    private final Kofi kofi;

    Addresses(Kofi kofi) {
        this.kofi = kofi;
    }

    /** @throws AssertionError when there is a place for which nothing is known */
    String of(Route route) {
        return filled(route, place -> kofi.thing(place.thing())) + QUERIES.getOrDefault(route.toString(), "");
    }

    /** The address in which the secret is another. */
    String withAnotherSecret(Route route) {
        return filled(route, place -> "A".repeat(kofi.thing(place.thing()).length()));
    }

    private String filled(Route route, Function<Place, String> thing) {
        return route.filled(name -> PLACES.stream().filter(place -> place.isIn(route, name)).findFirst()
                .map(place -> place.thing().startsWith("=") ? place.thing().substring(1) : thing.apply(place))
                .orElseThrow(() -> new AssertionError(route + ": nothing is known to fill in for " + name)));
    }
}

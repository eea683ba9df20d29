package nl.opkoers.served;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A municipality that this installation serves, as its operator set it up. What the municipality says of itself, such as its name
 * and phone number, is not in it: that comes by the municipal API.
 *
 * @param code         the first part of the key of every row about a person
 * @param portal       where people open its portal; empty only in the demo, which answers for any host
 * @param noticePortal where links in notices lead; empty without notices
 * @param api          its municipal API
 * @param participants where participants sign in
 * @param staff        where staff sign in, and the portal itself
 * @param groups       by which groups of the staff's issuer somebody has a role
 * @param leaveTo      where 'leave quickly' leads
 * @param video        whether people can choose to be spoken with by video
 * @param translation  whether words in a conversation can be translated by a machine, where the installation has one
 * @param languages    the languages that it offers, by tag; Dutch is always one of them
 * @param theme        how its pages look; empty when they look as they are shipped
 * @param texts        what it says in words of its own
 */
public record ServedMunicipality(String code, Optional<URI> portal, Optional<URI> noticePortal, URI api, Issuer participants,
        Issuer staff, Groups groups, URI leaveTo, boolean video, boolean translation, Set<String> languages, Optional<Theme> theme, OwnTexts texts) {

    private static final String DUTCH = "nl";

    /** The names of the groups of coaches and of who leads coaches. */
    public record Groups(String coach, String teamLead) {
    }

    /**
     * A municipality by its settings.
     *
     * @param settings gives the value of a setting by its name without {@code opkoers.}
     * @throws IllegalArgumentException saying which setting cannot be read
     */
    static ServedMunicipality read(Function<String, Optional<String>> settings) {
        Values values = new Values(settings);
        Optional<URI> portal = values.address("portal");
        Set<String> languages = Stream.concat(Stream.of(DUTCH), values.list("languages").stream()).collect(Collectors.toUnmodifiableSet());
        return new ServedMunicipality(values.needed("municipality.code"), portal, values.address("notice.portal").or(() -> portal),
                values.neededAddress("municipality.url"), values.issuer("issuer"), values.issuer("staff-issuer"),
                new Groups(values.needed("groups.coach"), values.needed("groups.team-lead")), values.neededAddress("leave-to"),
                values.choice("contact.video"), values.choice("contact.translation"),
                languages, settings.apply("theme").map(Theme::of),
                settings.apply("texts").map(content -> OwnTexts.of(content, languages)).orElse(OwnTexts.NONE));
    }

    /** The host by which it is recognised, in lower case; empty when it answers for any. */
    public Optional<String> host() {
        return portal.map(address -> address.getHost().toLowerCase(Locale.ROOT));
    }

    private record Values(Function<String, Optional<String>> settings) {

        String needed(String name) {
            return settings.apply(name).map(String::strip).filter(value -> !value.isEmpty())
                    .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
        }

        /** What is meant by any other word nobody knows: taken for no, it would be off without a word. */
        boolean choice(String name) {
            return switch (needed(name).toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(name + " is neither true nor false");
            };
        }

        Optional<URI> address(String name) {
            return settings.apply(name).map(value -> address(name, value));
        }

        URI neededAddress(String name) {
            return address(name, needed(name));
        }

        private static URI address(String name, String value) {
            try {
                URI address = URI.create(value.strip());
                if (address.getHost() != null) {
                    return address;
                }
            } catch (IllegalArgumentException garbled) {
                // Said below, without its value.
            }
            throw new IllegalArgumentException(name + " is no address such as https://host");
        }

        List<String> list(String name) {
            return settings.apply(name).stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip)
                    .filter(each -> !each.isEmpty()).toList();
        }

        Issuer issuer(String which) {
            return new Issuer(neededAddress(which + ".url"), needed(which + ".client-id"), needed(which + ".client-secret"),
                    list(which + ".acr"));
        }
    }
}

package nl.opkoers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the portal cannot do without. All that is missing is named at once, so that an operator does not learn it one
 * failed start at a time.
 */
final class RequiredSettings {
    /** A session is encrypted with this secret; AES-256 needs 32 bytes of it. */
    private static final int SECRET_LENGTH = 32;
    private static final String SESSION_SECRET = "opkoers.session.secret";

    private record Required(String name, String meaning) {}

    private static final List<Required> OF_INSTALLATION = List.of(
            new Required("opkoers.database.url", "the portal's database, such as jdbc:postgresql://host:5432/opkoers"),
            new Required("opkoers.database.user", "the database role that runs the portal"),
            new Required("opkoers.database.password", "its password"),
            new Required("opkoers.database.owner.user", "the database role that owns the tables"),
            new Required("opkoers.database.owner.password", "its password"),
            new Required(SESSION_SECRET, "encrypts sessions; at least " + SECRET_LENGTH + " characters"));

    private static final List<Required> OF_MUNICIPALITY = List.of(
            new Required("opkoers.portal", "the portal's own address, such as https://host: links lead there"),
            new Required("opkoers.issuer.url", "the OpenID Connect issuer where participants sign in"),
            new Required("opkoers.issuer.client-id", "the portal's name at that issuer"),
            new Required("opkoers.issuer.client-secret", "the portal's secret at that issuer"),
            new Required("opkoers.staff-issuer.url", "the OpenID Connect issuer where staff sign in, and the portal itself"),
            new Required("opkoers.staff-issuer.client-id", "the portal's name at that issuer"),
            new Required("opkoers.staff-issuer.client-secret", "the portal's secret at that issuer"),
            new Required("opkoers.municipality.url", "the municipal API"),
            new Required("opkoers.municipality.code", "the municipality's code, the first part of every key"));

    /** With a directory of municipalities each of these stands there in a file. */
    private static final String MUNICIPALITIES = "opkoers.municipalities";

    private static final String NOTICE_KEY = "opkoers.notice.key";
    private static final String NOTICE_PORTAL = "opkoers.notice.portal";
    private static final List<Required> FOR_NOTICES = List.of(
            new Required(NOTICE_PORTAL, "the portal's address, for who reads a notice"),
            new Required(NOTICE_KEY, "encrypts people's own addresses; at least " + SECRET_LENGTH + " characters"));
    /** By the setting that switches a way of telling people on. */
    private static final Map<String, List<Required>> WITH = Map.of(
            "opkoers.notice.mail.from", FOR_NOTICES,
            "opkoers.notice.sms.api-key", and(FOR_NOTICES,
                    new Required("opkoers.notice.sms.url", "the API of NotifyNL"),
                    new Required("opkoers.notice.sms.template", "the id of a template there")),
            "opkoers.notice.push.private-key", and(FOR_NOTICES,
                    new Required("opkoers.notice.push.public-key", "the other half of the VAPID key pair")));
    private static final Set<String> SECRETS = Set.of(SESSION_SECRET, NOTICE_KEY);

    private RequiredSettings() {}

    private static List<Required> and(List<Required> some, Required... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /**
     * One line for each setting that is missing or not good enough; empty if the portal can start.
     *
     * @param settings gives the value of a setting, if it has one; values never appear in a line
     */
    static List<String> problems(Function<String, Optional<String>> settings) {
        boolean many = settings.apply(MUNICIPALITIES).isPresent();
        Stream<Required> chosen = WITH.entrySet().stream().filter(each -> settings.apply(each.getKey()).isPresent())
                .flatMap(each -> each.getValue().stream()).distinct().filter(each -> !many || !NOTICE_PORTAL.equals(each.name()));
        Stream<Required> all = Stream.concat(OF_INSTALLATION.stream(), many ? Stream.empty() : OF_MUNICIPALITY.stream());
        return problems(Stream.concat(all, chosen), settings);
    }

    /** As {@link #problems}, of what one municipality cannot do without. */
    static List<String> ofMunicipality(Function<String, Optional<String>> settings) {
        return problems(OF_MUNICIPALITY.stream(), settings);
    }

    private static List<String> problems(Stream<Required> all, Function<String, Optional<String>> settings) {
        return all.map(required -> problem(required, settings.apply(required.name()))).filter(Objects::nonNull).toList();
    }

    private static String problem(Required required, Optional<String> value) {
        if (value.isEmpty()) {
            return line(required, "missing");
        }
        boolean tooShort = SECRETS.contains(required.name()) && value.get().length() < SECRET_LENGTH;
        return tooShort ? line(required, "too short") : null;
    }

    private static String line(Required required, String what) {
        return required.name() + " (" + environmentName(required.name()) + ") is " + what + ": " + required.meaning();
    }

    static String environmentName(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The whole message for an operator. */
    static String explained(List<String> problems) {
        return "Op Koers cannot start. Settings to put right:\n  " + String.join("\n  ", problems)
                + "\nGive them as environment variable, as system property (-Dname=value) or in"
                + " config/application.properties.\n"
                + "To look around without any of them: java -jar quarkus-run.jar demo";
    }
}

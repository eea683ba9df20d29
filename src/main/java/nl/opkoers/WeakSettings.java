package nl.opkoers;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings that would make the portal unsafe. With one of them it does not start with real people: each is named with what to do
 * about it, all at once, and without its value.
 */
final class WeakSettings {

    private static final String DEMO = "demo";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");
    /** What stands in examples, and is tried first. */
    private static final Pattern GUESSED = Pattern.compile(
            "change.?me|secret|password|wachtwoord|geheim|example|voorbeeld|op.?koers|123456|qwerty", Pattern.CASE_INSENSITIVE);
    private static final int LEAST_DIFFERENT_SIGNS = 10;
    private static final int SHORTEST_SECRET = 32;
    /** A network of all addresses, among others. */
    private static final Pattern EVERYBODY = Pattern.compile("(^|[\\s,])([0-9a-f.:]*/0+|0\\.0\\.0\\.0|\\*)(?=$|[\\s,])");
    private static final Pattern TELLS_ALL = Pattern.compile("quarkus\\.log\\.(level|min-level|category\\..+\\.(level|min-level))");
    private static final Pattern TELLS_TOKENS = Pattern.compile("quarkus\\.log\\.category\\..*(oidc|vertx|rest-client|mail).*\\.level");
    private static final Set<String> CHATTY = Set.of("TRACE", "ALL", "FINEST", "FINER");
    private static final Set<String> LOUD = Set.of("DEBUG", "FINE");
    private static final Pattern UNVERIFIED = Pattern.compile(
            "quarkus\\.(.+\\.)?(trust-all|tls\\.verification|verify-host|verify-hostname|hostname-verification-algorithm)");
    private static final Set<String> NOBODY_CHECKED = Set.of("true", "none");

    private static final String GUESSABLE = "it can be guessed: make one with 'openssl rand -base64 48'";
    private static final String SHORT = "it is short, or can be guessed: have one made of 32 characters or more";

    private record Rule(String setting, Predicate<String> weak, String what) {
    }

    /** By one setting alone. A rule for a setting that is not there holds nothing against it. */
    private static final List<Rule> ALONE = List.of(
            new Rule("opkoers.demo", "true"::equals, "in the demo anybody may be anybody: leave it out"),
            new Rule("opkoers.session.secure", "false"::equals, "cookies would go over plain HTTP: leave it out"),
            new Rule("opkoers.session.form-cookie", name -> !name.startsWith("__Host-"), "another host could set it: leave it out"),
            new Rule("opkoers.portal", WeakSettings::plain, "people's links would go over plain HTTP: give an https address"),
            new Rule("opkoers.issuer.url", WeakSettings::plain, "people's sign-in would go over plain HTTP: give an https address"),
            new Rule("opkoers.staff-issuer.url", WeakSettings::plain,
                    "the staff's sign-in would go over plain HTTP: give an https address"),
            new Rule("opkoers.municipality.url", WeakSettings::plain, "dossiers would go over plain HTTP: give an https address"),
            new Rule("opkoers.translation.url", WeakSettings::plain, "people's words would go over plain HTTP: give an https address"),
            new Rule("opkoers.notice.portal", WeakSettings::plain, "links in notices would go over plain HTTP: give an https address"),
            new Rule("opkoers.notice.sms.url", WeakSettings::plain, "phone numbers would go over plain HTTP: give an https address"),
            new Rule("opkoers.session.secret", WeakSettings::guessable, GUESSABLE),
            new Rule("opkoers.notice.key", WeakSettings::guessable, GUESSABLE),
            new Rule("opkoers.issuer.client-secret", WeakSettings::short32, SHORT),
            new Rule("opkoers.staff-issuer.client-secret", WeakSettings::short32, SHORT),
            new Rule("opkoers.database.password", WeakSettings::short32, SHORT),
            new Rule("opkoers.database.owner.password", WeakSettings::short32, SHORT),
            new Rule("opkoers.proxies", WeakSettings::everybody, "anybody could say where they come from: name the proxies in front alone"),
            new Rule("opkoers.limit.not-for", WeakSettings::everybody, "nobody would be stopped anywhere: name single networks"),
            new Rule("quarkus.http.proxy.proxy-address-forwarding", "true"::equals,
                    "it believes what whoever asks says of themselves: use opkoers.portal and opkoers.proxies"),
            new Rule("quarkus.http.proxy.enable-forwarded-host", "true"::equals, "whoever asks could name another host: leave it out"),
            new Rule("quarkus.http.cors.enabled", "true"::equals, "no other site has business here: leave it out"),
            new Rule("quarkus.http.cors", "true"::equals, "no other site has business here: leave it out"),
            new Rule("quarkus.hibernate-orm.log.bind-parameters", "true"::equals, "what people wrote would be logged: leave it out"));

    private final Function<String, Optional<String>> settings;

    private WeakSettings(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /**
     * One line for each setting that is too weak for real people; none in the demo, which listens to this machine only.
     *
     * @param settings gives the value of a setting, if it has one; values never appear in a line
     * @param names    of all settings that are there
     */
    static List<String> problems(Function<String, Optional<String>> settings, Iterable<String> names) {
        WeakSettings all = new WeakSettings(settings);
        return all.isDemo() ? List.of()
                : Stream.of(all.alone(), all.together(), all.named(names)).flatMap(each -> each).filter(Objects::nonNull)
                        .distinct().toList();
    }

    private boolean isDemo() {
        return is("quarkus.profile", DEMO::equals)
                && settings.apply("quarkus.http.host").map(host -> LOOPBACK.matcher(host).matches()).orElse(true);
    }

    private Stream<String> alone() {
        return ALONE.stream().filter(rule -> is(rule.setting(), rule.weak())).map(rule -> line(rule.setting(), rule.what()));
    }

    /** Of two settings one makes the other weak. */
    private Stream<String> together() {
        return Stream.of(
                same("opkoers.staff-issuer.url", "opkoers.issuer.url",
                        "staff and participants must not sign in at one issuer: give each their own"),
                same("opkoers.database.user", "opkoers.database.owner.user", "the portal would own its tables: give it a role of its own"),
                same("opkoers.database.password", "opkoers.database.owner.password", "two roles with one password are one: give each their own"),
                same("opkoers.notice.key", "opkoers.session.secret", "who learns one would know both: give each their own"),
                settings.apply("opkoers.issuer.acr").isEmpty() && is("opkoers.issuer.url", WeakSettings::isElsewhere)
                        ? line("opkoers.issuer.acr", "who signed in by a password alone would be let in: name the levels that suffice") : null,
                settings.apply("opkoers.notice.mail.from").isPresent()
                        && is("opkoers.mail.start-tls", value -> !"REQUIRED".equals(value))
                        && !is("opkoers.mail.host", host -> LOOPBACK.matcher(host).matches())
                        ? line("opkoers.mail.start-tls", "people's addresses would go over an open line: leave it REQUIRED") : null);
    }

    /** What there are many of, each with a name of its own. */
    private Stream<String> named(Iterable<String> names) {
        Stream.Builder<String> lines = Stream.builder();
        for (String name : names) {
            String value = settings.apply(name).map(String::strip).orElse("");
            boolean tells = TELLS_ALL.matcher(name).matches() && CHATTY.contains(value.toUpperCase(Locale.ROOT))
                    || TELLS_TOKENS.matcher(name).matches() && LOUD.contains(value.toUpperCase(Locale.ROOT));
            if (tells) {
                lines.add(line(name, "names, words and tokens would be logged: use INFO"));
            }
            if (UNVERIFIED.matcher(name).matches() && isUnverified(name, value)) {
                lines.add(line(name, "anybody could be at the other end: leave it out, and trust the authority of the certificate"));
            }
        }
        return lines.build();
    }

    private static boolean isUnverified(String name, String value) {
        return name.contains("verify-host") ? "false".equals(value) : NOBODY_CHECKED.contains(value.toLowerCase(Locale.ROOT));
    }

    private boolean is(String setting, Predicate<String> what) {
        return settings.apply(setting).map(String::strip).filter(what).isPresent();
    }

    private String same(String setting, String other, String what) {
        return settings.apply(setting).isPresent() && settings.apply(setting).equals(settings.apply(other))
                ? line(setting, "the same as " + other + ": " + what) : null;
    }

    private static String line(String setting, String what) {
        return setting + " (" + RequiredSettings.environmentName(setting) + ") is too weak: " + what;
    }

    /** Not on this machine. */
    private static boolean isElsewhere(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null || !LOOPBACK.matcher(host).matches();
        } catch (IllegalArgumentException garbled) {
            return true;
        }
    }

    private static boolean everybody(String networks) {
        return EVERYBODY.matcher(networks).find();
    }

    /** Not over TLS, and not on this machine. */
    private static boolean plain(String address) {
        return !address.toLowerCase(Locale.ROOT).startsWith("https://") && isElsewhere(address);
    }

    private static boolean guessable(String secret) {
        return GUESSED.matcher(secret).find() || secret.chars().distinct().count() < LEAST_DIFFERENT_SIGNS;
    }

    private static boolean short32(String secret) {
        return secret.length() < SHORTEST_SECRET || guessable(secret);
    }
}

package nl.opkoers.doors;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.Classes;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;

/**
 * One way into the portal: a method of a page.
 *
 * @param verb of HTTP
 * @param path as declared, with what is to be filled in between braces
 * @param page the method that answers
 */
record Route(String verb, String path, Method page) {

    private static final Pattern PLACE = Pattern.compile("\\{\\s*(\\w+)\\s*(?::((?:[^{}]|\\{[^{}]*\\})+))?\\}");
    private static final Pattern CHOICES = Pattern.compile("[\\w|-]+");

    /** Every route of the portal itself, in the order of its addresses. */
    static List<Route> all() {
        return Classes.OF_THE_PORTAL.stream()
                .filter(type -> !type.isInterface() && type.isAnnotatedWith(Path.class)).map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()).flatMap(method -> of(type, method)))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::verb)).toList();
    }

    private static Stream<Route> of(Class<?> type, Method method) {
        return Stream.of(method.getAnnotations()).map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null).map(verb -> new Route(verb.value(), declared(type, method), method));
    }

    private static String declared(Class<?> type, Method method) {
        String path = Stream.<AnnotatedElement>of(type, method)
                .map(each -> Optional.ofNullable(each.getAnnotation(Path.class)).map(Path::value).orElse("")).collect(Collectors.joining("/")).replaceAll("^/*|/+$", "").replaceAll("/{2,}", "/");
        return "/" + path;
    }

    /** What is declared beside it; empty when that was forgotten. */
    Optional<For> door() {
        return Optional.ofNullable(page.getAnnotation(Opens.class)).map(Opens::value);
    }

    /** Who is let in as the framework reads it: roles, none for everybody; empty when nobody said. */
    Optional<Set<String>> roles() {
        return rolesOf(page).or(() -> rolesOf(page.getDeclaringClass()));
    }

    private static Optional<Set<String>> rolesOf(AnnotatedElement place) {
        return Optional.ofNullable(place.getAnnotation(RolesAllowed.class)).map(allowed -> Set.of(allowed.value()))
                .or(() -> Optional.ofNullable(place.getAnnotation(PermitAll.class)).map(all -> Set.of()));
    }

    boolean isRead() {
        return verb.equals("GET");
    }

    /** The names of what is to be filled in, in order. */
    List<String> places() {
        return PLACE.matcher(path).results().map(match -> match.group(1)).toList();
    }

    /** The words among which a place chooses, when it is such a place. */
    List<String> choices(String place) {
        return PLACE.matcher(path).results().filter(match -> match.group(1).equals(place)).map(match -> match.group(2))
                .filter(choices -> choices != null && CHOICES.matcher(choices.strip()).matches() && choices.contains("|"))
                .flatMap(choices -> Stream.of(choices.strip().split("\\|"))).toList();
    }

    /** The address with every place filled in. */
    String filled(UnaryOperator<String> value) {
        return PLACE.matcher(path).replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }

    @Override
    public String toString() {
        return verb + " " + path.replaceAll("\\{\\s*(\\w+)\\s*:.*?\\}(?=[/.]|$)", "{$1}");
    }
}

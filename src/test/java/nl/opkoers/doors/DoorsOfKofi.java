package nl.opkoers.doors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.opkoers.Numbers;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests in which everybody tries the doors behind which Kofi Asante's things are. These are made once for each class. */
abstract class DoorsOfKofi {

    /** By which somebody's session ends: tried last. */
    private static final Set<String> ENDS = Set.of("/leave", "/sign-in", "/staff/sign-in", "/sign-out");
    static final List<Route> ROUTES = Route.all().stream().sorted(Comparator.comparing(route -> ENDS.contains(route.path()))).toList();
    /** For every route that takes a form one that does something, as who it is for would send it. */
    static final Map<Route, Map<String, String>> FORMS = new LinkedHashMap<>();

    static People people;
    static Kofi kofi;
    static Stored stored;

    private static final Numbers NUMBERS = Numbers.ofTheCast();
    private static final Pattern LAST_USED = Pattern.compile(",\"last_used_at\":[^,}]*");
    /** Everything about Kofi and his coach, before anybody tries anything. */
    private static List<String> rows;

    DemoWorld world;

    /** One line for each door that is not as it should be. */
    final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void kofiHasEverything() {
        if (kofi == null) {
            people = new People(world.municipality().idOf("g-english-debt"), world.municipality().idOf("z-tigrinya"));
            kofi = Kofi.withEverything(people.kofisId(), people.kofi(), people.karel());
            Forms forms = new Forms(kofi);
            ROUTES.stream().filter(route -> !route.isRead()).forEach(route ->
                    FORMS.put(route, forms.of(route, address(route), Kofi.browser(owner(route)))));
            stored = Stored.now();
            rows = rows();
        }
    }

    @AfterEach
    void asItWas() {
        TestClock.runOn();
        stored.goBack();
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.size() + " doors:\n" + String.join("\n", wrong));
        }
    }

    @AfterAll
    static void nothingIsLeft() {
        Stored.forget();
        Kofi.nothingIsLeft();
        kofi = null;
        FORMS.clear();
    }

    /** That everything about Kofi is still as it was; if not, it is put right. */
    final void untouched(Object who, String by) {
        List<String> now = rows();
        if (!rows.equals(now)) {
            List<String> more = new ArrayList<>(now);
            more.removeAll(rows);
            List<String> less = new ArrayList<>(rows);
            less.removeAll(now);
            wrong.add("%s · %s · nothing changed · +%s -%s".formatted(by, who, more, less));
            stored.goBack();
        }
    }

    final boolean isChanged() {
        return !rows.equals(rows());
    }

    /**
     * Not what somebody typed when their session had ended: that is kept for themselves, and changes nothing else. Nor when a
     * calendar was last read, which whoever has its address may.
     */
    private static List<String> rows() {
        return stored.about(people.kofisId(), Kofi.KAREL).stream().filter(row -> !row.startsWith("kept_form "))
                .map(row -> LAST_USED.matcher(row).replaceAll("")).toList();
    }

    final void check(Object route, Person person, Object expected, boolean met, Knock.Got got) {
        if (!met) {
            wrong.add("%s · %s · %s · %s".formatted(route, person, expected, got));
        }
    }

    /** @param said what this person sent, and so may read again */
    final void tellsNothing(Object route, Person person, Knock.Got got, String said) {
        for (String told : List.of(Kofi.WORD, Kofi.NAME)) {
            check(route, person, "nothing with '" + told + "'", !got.body().contains(told) || said.contains(told), got);
        }
    }

    /** Nobody is shown the number by which the state knows somebody, whatever they open. */
    final void holdsNoNumber(Object route, Person person, Knock.Got got) {
        check(route, person, "no number of anybody", NUMBERS.in(got.body()).isEmpty() && NUMBERS.in(got.headers().map().toString()).isEmpty(), got);
    }

    static String address(Route route) {
        return new Addresses(kofi).of(route);
    }

    /** Who is let in at a door because of what they are to Kofi. */
    static Person owner(Route route) {
        return people.related().stream()
                .filter(person -> List.of(Expected.OPEN, Expected.ANSWER).contains(person.at(route.door().orElseThrow())))
                .findFirst().orElseGet(People::petra);
    }
}

package nl.opkoers;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.quarkus.scheduler.Scheduled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.scope.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rooms of the house and the doors between them.
 *
 * <p>Arrows run one way: whoever wants to change how hours are refused finds one room, and knows what cannot be touched
 * by it.
 */
class HouseTest {

    private static final String HOUSE = "nl.opkoers";
    private static final String ENTRY = HOUSE + ".OpKoers";

    /** What a page needs to be a page, whatever it shows. */
    private static final List<String> FRAME = List.of("scope", "served", "law", "language", "municipality", "identity",
            "page", "notice");

    /** Each room with the rooms that it may use. */
    private static final Map<String, Set<String>> DOORS = new TreeMap<>(Map.ofEntries(
            Map.entry("scope", Set.of()),
            Map.entry("law", Set.of()),
            Map.entry("served", Set.of("scope")),
            Map.entry("language", Set.of("served")),
            Map.entry("municipality", Set.of("scope", "served", "law", "language")),
            Map.entry("notice", Set.of("scope", "served", "law", "language", "municipality", "identity", "page")),
            Map.entry("identity", Set.of("scope", "served", "law", "language", "municipality")),
            Map.entry("page", Set.of("scope", "served", "law", "language", "municipality", "identity")),
            Map.entry("dossier", frameAnd()),
            Map.entry("agenda", frameAnd("dossier", "contact")),
            Map.entry("file", Set.of("scope", "language", "identity", "page")),
            Map.entry("hours", frameAnd("dossier", "agenda", "file")),
            Map.entry("looks", Set.of("scope", "law", "language", "municipality", "identity", "page")),
            Map.entry("contact", frameAnd("dossier", "file", "looks")),
            Map.entry("own", frameAnd("dossier", "file", "contact")),
            Map.entry("coaching", frameAnd("dossier", "agenda", "hours", "contact")),
            Map.entry("schools", frameAnd("dossier", "agenda", "contact")),
            Map.entry("watch", Set.of("scope", "served", "municipality")),
            Map.entry("demo", Set.of("law", "language", "municipality"))));

    static Stream<String> rooms() {
        return DOORS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsItMay(String room) {
        noClasses().that().resideInAPackage(inside(room)).should()
                .dependOnClassesThat(ofOursOutside(room, DOORS.get(room)))
                .because("the room " + room + " may use " + DOORS.get(room)).check(Classes.OF_THE_PORTAL);
    }

    @Test
    void everyRoomIsInTheTable() {
        List<String> unknown = Classes.OF_THE_PORTAL.stream().map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE + ".")).map(name -> name.split("\\.")[2])
                .distinct().filter(room -> !DOORS.containsKey(room)).toList();
        assertEquals(List.of(), unknown, "rooms without rules");
    }

    @Test
    void readmeTellsOfEveryRoom() throws IOException {
        String table = Files.readString(Path.of("README.md")).replaceFirst("(?s).*\n\\| room \\| holds \\|\n", "").replaceFirst("(?s)\n\n.*", "");
        assertEquals(DOORS.keySet(), Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(table).results()
                .map(room -> room.group(1)).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noRoomsUseEachOther() {
        check(slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void theLawKnowsNoFramework() {
        check(noClasses().that().resideInAPackage(inside("law")).should().dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "org.eclipse.microprofile..",
                        "java.sql..")
                .because("the rules of the law outlive every framework"));
    }

    @Test
    void onlyTheEntryOpensTheDemo() {
        check(noClasses().that().resideOutsideOfPackage(inside("demo")).and().doNotHaveFullyQualifiedName(ENTRY)
                .should().dependOnClassesThat().resideInAPackage(inside("demo"))
                .because("the demo must never be part of production use by accident"));
    }

    @Test
    void nobodyLooksAtAClockOfTheirOwn() {
        check(noClasses().that().doNotHaveFullyQualifiedName(ENTRY).should()
                .accessTargetWhere(target(readsSystemTime()))
                .because("time comes from an injected Clock, so that a test can say what day it is"));
    }

    @Test
    void aDayIsOneInAmsterdamWhereverTheNodeStands() {
        check(noClasses().that().resideOutsideOfPackages(inside("demo"), inside("scope"), inside("language")).should()
                .callMethod(LocalDate.class, "now", Clock.class)
                .because("Dates.today says which day it is"));
    }

    @Test
    void whatGoesOnByItselfSaysThatThePortalItselfDoesIt() {
        check(methods().that().areAnnotatedWith(Scheduled.class).should(be(asThePortal()))
                .because("nobody is signed in then, and nobody sees no rows"));
    }

    @Test
    void nobodyPrints() {
        check(noClasses().that().resideOutsideOfPackage(inside("demo")).and().doNotHaveFullyQualifiedName(ENTRY)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("what is logged has a level, a place and no numbers of people"));
    }

    private static void check(ArchRule rule) {
        rule.check(Classes.OF_THE_PORTAL);
    }

    private static Set<String> frameAnd(String... others) {
        return Set.copyOf(Stream.concat(FRAME.stream(), Stream.of(others)).toList());
    }

    private static String inside(String room) {
        return HOUSE + "." + room + "..";
    }

    private static DescribedPredicate<JavaClass> ofOursOutside(String room, Set<String> allowed) {
        DescribedPredicate<JavaClass> ours = JavaClass.Predicates.resideInAPackage(HOUSE + "..");
        String[] open = Stream.concat(Stream.of(room), allowed.stream()).map(HouseTest::inside).toArray(String[]::new);
        return ours.and(JavaClass.Predicates.resideOutsideOfPackages(open));
    }

    private static DescribedPredicate<JavaMethod> asThePortal() {
        return DescribedPredicate.describe("done by Scope.portal", method -> method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Scope.class) && call.getName().equals("portal")));
    }

    private static DescribedPredicate<AccessTarget> readsSystemTime() {
        return DescribedPredicate.describe("the time of the system", target -> {
            String owner = target.getOwner().getName();
            boolean now = owner.startsWith("java.time.") && target.getName().equals("now")
                    && target instanceof CodeUnitAccessTarget call
                    && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean date = owner.equals("java.util.Date") && target instanceof CodeUnitAccessTarget call
                    && target.getName().equals("<init>") && call.getRawParameterTypes().isEmpty();
            return now || date || target.getFullName().equals("java.lang.System.currentTimeMillis()");
        });
    }
}

package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.opkoers.municipality.Bsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The population looks like that of a large municipality, and breaks no rule. */
class PopulationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<Resident> ALL = Filled.populationOn(TODAY);
    private static final List<Resident> ASYLUM = where(ALL, dossier -> is(dossier, "/doelgroep/indeling", "Asielstatushouder"));
    private static final List<Resident> FAMILY = where(ALL, dossier -> !is(dossier, "/doelgroep/indeling", "Asielstatushouder"));

    @Test
    void theGroupsHaveTheSizeOfALargeMunicipality() {
        assertEquals(4_330, ALL.size());
        assertEquals(1_960, ASYLUM.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-03-31", "2028-02-29"})
    void everyDossierObeysTheRules(LocalDate day) {
        Filled.populationOn(day).forEach(resident -> DossierRules.check(resident.toString(), resident.dossier(), day));
    }

    @Test
    void twoSeedingsAreTheSame() {
        List<Resident> again = Filled.populationOn(TODAY);
        for (int i = 0; i < ALL.size(); i++) {
            assertEquals(ALL.get(i), again.get(i));
        }
    }

    @Test
    void numbersAreInventedValidAndUnique() {
        Set<String> numbers = new HashSet<>();
        Cast.all().stream().map(CastMember::bsn).forEach(numbers::add);
        for (Resident resident : ALL) {
            if (resident.bsn() != null) {
                assertTrue(resident.bsn().startsWith("9999") && Bsn.passesElevenTest(resident.bsn()));
                assertTrue(numbers.add(resident.bsn()));
            } else {
                assertTrue(resident.vNumber().matches("[0-9]{10}"));
                assertEquals("In opvang", resident.dossier().at("/persoon/woonsituatie").textValue());
            }
        }
    }

    @Test
    void routesAreSharedAsPublished() {
        List<Resident> asylum = withPip(ASYLUM);
        assertShare(0.57, 0.01, asylum, dossier -> is(dossier, "/pip/actueel/leerroute", "B"));
        assertShare(0.13, 0.01, asylum, dossier -> is(dossier, "/pip/actueel/leerroute", "O"));
        assertShare(0.30, 0.01, asylum, dossier -> is(dossier, "/pip/actueel/leerroute", "Z"));
        List<Resident> family = withPip(FAMILY);
        assertShare(0.92, 0.01, family, dossier -> is(dossier, "/pip/actueel/leerroute", "B"));
        assertShare(0.005, 0.005, family, dossier -> is(dossier, "/pip/actueel/leerroute", "O"));
        assertShare(0.07, 0.01, family, dossier -> is(dossier, "/pip/actueel/leerroute", "Z"));
    }

    @Test
    void menWomenAndAgesAreSharedAsPublished() {
        assertShare(0.59, 0.03, ASYLUM, dossier -> is(dossier, "/persoon/aanhef", "heer"));
        assertShare(0.30, 0.03, FAMILY, dossier -> is(dossier, "/persoon/aanhef", "heer"));
        assertAges(ASYLUM, 0.13, 0.32, 0.38, 0.17);
        assertAges(FAMILY, 0.03, 0.35, 0.48, 0.14);
    }

    @Test
    void originsAndLanguagesAreSharedAsPublished() {
        assertEquals(0.52, ASYLUM.stream().filter(resident -> resident.origin().equals("Syrië")).count() / (double) ASYLUM.size(), 0.04);
        assertEquals(0.40, FAMILY.stream().filter(resident -> Set.of("Marokko", "Turkije", "Suriname").contains(resident.origin()))
                .count() / (double) FAMILY.size(), 0.03);
        assertLanguages(ASYLUM, 0.62, 0.14, 0.09, 0.10, 0.05);
        assertLanguages(FAMILY, 0.16, 0.00, 0.18, 0.48, 0.18);
    }

    @Test
    void stepsAreReachedAsPublished() {
        List<Resident> housed = where(ALL, dossier -> is(dossier, "/persoon/woonsituatie", "Gehuisvest"));
        assertShare(0.84, 0.02, housed, dossier -> dossier.at("/bredeIntake/startdatum").isTextual());
        assertShare(0.94, 0.02, housed, dossier -> dossier.path("leerbaarheidstoets").isObject());
        assertShare(0.86, 0.02, housed, dossier -> dossier.at("/pip/actueel").isObject());
        assertShare(0.84, 0.02, housed, dossier -> dossier.at("/inburgeringsaanbod/instelling").isObject());
        List<Resident> reception = where(ALL, dossier -> is(dossier, "/persoon/woonsituatie", "In opvang"));
        assertShare(0.23, 0.10, reception, dossier -> dossier.at("/bredeIntake/startdatum").isTextual());
        assertShare(0.30, 0.10, reception, dossier -> dossier.path("leerbaarheidstoets").isObject());
        assertShare(0.13, 0.08, reception, dossier -> dossier.at("/pip/actueel").isObject());
    }

    @Test
    void modulesAndCompletionAreReachedAsPublished() {
        for (List<Resident> group : List.of(ASYLUM, FAMILY)) {
            boolean asylum = group == ASYLUM;
            assertShare(asylum ? 0.20 : 0.46, 0.001, group, dossier -> dossier.at("/pvt/datumOndertekeningPvt").isTextual());
            assertShare(asylum ? 0.06 : 0.25, 0.001, group, dossier -> dossier.at("/map/datumEindgesprekMap").isTextual());
            assertShare(asylum ? 0.03 : 0.09, 0.001, group, dossier -> dossier.path("afronding").isObject());
            List<Resident> b1 = where(group, dossier -> is(dossier, "/pip/actueel/leerroute", "B"));
            assertShare(0.04, 0.001, b1, dossier -> is(dossier, "/pip/actueel/niveau", "A2"));
        }
    }

    @Test
    void examsGoAsPublished() {
        assertExams(ASYLUM, 0.24, 0.37, 0.18, 0.38, 0.10);
        assertExams(FAMILY, 0.31, 0.41, 0.17, 0.27, 0.05);
    }

    @Test
    void coachACarriesAllThreeRoutes() {
        List<Resident> mine = where(ALL, dossier -> Staff.isContactOf(Staff.COACH_A, dossier));
        assertEquals(60, mine.size());
        Set<String> routes = new HashSet<>();
        mine.forEach(resident -> routes.add(resident.dossier().at("/pip/actueel/leerroute").asText()));
        assertTrue(routes.containsAll(Set.of("B", "O", "Z")), routes.toString());
    }

    private static void assertExams(List<Resident> group, double sat, double all, double none, double a2, double b2) {
        assertShare(sat, 0.001, group, dossier -> dossier.path("examens").isObject());
        List<Resident> takers = where(group, dossier -> dossier.path("examens").isObject());
        assertShare(all, 0.01, takers, dossier -> results(dossier).stream().allMatch("Geslaagd"::equals));
        assertShare(none, 0.01, takers, dossier -> results(dossier).stream().noneMatch("Geslaagd"::equals));
        double total = takers.stream().mapToInt(taker -> levels(taker).size()).sum();
        assertEquals(a2, takers.stream().mapToLong(taker -> levels(taker).stream().filter("A2"::equals).count()).sum() / total, 0.06);
        assertEquals(b2, takers.stream().mapToLong(taker -> levels(taker).stream().filter("B2"::equals).count()).sum() / total, 0.04);
    }

    private static List<String> levels(Resident resident) {
        return texts(resident.dossier(), "niveau");
    }

    private static List<String> results(ObjectNode dossier) {
        return texts(dossier, "resultaat");
    }

    private static List<String> texts(ObjectNode dossier, String field) {
        List<String> texts = new ArrayList<>();
        dossier.at("/examens/onderdelen").forEach(part -> part.path("pogingen").forEach(attempt -> {
            if (attempt.path(field).isTextual()) {
                texts.add(attempt.path(field).textValue());
            }
        }));
        return texts;
    }

    private static void assertAges(List<Resident> group, double young, double twenties, double thirties, double older) {
        double[] shares = {young, twenties, thirties, older};
        int[] firsts = {18, 22, 31, 46, 66};
        for (int i = 0; i < shares.length; i++) {
            int first = firsts[i];
            int next = firsts[i + 1];
            long count = group.stream().map(resident -> resident.birthDate().until(TODAY).getYears())
                    .filter(age -> age >= first && age < next).count();
            assertEquals(shares[i], count / (double) group.size(), 0.03, "from " + first);
        }
    }

    private static void assertLanguages(List<Resident> group, double ar, double ti, double tr, double en, double nl) {
        assertShare(ar, 0.03, group, dossier -> is(dossier, "/persoon/voorkeurstaal", "ar"));
        assertShare(ti, 0.03, group, dossier -> is(dossier, "/persoon/voorkeurstaal", "ti"));
        assertShare(tr, 0.03, group, dossier -> is(dossier, "/persoon/voorkeurstaal", "tr"));
        assertShare(en, 0.03, group, dossier -> is(dossier, "/persoon/voorkeurstaal", "en"));
        assertShare(nl, 0.03, group, dossier -> is(dossier, "/persoon/voorkeurstaal", "nl"));
    }

    private static void assertShare(double expected, double tolerance, List<Resident> of, Predicate<ObjectNode> condition) {
        assertEquals(expected, where(of, condition).size() / (double) of.size(), tolerance);
    }

    private static List<Resident> withPip(List<Resident> group) {
        return where(group, dossier -> dossier.at("/pip/actueel").isObject());
    }

    private static List<Resident> where(List<Resident> residents, Predicate<ObjectNode> condition) {
        return residents.stream().filter(resident -> condition.test(resident.dossier())).toList();
    }

    private static boolean is(JsonNode dossier, String pointer, String value) {
        return value.equals(dossier.at(pointer).textValue());
    }
}

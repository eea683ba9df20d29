package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who looks for a school, or for a place to practise, gets to see of this municipality. */
class OffersTest {

    private static final Set<String> PROVIDER = Set.of("id", "instellingsnummer", "naam", "adres", "postcode", "plaatsnaam",
            "telefoonnummer", "email", "website", "indicatieBowKeurmerk", "indicatieTstKeurmerk", "bron", "bijgewerktOp",
            "gecontroleerdOp", "cursussen");
    private static final Set<String> COURSE = Set.of("id", "naam", "leerroutes", "niveauVan", "niveauTot", "prijsPerUur",
            "prijsTotaal", "urenTotaal", "lesmateriaalInbegrepen", "kostenLesmateriaal", "lestijden", "rooster", "deelOnline",
            "kinderopvang", "eerstvolgendeStart", "wachttijdWeken", "doelgroepen", "talen", "alfabetisering", "examentraining",
            "alleenVrouwen", "groepsgrootte", "gecontroleerdOp");
    private static final Set<String> PLACE = Set.of("id", "naam", "organisatie", "soort", "plaats", "tijden", "niveaus",
            "doelpubliek", "voorWie", "kosten", "contact", "bron", "gecontroleerdOp");
    private static final List<String> DAYS = List.of("ma", "di", "wo", "do", "vr", "za", "zo");
    private static final List<String> LEVELS = List.of("A0", "A1", "A2", "B1", "B2");

    private static TestIssuer issuer;
    private static TestDatabase database;
    private static ReferenceMunicipality municipality;
    private static LocalDate today;
    private static Caller portal;
    private static String providersBody;
    private static JsonNode providers;
    private static List<JsonNode> courses;
    private static JsonNode places;

    @BeforeAll
    static void start() throws IOException {
        issuer = new TestIssuer();
        database = new TestDatabase();
        Clock clock = Clock.systemUTC();
        today = LocalDate.now(clock.withZone(RelativeDates.ZONE));
        municipality = ReferenceMunicipality.start(database.settings(issuer.uri(), clock));
        portal = new Caller(municipality.port(), issuer.token());
        providersBody = portal.get("/v1/aanbieders").body();
        providers = portal.read("/v1/aanbieders").path("aanbieders");
        courses = new ArrayList<>();
        providers.forEach(provider -> provider.path("cursussen").forEach(courses::add));
        places = portal.read("/v1/informeel-aanbod").path("plekken");
    }

    @AfterAll
    static void stop() {
        municipality.close();
        database.close();
        issuer.close();
    }

    @AfterEach
    void repair() {
        municipality.faults().clear();
    }

    @Test
    void aCityHasAboutEightySchools() {
        assertEquals(80, providers.size());
        assertTrue(courses.size() >= 200 && courses.size() <= 240, "courses: " + courses.size());
        assertEquals(25, places.size());
    }

    @Test
    void everyFieldOfTheContractIsThereAndNoOther() {
        providers.forEach(provider -> assertEquals(PROVIDER, fields(provider), provider.path("naam").textValue()));
        courses.forEach(course -> assertEquals(COURSE, fields(course), course.path("naam").textValue()));
        places.forEach(place -> assertEquals(PLACE, fields(place), place.path("naam").textValue()));
    }

    @Test
    void namesAndIdsTellOneFromAnother() {
        for (String field : List.of("id", "naam", "telefoonnummer", "email")) {
            assertEquals(providers.size(), distinct(providers, field), field);
        }
        assertEquals(places.size(), distinct(places, "id"));
        assertEquals(courses.size(), new HashSet<>(courses.stream().map(course -> course.path("id").textValue()).toList()).size());
    }

    @Test
    void theSchoolsOfTheDossiersAreAmongThem() throws IOException {
        JsonNode school = portal.dossierOf("z-tigrinya").at("/inburgeringsaanbod/instelling");
        JsonNode provider = find(providers, "instellingsnummer", school.path("instellingsnummer").textValue());

        assertEquals(school.path("naam"), provider.path("naam"));
        assertEquals(school.path("indicatieBowKeurmerk"), provider.path("indicatieBowKeurmerk"));
        assertTrue(provider.path("adres").isTextual() && provider.path("cursussen").size() > 1);
    }

    @Test
    void nobodyRealCanBeReached() {
        for (JsonNode list : List.of(providers, places)) {
            list.findParents("telefoonnummer").forEach(reachable -> {
                assertTrue(reachable.path("telefoonnummer").textValue().matches("\\+31 20 555 0[23] \\d\\d|085-555\\d{4}"));
                assertTrue(reachable.path("email").textValue().matches("[a-z]+@[a-z0-9]+\\.example"), reachable.toString());
                if (reachable.hasNonNull("website")) {
                    assertTrue(reachable.path("website").textValue().matches("https://www\\.[a-z0-9]+\\.example"));
                }
            });
        }
    }

    @Test
    void anHourCostsElevenToTwentyEuroOrNothing() {
        for (JsonNode course : courses) {
            if (course.path("prijsPerUur").isNull()) {
                assertTrue(course.path("prijsTotaal").isNull(), "an unknown price has no unknown total");
                continue;
            }
            double hour = course.at("/prijsPerUur/bedrag").doubleValue();
            assertTrue(hour == 0 || hour >= 11 && hour <= 20, course.toString());
            assertEquals(hour * course.path("urenTotaal").intValue(), course.at("/prijsTotaal/bedrag").doubleValue(), 0.001);
            assertEquals("EUR", course.at("/prijsPerUur/valuta").textValue());
        }
        assertFalse(providersBody.matches("(?s).*\"bedrag\": ?\\d+(\\.\\d)?[,}].*"), "amounts have two decimals");
        JsonNode neighbourhood = find(providers, "naam", "Buurttaal Noord");
        assertEquals(0, neighbourhood.at("/cursussen/0/prijsPerUur/bedrag").doubleValue());
        assertFalse(neighbourhood.path("indicatieBowKeurmerk").booleanValue(), "free lessons there may not count");
    }

    @Test
    void lessonsAreAtTimesThatCanBe() {
        for (JsonNode course : courses) {
            Set<String> days = new HashSet<>();
            course.path("lestijden").forEach(time -> {
                assertPossible(time);
                assertTrue(days.add(time.path("dag").textValue()), "once a day");
            });
            assertEquals("Zelf te kiezen".equals(course.path("rooster").textValue()), days.isEmpty(), course.toString());
            if (course.path("eerstvolgendeStart").isTextual()) {
                LocalDate start = LocalDate.parse(course.path("eerstvolgendeStart").textValue());
                assertTrue(start.isAfter(today), "the next start is still to come");
                assertTrue(start.isBefore(today.plusMonths(8)));
            }
            assertTrue(course.path("deelOnline").asInt(0) >= 0 && course.path("deelOnline").asInt(0) <= 100);
            assertTrue(course.path("groepsgrootte").asInt(6) >= 6 && course.path("groepsgrootte").asInt(6) <= 20);
            assertTrue(course.path("wachttijdWeken").asInt(0) <= 30);
        }
        places.forEach(place -> place.path("tijden").forEach(OffersTest::assertPossible));
    }

    @Test
    void theFirstLessonIsOnADayOfTheCourse() {
        long held = 0;
        for (JsonNode course : courses) {
            Set<String> days = new HashSet<>(course.path("lestijden").findValuesAsText("dag"));
            if (course.path("eerstvolgendeStart").isTextual() && !days.isEmpty()) {
                LocalDate start = LocalDate.parse(course.path("eerstvolgendeStart").textValue());
                assertTrue(days.contains(DAYS.get(start.getDayOfWeek().getValue() - 1)), course.toString());
                assertFalse(start.isBefore(today.plusWeeks(course.path("wachttijdWeken").asInt(0))), "after the wait");
                held++;
            }
        }
        assertTrue(held > 150, "checked: " + held);
    }

    @Test
    void levelsGoUpAndFitTheRoute() {
        for (JsonNode course : courses) {
            int from = LEVELS.indexOf(course.path("niveauVan").asText());
            int until = LEVELS.indexOf(course.path("niveauTot").asText());
            assertTrue(course.path("niveauVan").isNull() ? course.path("niveauTot").isNull() : from >= 0 && from < until, course.toString());
            List<String> routes = texts(course.path("leerroutes"));
            assertFalse(routes.isEmpty());
            if (routes.equals(List.of("Z"))) {
                assertTrue(until <= LEVELS.indexOf("A2"), "no B1 in the Z-route");
                assertEquals(800, course.path("urenTotaal").intValue());
            }
            assertFalse(course.path("doelgroepen").isEmpty() || course.path("talen").isEmpty());
        }
    }

    @Test
    void thereIsSomethingForEveryLife() {
        assertMany(5, course -> course.path("kinderopvang").asBoolean() && texts(course.path("leerroutes")).contains("B"));
        assertMany(30, course -> evening(course));
        assertMany(4, course -> course.path("lestijden").findValuesAsText("dag").contains("za"));
        assertMany(15, course -> course.path("deelOnline").asInt() == 100);
        assertMany(5, course -> "Om de week".equals(course.path("rooster").textValue()));
        assertMany(3, course -> course.path("alleenVrouwen").booleanValue());
        assertMany(15, course -> course.path("alfabetisering").booleanValue());
        assertMany(30, course -> course.path("examentraining").booleanValue());
        assertMany(8, course -> course.path("naam").textValue().startsWith("Kennis van"));
        assertMany(5, course -> texts(course.path("leerroutes")).equals(List.of("O")));
        assertMany(15, course -> texts(course.path("leerroutes")).equals(List.of("Z")));
        assertMany(10, course -> texts(course.path("doelgroepen")).equals(List.of("Gezinsmigrant en overige migrant")));
        assertMany(30, course -> course.path("wachttijdWeken").asInt() >= 8);
        long unmarked = stream(providers).filter(provider -> !provider.path("indicatieBowKeurmerk").booleanValue()).count();
        assertTrue(unmarked >= 8 && unmarked <= 24, "unmarked: " + unmarked);
    }

    @Test
    void notEverythingIsKnownOrFresh() {
        for (String field : List.of("prijsPerUur", "kinderopvang", "eerstvolgendeStart", "wachttijdWeken", "groepsgrootte", "deelOnline",
                "lesmateriaalInbegrepen")) {
            assertMany(3, course -> course.path(field).isNull());
        }
        assertMany(20, course -> daysSince(course) > 90);
        assertMany(120, course -> daysSince(course) <= 90);
        assertEquals(Set.of("In overleg"), values("rooster", Set.of("Wekelijks", "Om de week", "Zelf te kiezen")), "a word of another day");
        assertTrue(stream(places).anyMatch(place -> place.path("soort").textValue().equals("Wandelgroep")));
        assertTrue(stream(places).anyMatch(place -> daysSince(place) > 90));
        assertTrue(stream(places).anyMatch(place -> place.path("kosten").isNull()));
    }

    @Test
    void placesToPractiseDifferInCompanyAndQuiet() {
        for (String field : List.of("alleenVrouwen", "eigenLeeftijd", "rustig")) {
            long some = stream(places).filter(place -> place.at("/doelpubliek/" + field).booleanValue()).count();
            assertTrue(some >= 3 && some < places.size() / 2 + 1, field + ": " + some);
        }
        assertTrue(values(places, "soort").containsAll(Set.of("Taalhuis", "Taalcafé", "Bibliotheek", "Maatje")));
        assertTrue(stream(places).anyMatch(place -> texts(place.path("voorWie")).equals(List.of("Asielstatushouder"))));
    }

    @Test
    void elifFindsMorningLessonsWithChildcareAtAMarkedSchool() {
        JsonNode school = find(providers, "naam", "Taalhuis De Sluis");
        assertTrue(stream(school.path("cursussen")).anyMatch(course -> course.path("kinderopvang").asBoolean()
                && course.path("prijsPerUur").isObject() && course.at("/lestijden/0/van").textValue().startsWith("0")));
    }

    @Test
    void liamFindsLessonsEveryOtherWeek() {
        JsonNode school = find(providers, "naam", "Avondschool Het Kompas");
        assertTrue(stream(school.path("cursussen")).anyMatch(course -> "Om de week".equals(course.path("rooster").textValue())
                && "B1".equals(course.path("niveauTot").textValue())));
    }

    @Test
    void oneSchoolIsTheSameAsInTheList() throws IOException {
        for (JsonNode provider : List.of(providers.get(0), providers.get(79))) {
            assertEquals(provider, portal.read("/v1/aanbieders/" + provider.path("id").textValue()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/aanbieders", "/v1/aanbieders/A-1003", "/v1/informeel-aanbod"})
    void whatDidNotChangeIsNotSentAgain(String path) throws IOException {
        String tag = portal.get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = portal.call("GET", path, null, Map.of("If-None-Match", tag));

        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-9999", "a'%20or%20'1", "%00", "A-1001-"})
    void aSchoolThatIsNotThereIsNotFound(String id) throws IOException {
        HttpResponse<String> answer = portal.get("/v1/aanbieders/" + id);

        assertTrue(answer.statusCode() == 404 || id.equals("%00") && answer.statusCode() == 400, answer.body());
    }

    @ParameterizedTest
    @CsvSource({"PROVIDERS,/v1/aanbieders,/v1/informeel-aanbod", "PROVIDERS,/v1/aanbieders/A-1001,/v1/informeel-aanbod",
            "INFORMAL_OFFER,/v1/informeel-aanbod,/v1/aanbieders"})
    void eachGoesWrongByItself(Resource resource, String path, String other) throws IOException {
        municipality.faults().set(resource, Fault.error());

        assertEquals(500, portal.get(path).statusCode());
        assertEquals(200, portal.get(other).statusCode());
    }

    @Test
    void anotherSeedingOffersTheSame() {
        RelativeDates dates = new RelativeDates(Clock.systemUTC());
        Resources resources = new Resources(new ObjectMapper());
        assertEquals(new Providers(resources, dates).all().toString(), new Providers(resources, dates).all().toString());
        assertEquals(new PracticePlaces(resources, dates).all().toString(), new PracticePlaces(resources, dates).all().toString());
    }

    private static void assertPossible(JsonNode time) {
        assertTrue(DAYS.contains(time.path("dag").textValue()), time.toString());
        LocalTime from = LocalTime.parse(time.path("van").textValue());
        LocalTime until = LocalTime.parse(time.path("tot").textValue());
        assertTrue(from.plusMinutes(45).isBefore(until), time.toString());
        assertFalse(from.isBefore(LocalTime.of(8, 30)) || until.isAfter(LocalTime.of(22, 0)), time.toString());
    }

    private static boolean evening(JsonNode course) {
        return course.at("/lestijden/0/van").asText("00").compareTo("18:00") >= 0;
    }

    private static long daysSince(JsonNode checked) {
        return ChronoUnit.DAYS.between(LocalDate.parse(checked.path("gecontroleerdOp").textValue()), today);
    }

    private static void assertMany(int atLeast, Predicate<JsonNode> condition) {
        long count = courses.stream().filter(condition).count();
        assertTrue(count >= atLeast, "only " + count + " of " + atLeast);
    }

    private static Set<String> values(String field, Set<String> known) {
        Set<String> values = new HashSet<>();
        courses.forEach(course -> values.add(course.path(field).textValue()));
        values.removeAll(known);
        return values;
    }

    private static Set<String> values(JsonNode list, String field) {
        return new HashSet<>(list.findValuesAsText(field));
    }

    private static long distinct(JsonNode list, String field) {
        return stream(list).map(one -> one.path(field).isMissingNode() ? one.at("/contact/" + field) : one.path(field)).distinct().count();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return stream(list).filter(one -> value.equals(one.path(field).textValue())).findFirst()
                .orElseThrow(() -> new AssertionError("No " + value));
    }

    private static List<String> texts(JsonNode list) {
        return Providers.texts(list);
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

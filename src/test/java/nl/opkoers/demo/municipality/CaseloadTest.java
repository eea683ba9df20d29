package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom a coach is there today. Marloes Hendriks is away from day 16 to 30; Karel Zijlstra is away now. */
class CaseloadTest {

    private static final Set<String> FIELDS = Set.of("inburgeraarId", "aanspreeknaam", "voorkeurstaal", "doelgroep", "leerroute",
            "termijnEinddatum", "laatsteGesprek", "rol", "van", "tot", "vervangt");
    private static final String KAREL = "M-1004";
    private static final String BART_WHO_LEFT = "M-1006";

    private static TestIssuer issuer;
    private static TestDatabase database;
    private static Clock clock;
    private static LocalDate today;
    private static ReferenceMunicipality municipality;
    private static Caller portal;

    @BeforeAll
    static void start() {
        issuer = new TestIssuer();
        database = new TestDatabase();
        clock = Clock.systemUTC();
        today = LocalDate.now(clock.withZone(RelativeDates.ZONE));
        municipality = ReferenceMunicipality.start(database.settings(issuer.uri(), clock));
        portal = new Caller(municipality.port(), issuer.token());
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
    void coachACarriesSeventySixPeople() throws IOException {
        List<JsonNode> mine = caseload(portal, Staff.COACH_A);

        assertEquals(76, mine.size());
        mine.forEach(one -> assertTrue(one.path("vervangt").isNull() && one.path("tot").isNull(), one.toString()));
        mine.forEach(one -> assertEquals(FIELDS, fields(one)));
        assertTrue(values(mine, "leerroute").containsAll(Set.of("B", "O", "Z")));
    }

    @Test
    void whatIsToldOfSomebodyIsWhatTheDossierTells() throws IOException {
        JsonNode dossier = portal.dossierOf("z-tigrinya");
        JsonNode selam = find(caseload(portal, Staff.COACH_A), "Selam Tesfay");

        assertEquals(dossier.path("id"), selam.path("inburgeraarId"));
        assertEquals("ti", selam.path("voorkeurstaal").textValue());
        assertEquals("Asielstatushouder", selam.path("doelgroep").textValue());
        assertEquals("Z", selam.path("leerroute").textValue());
        assertEquals(dossier.at("/termijn/einddatum"), selam.path("termijnEinddatum"));
        assertEquals(dossier.at("/voortgang/laatsteGesprek"), selam.path("laatsteGesprek"));
        assertEquals("Klantmanager", selam.path("rol").textValue());
        assertEquals(dossier.at("/contactpersonen/personen/0/van"), selam.path("van"));
    }

    @Test
    void whoHasNoPlanYetIsThereAllTheSame() throws IOException {
        JsonNode filmon = find(caseload(portal, Staff.COACH_A), "Filmon Habte");

        assertTrue(filmon.path("leerroute").isNull() && filmon.path("termijnEinddatum").isNull());
    }

    @Test
    void coachBStandsInForKarelOnly() throws IOException {
        List<JsonNode> covered = covered(caseload(portal, Staff.COACH_B));

        assertEquals(Set.of("Kofi Asante"), values(covered, "aanspreeknaam"));
        JsonNode instead = covered.get(0).path("vervangt");
        assertEquals(KAREL, instead.path("medewerkerId").textValue());
        assertEquals("Karel Zijlstra", instead.path("naam").textValue());
        assertEquals(today.minusDays(6).toString(), instead.path("van").textValue());
        assertEquals(today.plusDays(22).toString(), instead.path("tot").textValue());
        assertEquals(1, caseload(portal, KAREL).size(), "Karel keeps him");
    }

    @ParameterizedTest
    @CsvSource({"15, 0", "16, 76", "30, 76", "31, 0"})
    void coachBSeesCoachAsPeopleOnTheDaysOfTheSubstitutionOnly(int daysFromNow, int expected) throws IOException {
        Clock later = Clock.fixed(today.plusDays(daysFromNow).atTime(0, 30).atZone(RelativeDates.ZONE).toInstant(), RelativeDates.ZONE);
        try (TestIssuer then = new TestIssuer();
                ReferenceMunicipality other = ReferenceMunicipality.start(database.settings(then.uri(), later))) {
            Caller caller = new Caller(other.port(), then.sign(then.claims()
                    .expirationTime(Date.from(later.instant().plusSeconds(600))).build()));

            List<JsonNode> all = caseload(caller, Staff.COACH_B);

            assertEquals(expected, covered(all).stream()
                    .filter(one -> one.at("/vervangt/medewerkerId").textValue().equals(Staff.COACH_A)).count());
            assertEquals(59, all.stream().filter(one -> one.path("vervangt").isNull()).count(), "own people stay");
        }
    }

    @Test
    void whoIsTheirsAlreadyIsNotNamedTwice() throws IOException {
        municipality.change("g-english-debt", dossier -> addContact(dossier, Staff.COACH_B, today.minusDays(1), null));
        List<JsonNode> all = caseload(portal, Staff.COACH_B);
        try {
            assertEquals(1, all.stream().filter(one -> one.path("aanspreeknaam").textValue().equals("Kofi Asante")).count());
            assertTrue(find(all, "Kofi Asante").path("vervangt").isNull());
        } finally {
            municipality.change("g-english-debt", CaseloadTest::removeLastContact);
        }
    }

    @Test
    void aNewContactPersonTakesOverTheDayAfterTheOldOne() throws IOException {
        municipality.change("o-family-rare", dossier -> {
            ((ObjectNode) dossier.at("/contactpersonen/personen/0")).put("tot", today.minusDays(1).toString());
            return addContact(dossier, KAREL, today, null);
        });
        try {
            assertTrue(values(caseload(portal, KAREL), "aanspreeknaam").contains("Camila Duarte"));
            assertFalse(values(caseload(portal, "M-1005"), "aanspreeknaam").contains("Camila Duarte"));
        } finally {
            municipality.change("o-family-rare", dossier -> {
                ((ObjectNode) dossier.at("/contactpersonen/personen/0")).putNull("tot");
                return removeLastContact(dossier);
            });
        }
    }

    @Test
    void everybodyOfThePopulationHasSomebody() throws IOException {
        Set<String> reached = new HashSet<>();
        int rows = 0;
        for (int number : numbers()) {
            for (JsonNode one : caseload(portal, "M-" + number)) {
                if (one.path("vervangt").isNull()) {
                    reached.add(one.path("inburgeraarId").textValue());
                    rows++;
                }
            }
        }
        assertEquals(4_330 + 18, reached.size());
        assertEquals(rows, reached.size(), "nobody has two at a time");
    }

    @Test
    void whoLeftIsThereForNobody() throws IOException {
        assertEquals(List.of(), caseload(portal, BART_WHO_LEFT));
        assertEquals(List.of(), caseload(portal, "M-1003"), "a team lead has no people of her own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M-9999", "D-34", "m-1001", "'%20or%20'1"})
    void whoDoesNotWorkHereIsNotFound(String id) throws IOException {
        assertEquals(404, portal.get("/v1/medewerkers/" + id + "/inburgeraars").statusCode());
    }

    @Test
    void anUnchangedCaseloadIsNotSentAgain() throws IOException {
        String path = "/v1/medewerkers/M-1001/inburgeraars";
        String tag = portal.get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = portal.call("GET", path, null, Map.of("If-None-Match", tag));

        assertEquals(304, again.statusCode());
    }

    @Test
    void itGoesWrongByItself() throws IOException {
        municipality.faults().set(Resource.STAFF, Fault.busy(Duration.ofSeconds(5)));

        assertEquals(503, portal.get("/v1/medewerkers/M-1001/inburgeraars").statusCode());
        assertEquals(200, portal.get("/v1/gemeente").statusCode());
    }

    @Test
    void theDossiersOfOthersAreLeftClosed() throws Exception {
        long before = looksInTheIndex();

        Instant deadline = Instant.now().plusSeconds(20);
        while (looksInTheIndex() == before && Instant.now().isBefore(deadline)) {
            caseload(portal, Staff.COACH_A);
            Thread.sleep(250);
        }

        assertTrue(looksInTheIndex() > before, "the database reads all dossiers for the people of one coach");
    }

    /** The database counts these with a delay of about a second. */
    private static long looksInTheIndex() {
        return Long.parseLong(database.query(
                "select idx_scan from pg_stat_user_indexes where indexrelname = 'inburgeraar_contactpersonen'"));
    }

    private static List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1001; number <= 1006; number++) {
            numbers.add(number);
        }
        int others = Integer.parseInt(database.query("select count(*) from medewerker where id like 'M-2%'"));
        for (int number = 2001; number < 2001 + others; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static List<JsonNode> caseload(Caller caller, String employee) throws IOException {
        JsonNode answer = caller.read("/v1/medewerkers/" + employee + "/inburgeraars");
        assertEquals(employee, answer.path("medewerkerId").textValue());
        List<JsonNode> all = new ArrayList<>();
        answer.path("inburgeraars").forEach(all::add);
        return all;
    }

    private static List<JsonNode> covered(List<JsonNode> caseload) {
        return caseload.stream().filter(one -> one.path("vervangt").isObject()).toList();
    }

    private static ObjectNode addContact(ObjectNode dossier, String employee, LocalDate from, LocalDate until) {
        ((ArrayNode) dossier.at("/contactpersonen/personen")).addObject().put("medewerkerId", employee).put("naam", "Iemand")
                .put("rol", "Klantmanager").put("van", from.toString()).put("tot", until == null ? null : until.toString());
        return dossier;
    }

    private static ObjectNode removeLastContact(ObjectNode dossier) {
        ArrayNode contacts = (ArrayNode) dossier.at("/contactpersonen/personen");
        contacts.remove(contacts.size() - 1);
        return dossier;
    }

    private static JsonNode find(List<JsonNode> caseload, String name) {
        return caseload.stream().filter(one -> name.equals(one.path("aanspreeknaam").textValue())).findFirst()
                .orElseThrow(() -> new AssertionError("No " + name));
    }

    private static Set<String> values(List<JsonNode> caseload, String field) {
        Set<String> values = new HashSet<>();
        caseload.forEach(one -> values.add(one.path(field).textValue()));
        return values;
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

package nl.opkoers.conformance;

import static nl.opkoers.conformance.Mischiefs.asking;
import static nl.opkoers.conformance.Mischiefs.json;
import static nl.opkoers.conformance.Mischiefs.reverse;
import static nl.opkoers.conformance.Mischiefs.told;
import static nl.opkoers.conformance.Mischiefs.with;
import static nl.opkoers.conformance.Mischiefs.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.opkoers.conformance.Spoilt.Mischief;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.demo.municipality.RunningMunicipality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A conformance run passes what is right, and a run that could not fail would be worth nothing. */
class ConformanceTest {

    private static final String SELAM = "z-tigrinya";
    private static final String BSN = Cast.member(SELAM).bsn();
    private static final String COACH = "M-1001";
    private static final List<String> TAGGED = List.of("gemeente", "inburgeraars/{id}", "inburgeraars/{id}/agenda", "aanbieders",
            "informeel-aanbod", "medewerkers/{id}/inburgeraars");
    private static final String REPLIES = "inburgeraars/{id}/agenda/{itemId}";
    private static final String HOURS = "inburgeraars/{id}/participatie-uren";
    private static final List<String> WRITES =
            List.of(REPLIES, HOURS, "inburgeraars/{id}/hulpvragen", "inburgeraars/{id}/klantcontacten", "aanbieders/{id}/meldingen",
                    "informeel-aanbod/{id}/meldingen");
    private static final String ONE_PERSON = "/v1/inburgeraars/[^/_?]+";
    private static final String AGENDA = ONE_PERSON + "/agenda\\?.*";

    private static RunningMunicipality waterstad;

    @BeforeAll
    static void start() {
        waterstad = new RunningMunicipality();
        IntStream.range(0, 20).forEach(i -> waterstad.municipality().feed().publish(
                waterstad.municipality().feed().reserve(), "OK206", waterstad.municipality().idOf(SELAM)));
    }

    @AfterAll
    static void stop() {
        waterstad.close();
    }

    @AfterEach
    void repair() {
        waterstad.municipality().faults().clear();
    }

    @Test
    void theReferenceMunicipalityPassesEverything() {
        List<Result> results = Conformance.of(settings(address(), "true"), Clock.systemUTC());

        assertEquals(List.of(), results.stream().filter(result -> result.outcome() != Outcome.PASSED
                && result.check() != Check.SPEED).map(Result::line).toList());
        assertEquals(15, results.stream().map(Result::resource).distinct().count());
        Set<Check> never = new TreeSet<>(Set.of(Check.values()));
        results.forEach(result -> never.remove(result.check()));
        never.removeAll(Set.of(Check.SPEED, Check.UNKNOWN_FIELDS));
        assertEquals(Set.of(), never, "checks that nothing asks for");
    }

    @Test
    void nothingIsSentUnlessThatIsAllowed() {
        int before = waterstad.municipality().effects().size();

        List<Result> results = Conformance.of(settings(address(), "false"), Clock.systemUTC());

        assertEquals(before, waterstad.municipality().effects().size());
        assertEquals(Set.copyOf(WRITES), results.stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED).map(Result::resource).collect(Collectors.toSet()));
    }

    @Test
    void whateverHoursWereReportedAreWithdrawn() {
        String before = waterstad.query("select coalesce(sum(minuten), 0) from participatie_uren where not ingetrokken");

        Conformance.of(settings(address(), "true"), Clock.systemUTC());

        assertEquals(before, waterstad.query("select coalesce(sum(minuten), 0) from participatie_uren where not ingetrokken"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(general(), dossiersAndAgendas(), feeds(), writing()).flatMap(faults -> faults);
    }

    private static Stream<Arguments> general() {
        return Stream.of(
                fault("no ETag", without("ETag"), each(TAGGED, Check.UNCHANGED)),
                fault("no security header", without("X-Content-Type-Options"), each(all(), Check.SECURITY)),
                fault("no version", without("API-Version"), each(all(), Check.VERSION)),
                fault("a token is not looked at",
                        (asked, onward) -> onward.ask(asked.withHeader("Authorization", "Bearer " + waterstad.token())),
                        each(all(), Check.NO_TOKEN)),
                fault("one fault at a time", json(".*", problem -> Mischiefs.first(problem, "fouten")),
                        Stream.concat(Stream.of("inburgeraars/_zoek", "inburgeraars/{id}/agenda", "gebeurtenissen"), WRITES.stream())
                                .map(resource -> resource + " BAD_REQUEST").toArray(String[]::new)),
                fault("a BSN in a header", told("/v1/gemeente", answer -> answer.with("X-Trace", "persoon " + BSN)),
                        "gemeente NO_NUMBER"),
                fault("times without a zone",
                        told("/v1/gemeente", answer -> answer.withBody(answer.body().replaceAll("(T[\\d:.]+)Z", "$1"))),
                        "gemeente ZONES", "gemeente VALID"));
    }

    private static Stream<Arguments> dossiersAndAgendas() {
        return Stream.of(
                fault("a BSN in a dossier", json(ONE_PERSON, dossier -> with(dossier, "/persoon", "kenmerk", BSN)),
                        "inburgeraars/{id} NO_NUMBER"),
                fault("a level that does not go with the route",
                        json(ONE_PERSON, dossier -> with(dossier, "/pip/actueel", "niveau", "B1")), "inburgeraars/{id} LEVEL_ON_ROUTE"),
                fault("a term that began too early",
                        json(ONE_PERSON, dossier -> with(dossier, "/termijn", "startdatum", "2022-01-01")), "inburgeraars/{id} TERM"),
                fault("an agenda without order", json(AGENDA, agenda -> reverse(agenda, "onderdelen")), "inburgeraars/{id}/agenda SORTED"),
                fault("an agenda of more than was asked for", json(AGENDA, Mischiefs::withLongAgo),
                        each(List.of("inburgeraars/{id}/agenda"), Check.BOUNDED, Check.SHORTER_PERIOD)),
                fault("an agenda that is empty for a single day", json(AGENDA, Mischiefs::emptyWhenShort),
                        "inburgeraars/{id}/agenda SHORTER_PERIOD"));
    }

    private static Stream<Arguments> feeds() {
        return Stream.of(
                fault("a feed that ignores how far one was", asking("na=\\d+", "na=0"),
                        each(List.of("gebeurtenissen"), Check.AFTER, Check.PAGES, Check.END)),
                fault("a feed that ignores the limit", asking("limiet=3$", "limiet=9"), "gebeurtenissen LIMIT"),
                fault("a feed backwards", json("/v1/gebeurtenissen\\?.*", page -> reverse(page, "gebeurtenissen")),
                        "gebeurtenissen ASCENDING"),
                fault("a feed that leaves out something in a small page",
                        json("/v1/gebeurtenissen.*limiet=3", Mischiefs::withoutSecond), "gebeurtenissen PAGES"),
                fault("another series each time", json("/v1/gebeurtenissen\\?.*", page -> page.has("reeks")
                        ? page.put("reeks", UUID.randomUUID().toString()) : page), "gebeurtenissen SERIES"));
    }

    private static Stream<Arguments> writing() {
        return Stream.of(
                fault("an Idempotency-Key that nobody looks at", Mischiefs.ignoringKeys(),
                        each(WRITES, Check.REPEATED, Check.KEY_REUSED)),
                fault("a call without a key is taken", Mischiefs.makingUpKeys(), each(WRITES, Check.KEY_MISSING)),
                fault("every version is taken", (asked, onward) -> onward.ask(asked.path().endsWith("_bevestig")
                        ? asked.withBody(asked.body().replaceAll("\\d+", "1")) : asked),
                        each(List.of(REPLIES), Check.OUTDATED, Check.KEY_REUSED)),
                fault("kinds of hours are thrown together", (asked, onward) -> onward.ask(asked.path().contains("participatie-uren")
                        ? asked.withBody(asked.body().replaceAll(",\"soort\":\"[^\"]*\"", "")) : asked),
                        HOURS + " KIND_KEPT"),
                fault("what is made has no address", without("Location"), each(WRITES.subList(1, WRITES.size()), Check.ACCEPTED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultIsFoundWhereItIs(String name, Mischief mischief, Set<String> expected) {
        boolean write = expected.stream().anyMatch(failure -> WRITES.stream().anyMatch(failure::startsWith));
        try (Spoilt spoilt = new Spoilt(address(), mischief)) {
            assertEquals(expected, failed(settings(spoilt.address(), Boolean.toString(write))), name);
        }
    }

    @Test
    void whatTheReferenceMunicipalityCanGetWrongIsFound() {
        waterstad.municipality().faults().set(Resource.MUNICIPALITY, Fault.wrongJson());
        waterstad.municipality().faults().set(Resource.PROVIDERS, Fault.truncated());
        waterstad.municipality().faults().set(Resource.EVENTS, Fault.error());
        waterstad.municipality().faults().set(Resource.INFORMAL_OFFER, Fault.dropped());

        assertEquals(Set.of("gemeente VALID", "gemeente UNCHANGED", "aanbieders ANSWERS", "aanbieders VALID", "aanbieders UNCHANGED",
                "gebeurtenissen ANSWERS", "gebeurtenissen BAD_REQUEST", "informeel-aanbod ANSWERS"), failed(settings(address(), "false")));
    }

    @Test
    void whatIsSlowOrNewIsOnlyNoted() {
        waterstad.municipality().faults().set(Resource.MUNICIPALITY, Fault.slow(Duration.ofMillis(1_100)));
        try (Spoilt spoilt = new Spoilt(address(), json(ONE_PERSON, dossier -> dossier.put("nieuw", true)))) {
            List<Result> results = Conformance.of(settings(spoilt.address(), "false"), Clock.systemUTC());

            assertTrue(new Report(results).passed());
            List<String> noted = results.stream().filter(result -> result.outcome() == Outcome.NOTED)
                    .map(result -> result.resource() + " " + result.check()).toList();
            assertTrue(noted.containsAll(List.of("gemeente SPEED", "inburgeraars/{id} UNKNOWN_FIELDS")), noted.toString());
        }
    }

    @Test
    void theReportTellsWhatIsWrongAndNothingAboutAnybody() {
        Settings settings;
        List<String> lines;
        try (Spoilt spoilt = new Spoilt(address(), json(ONE_PERSON, dossier -> {
            dossier.withObject("/persoon").put("kenmerk", BSN).put("voorkeurstaal", 7);
            return dossier.put(BSN, "x");
        }))) {
            settings = settings(spoilt.address(), "true");
            lines = new Report(Conformance.of(settings, Clock.systemUTC())).lines().toList();
        }
        String report = String.join("\n", lines);

        assertTrue(report.contains("/persoon/voorkeurstaal (type)"), report);
        assertTrue(report.contains("2 checks failed."), report);
        for (String secret : List.of(BSN, "Selam", waterstad.municipality().idOf(SELAM), settings.token())) {
            assertFalse((report + settings).contains(secret), report);
        }
    }

    @Test
    void everyCheckAndReasonHasWords() {
        Stream.concat(Stream.of(Check.values()), Stream.of(Why.values())).forEach(key -> assertFalse(Texts.of((Enum<?>) key).isBlank()));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(refusal(Map.of()).contains("OPKOERS_CONFORMANCE_URL"));
        assertTrue(refusal(Map.of("OPKOERS_CONFORMANCE_URL", "https://a.example")).contains("OPKOERS_CONFORMANCE_TOKEN"));
        assertTrue(refusal(Map.of("OPKOERS_CONFORMANCE_URL", "https://a.example", "OPKOERS_CONFORMANCE_TOKEN", "t"))
                .contains("OPKOERS_CONFORMANCE_PERSON"));
        assertTrue(refusal(Map.of("OPKOERS_CONFORMANCE_URL", "https://a.example/v1", "OPKOERS_CONFORMANCE_TOKEN", "t")).contains("/v1"));
    }

    private static String refusal(Map<String, String> environment) {
        return assertThrows(IllegalArgumentException.class, () -> Settings.from(environment)).getMessage();
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + waterstad.municipality().port());
    }

    private static Settings settings(URI address, String write) {
        return Settings.from(Map.of("OPKOERS_CONFORMANCE_URL", address + "/", "OPKOERS_CONFORMANCE_TOKEN", waterstad.token(),
                "OPKOERS_CONFORMANCE_BSN", BSN, "OPKOERS_CONFORMANCE_EMPLOYEE", COACH, "OPKOERS_CONFORMANCE_WRITE", write));
    }

    private static Set<String> failed(Settings settings) {
        return Conformance.of(settings, Clock.systemUTC()).stream().filter(result -> result.outcome() == Outcome.FAILED)
                .map(result -> result.resource() + " " + result.check()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Arguments fault(String name, Mischief mischief, String... expected) {
        return Arguments.of(name, mischief, Set.of(expected));
    }

    private static List<String> all() {
        return Stream.of(TAGGED, List.of("inburgeraars/_zoek", "gebeurtenissen"), WRITES).flatMap(List::stream).toList();
    }

    private static String[] each(List<String> resources, Check... checks) {
        return resources.stream().flatMap(resource -> Stream.of(checks).map(check -> resource + " " + check)).toArray(String[]::new);
    }
}

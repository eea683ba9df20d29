package nl.opkoers.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import org.junit.jupiter.api.Test;

/**
 * Asks the municipality that the environment names: {@code mvn -q test -Pconformance}. Its name keeps it out of the
 * ordinary tests.
 */
class ConformanceRun {

    @Test
    void theMunicipalityDoesWhatTheContractSays() {
        Report report = new Report(Conformance.of(Settings.from(System.getenv()), Clock.systemUTC()));
        report.lines().forEach(System.out::println);
        assertTrue(report.passed(), report::verdict);
    }
}

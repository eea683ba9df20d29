package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.opkoers.Debian;
import org.junit.jupiter.api.Test;

/** Whoever is called at night finds what to do, and is called only when there is something to do. */
class AlertsTest {

    private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");

    @Test
    void everyAlertSaysHowBadItIsWhatItIsAndWhereItStands() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode alert : Monitoring.alerts()) {
            String name = alert.path("alert").asText();
            JsonNode notes = alert.path("annotations");
            if (!Set.of("warning", "critical").contains(alert.path("labels").path("severity").asText())
                    || notes.path("summary").asText().length() < 20
                    || !notes.path("runbook").asText().equals("src/docs/operations.md#" + name.toLowerCase(Locale.ROOT))) {
                wrong.add(name);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyAlertHasItsHeadingAndEveryHeadingItsAlert() throws IOException {
        assertEquals(Monitoring.alerts().stream().map(alert -> alert.path("alert").asText()).toList(), Monitoring.headings());
    }

    /** A label that is summed away is an empty place in the sentence. */
    @Test
    void aSummaryNamesNothingThatTheAlertDoesNotKnow() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (JsonNode alert : Monitoring.alerts()) {
            String question = alert.path("expr").asText();
            LABEL.matcher(alert.path("annotations").path("summary").asText()).results().map(label -> label.group(1))
                    .filter(label -> question.contains(" by (") ? !question.contains(label) : !label.equals("instance"))
                    .forEach(label -> unknown.add(alert.path("alert").asText() + " " + label));
        }
        assertEquals(List.of(), unknown);
    }

    /** What is tried of an alert below: that it comes, and that just before, or just under, it does not. */
    @Test
    void everyAlertIsTriedWhileItComesAndWhileItDoesNot() throws IOException {
        Set<String> all = Monitoring.alerts().stream().map(alert -> alert.path("alert").asText()).collect(Collectors.toSet());
        Map<Boolean, Set<String>> tried = Monitoring.trials().stream().collect(Collectors.partitioningBy(
                trial -> trial.path("exp_alerts").isEmpty(), Collectors.mapping(trial -> trial.path("alertname").asText(), Collectors.toSet())));
        assertEquals(all, tried.get(false), "comes");
        assertEquals(all, tried.get(true), "does not come");
    }

    /** The rules themselves, over invented hours, as Prometheus works them out: where its tool can be had. */
    @Test
    void theAlertsComeWhenTheyShouldAndNotBefore() {
        String tool = Debian.program("promtool", "prometheus").map(Path::toString).orElse(null);
        assumeTrue(tool != null, "promtool cannot be had here (Debian: prometheus): the rules were not tried");
        String tried = Debian.run(new ProcessBuilder(tool, "test", "rules", Monitoring.TRIALS.toString()));
        assertTrue(tried.contains("SUCCESS"), tried);
        String checked = Debian.run(new ProcessBuilder(tool, "check", "config", "docker/prometheus/prometheus.yml"));
        assertTrue(checked.contains("SUCCESS"), checked);
    }
}

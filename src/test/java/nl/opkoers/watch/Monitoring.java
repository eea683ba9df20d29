package nl.opkoers.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The dashboard, the alerts and what is to be done about them, as they are shipped. */
final class Monitoring {

    static final Path ALERTS = Path.of("docker", "prometheus", "alerts.yml");
    /** What promtool tries them over. */
    static final Path TRIALS = Path.of("src", "test", "resources", "nl", "opkoers", "watch", "alerts.yml");
    static final Path ASKING = Path.of("docker", "prometheus", "prometheus.yml");
    static final Path DASHBOARD = Path.of("docker", "grafana", "dashboards", "op-koers.json");
    static final Path RUNBOOK = Path.of("src", "docs", "operations.md");

    private Monitoring() {
    }

    static List<JsonNode> alerts() throws IOException {
        return each(ALERTS, "groups", "rules");
    }

    /** Each moment at which it is tried whether an alert comes. */
    static List<JsonNode> trials() throws IOException {
        return each(TRIALS, "tests", "alert_rule_test");
    }

    private static List<JsonNode> each(Path file, String groups, String within) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file)).path(groups).forEach(group -> group.path(within).forEach(all::add));
        return all;
    }

    /** By which names Prometheus knows whom it asks. */
    static List<String> jobs() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(ASKING)).findValuesAsText("job_name");
    }

    /** What the panels and the alerts ask. */
    static List<String> questions() throws IOException {
        List<String> questions = new ArrayList<>(panels());
        alerts().forEach(alert -> questions.add(alert.path("expr").asText()));
        return questions;
    }

    private static List<String> panels() throws IOException {
        List<String> questions = new ArrayList<>();
        new ObjectMapper().readTree(Files.readString(DASHBOARD)).path("panels")
                .forEach(panel -> panel.path("targets").forEach(target -> questions.add(target.path("expr").asText())));
        return questions;
    }

    /** The headings of the third level in the section of alerts. */
    static List<String> headings() throws IOException {
        String section = Files.readString(RUNBOOK).split("\n## Alerts\n")[1].split("\n## ")[0];
        return section.lines().filter(line -> line.startsWith("### ")).map(line -> line.substring(4).strip()).toList();
    }
}

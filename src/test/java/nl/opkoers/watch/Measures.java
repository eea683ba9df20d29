package nl.opkoers.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a portal tells of itself at one moment, in the text format of Prometheus. */
record Measures(List<Sample> all) {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One number. */
    record Sample(String name, Map<String, String> labels, double value) {
    }

    static Measures read(String text) {
        return new Measures(text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Measures::sample).toList());
    }

    private static Sample sample(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("not a measure: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        if (parts.group(2) != null) {
            LABEL.matcher(parts.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(parts.group(1), labels, Double.parseDouble(parts.group(3)));
    }

    /** The number with this name of which these labels hold, among others; empty when there is none. */
    Optional<Double> value(String name, Map<String, String> labels) {
        return all.stream().filter(each -> each.name().equals(name) && each.labels().entrySet().containsAll(labels.entrySet()))
                .map(Sample::value).findFirst();
    }

    /** The labels that each name has. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new HashMap<>();
        all.forEach(each -> labels.computeIfAbsent(each.name(), name -> new HashSet<>()).addAll(each.labels().keySet()));
        return labels;
    }

    /** The values that a label of this name has. */
    Set<String> values(String name, String label) {
        return all.stream().filter(each -> each.name().equals(name)).map(each -> each.labels().get(label)).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** These, and others with them. */
    Measures and(List<Sample> others) {
        return new Measures(Stream.concat(all.stream(), others.stream()).toList());
    }

    /** How many numbers there are of this name. */
    long many(String name) {
        return all.stream().filter(each -> each.name().equals(name)).count();
    }
}

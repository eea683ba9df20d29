package nl.opkoers.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question in PromQL, read just as far as it takes to know of which measures and labels it speaks. */
record Question(String text) {

    private static final Pattern BY = Pattern.compile("\\b(?:by|on|ignoring|without)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTED = Pattern.compile("([a-z][a-z0-9]*(?:_[a-z0-9]+)+|up)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*[=!]~?");
    private static final Pattern CHOSEN = Pattern.compile("([a-z][a-z0-9_]*)\\{((?:[^}\"]|\"[^\"]*\")*)}");
    private static final Pattern VALUE = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"");

    /** Each measure with the labels that it is asked for. Of what it is summed by, every measure of the question has to have it. */
    Map<String, Set<String>> measures() {
        Set<String> summedBy = new HashSet<>();
        Matcher by = BY.matcher(text);
        while (by.find()) {
            Stream.of(by.group(1).split(",")).map(String::strip).filter(label -> !label.isEmpty()).forEach(summedBy::add);
        }
        Map<String, Set<String>> measures = new TreeMap<>();
        Matcher selected = SELECTED.matcher(WORDS.matcher(by.replaceAll("")).replaceAll("x"));
        while (selected.find()) {
            Set<String> labels = measures.computeIfAbsent(selected.group(1), name -> new HashSet<>(summedBy));
            if (selected.group(2) != null) {
                LABEL.matcher(selected.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        }
        return measures;
    }

    /** What of it a portal does not tell. */
    List<String> unansweredBy(Measures portal) {
        Map<String, Set<String>> told = portal.labels();
        List<String> missing = new ArrayList<>();
        measures().forEach((name, labels) -> {
            // What Prometheus itself knows of who it asks.
            Set<String> asked = new HashSet<>(labels);
            asked.removeAll(Set.of("instance", "job"));
            if (!name.equals("up") && !told.getOrDefault(name, Set.of()).containsAll(asked) || !name.equals("up") && !told.containsKey(name)) {
                missing.add(name + asked + ", but is told " + told.get(name));
            }
        });
        return missing;
    }

    /**
     * Each value that it chooses or leaves out, of which there is none. What is written wrongly makes an alert that never comes, or
     * always.
     */
    List<String> valuesUnknownTo(Measures told) {
        List<String> unknown = new ArrayList<>();
        CHOSEN.matcher(text).results().forEach(chosen -> VALUE.matcher(chosen.group(2)).results().forEach(value -> {
            Set<String> there = told.values(chosen.group(1), value.group(1));
            alternatives(value.group(2), value.group(3)).filter(each -> there.stream().noneMatch(each.asMatchPredicate()))
                    .forEach(each -> unknown.add(chosen.group(1) + "{" + value.group(1) + value.group(2) + each + "}, but is told " + there));
        }));
        return unknown;
    }

    private static Stream<Pattern> alternatives(String compared, String value) {
        return compared.endsWith("~") ? Stream.of(value.split("\\|")).map(Pattern::compile) : Stream.of(Pattern.compile(value, Pattern.LITERAL));
    }
}

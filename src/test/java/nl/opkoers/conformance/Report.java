package nl.opkoers.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results in words: a line for each check under its resource, then what each resource came to. */
final class Report {

    private final Map<String, List<Result>> byResource;

    Report(List<Result> results) {
        this.byResource = results.stream()
                .collect(Collectors.groupingBy(Result::resource, LinkedHashMap::new, Collectors.toList()));
    }

    Stream<String> lines() {
        Stream<String> each = byResource.entrySet().stream().flatMap(resource -> Stream.of(
                Stream.of("", resource.getKey()),
                resource.getValue().stream().map(Result::line)).flatMap(lines -> lines));
        Stream<String> summary = byResource.entrySet().stream().map(resource -> Texts.of("summary.resource", resource.getKey(),
                count(resource.getValue(), Outcome.PASSED), count(resource.getValue(), Outcome.FAILED),
                count(resource.getValue(), Outcome.SKIPPED), count(resource.getValue(), Outcome.NOTED)));
        return Stream.of(each, Stream.of("", Texts.of("summary.title")), summary, Stream.of("", verdict())).flatMap(lines -> lines);
    }

    boolean passed() {
        return failures() == 0;
    }

    /** The last line. */
    String verdict() {
        return passed() ? Texts.of("summary.passed") : Texts.of("summary.failed", failures());
    }

    private long failures() {
        return byResource.values().stream().mapToLong(results -> count(results, Outcome.FAILED)).sum();
    }

    private static long count(List<Result> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}

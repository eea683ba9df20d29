package nl.opkoers.municipality.contract;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where somebody or something is, as far as that is told. */
final class Whereabouts {

    private Whereabouts() {
    }

    /** What is told of these, one after the other; {@code null} when nothing is. */
    static String of(String... told) {
        String all = Stream.of(told).filter(each -> each != null && !each.isBlank()).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }
}

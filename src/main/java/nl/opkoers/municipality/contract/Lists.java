package nl.opkoers.municipality.contract;

import java.util.List;
import java.util.Objects;

/** An absent list is an empty one, and a list never holds a null. */
final class Lists {

    private Lists() {
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}

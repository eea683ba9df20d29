package nl.opkoers.municipality.contract;

import java.util.List;
import java.util.Objects;

/** Lists as they are read: never one that holds a null. */
final class Lists {

    private Lists() {
    }

    /** An absent list is an empty one. */
    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** For a list that says something when it is empty: an absent one stays {@code null}, not known. */
    static <T> List<T> orUnknown(List<T> list) {
        return list == null ? null : orEmpty(list);
    }
}

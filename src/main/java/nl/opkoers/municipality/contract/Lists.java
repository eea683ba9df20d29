package nl.opkoers.municipality.contract;

import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Lists as they are read: never one that holds a null. */
final class Lists {

    private static final Logger LOG = Logger.getLogger(Lists.class);

    private Lists() {
    }

    /** An absent list is an empty one. */
    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /**
     * Without what could not be read, which is {@code null}; an absent list is an empty one.
     *
     * @throws IllegalArgumentException when there is something and nothing of it can be read: that is not the same as nothing
     */
    static <T> List<T> readable(List<T> list) {
        List<T> read = orEmpty(list);
        if (list != null && read.size() < list.size()) {
            LOG.warnf("Of %d on a list of what is on offer %d cannot be read", list.size(), list.size() - read.size());
            if (read.isEmpty()) {
                throw new IllegalArgumentException("nothing on a list can be read");
            }
        }
        return read;
    }

    /** For a list that says something when it is empty: an absent one stays {@code null}, not known. */
    static <T> List<T> orUnknown(List<T> list) {
        return list == null ? null : orEmpty(list);
    }
}

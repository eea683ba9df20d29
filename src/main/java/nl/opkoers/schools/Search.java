package nl.opkoers.schools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.opkoers.law.ParticipantGroup;

/**
 * Finds offers. The order is the same for everybody and nobody can buy a place in it: what is free, then what is certain to
 * be what was asked before what may be, then by price with the unknown last, then by name.
 */
final class Search {

    private static final Comparator<Found.Hit<?>> ORDER = Comparator
            .comparing((Found.Hit<?> hit) -> !hit.offer().isFree())
            .thenComparing(hit -> !hit.unknown().isEmpty())
            .thenComparing(hit -> hit.offer().price(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(hit -> hit.offer().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(hit -> hit.offer().id());

    private Search() {
    }

    /**
     * What there is for somebody.
     *
     * @param group whose offers; of which it is known that they are for another group are left out and counted
     */
    static <T extends Offer> Found<T> of(List<T> offers, Filters filters, ParticipantGroup group, Judge judge) {
        List<Found.Hit<T>> hits = new ArrayList<>();
        Map<Criterion, Integer> without = new EnumMap<>(Criterion.class);
        int forOthers = 0;
        boolean narrowed = !filters.active().isEmpty();
        for (T offer : offers) {
            if (!isFor(offer, group)) {
                forOthers++;
                continue;
            }
            List<Criterion> missed = narrowed ? judge.missed(offer) : List.of();
            if (missed.isEmpty()) {
                hits.add(new Found.Hit<>(offer, narrowed ? judge.unknown(offer) : List.of()));
            } else if (missed.size() == 1) {
                without.merge(missed.get(0), 1, Integer::sum);
            }
        }
        hits.sort(ORDER);
        return new Found<>(List.copyOf(hits), forOthers, without);
    }

    private static boolean isFor(Offer offer, ParticipantGroup group) {
        return group == ParticipantGroup.UNKNOWN || offer.groups().isEmpty() || offer.groups().contains(group);
    }
}

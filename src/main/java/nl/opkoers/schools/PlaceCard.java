package nl.opkoers.schools;

import java.util.List;

/**
 * A place to practise as a page shows it to somebody.
 *
 * @param unknown    what it is not known to be, of all that was asked for
 * @param kilometres how far it is from the postcode that was asked for, in whole kilometres; {@code null} when not known
 * @param aged       whether nobody looked for too long whether it still holds
 */
record PlaceCard(PracticePlace place, List<Criterion> unknown, Integer kilometres, boolean aged) {
}

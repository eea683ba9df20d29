package nl.opkoers.contact;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Caseload;

/**
 * That a colleague has something of one of a coach's people past its day, and this coach may not read: so that nobody waits in silence,
 * without what it is about.
 *
 * @param person    whom it is of
 * @param colleague who has it
 * @param askedOn   since when the person waits past its day; {@code null} when they do not
 * @param before    before which day they were promised an answer; {@code null} when no answer is late, or none was promised
 * @param promised  when it was to be looked at, as the person was promised, and was not; {@code null} when nothing was, or not yet
 */
record Elsewhere(Caseload.Member person, String colleague, LocalDate askedOn, LocalDate before, LocalDate promised) {

    /**
     * What there is of this.
     *
     * @param waiting for which people wait past its day
     * @param looks   which were to be looked at by now
     * @param whose   whom each is of
     */
    static List<Elsewhere> of(List<Conversation> waiting, List<PromisedLook> looks, Function<Conversation, Caseload.Member> whose) {
        Map<UUID, LocalDate> promised = looks.stream()
                .collect(Collectors.toMap(look -> look.conversation().opening().id(), PromisedLook::on));
        Map<UUID, Elsewhere> found = new LinkedHashMap<>();
        waiting.forEach(each -> found.put(each.opening().id(), new Elsewhere(whose.apply(each), each.standing().assignedName(),
                Dates.dayOf(each.standing().waitingSince()), each.standing().answerBefore(), promised.get(each.opening().id()))));
        looks.stream().map(PromisedLook::conversation).forEach(each -> found.putIfAbsent(each.opening().id(),
                new Elsewhere(whose.apply(each), each.standing().assignedName(), null, null, promised.get(each.opening().id()))));
        return List.copyOf(found.values());
    }
}

package nl.opkoers.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that happened to an entry, as a coach reads it.
 *
 * @param who     the name of who did it; {@code null} when the person did, or the municipality
 * @param reason  {@code null} when there is none
 * @param note    in a coach's own words; {@code null} when there is none
 * @param written what the person sent; {@code null} when it is about something else
 * @param codes   what the municipality calls wrong with it
 */
public record Happening(Step step, Instant at, String who, Reason reason, String note, Written written, List<String> codes) {

    /** All that happened to an entry since it was sent, the first thing first. What a person kept for themselves is theirs. */
    static List<Happening> to(Entry entry) {
        List<Happening> happened = new ArrayList<>();
        boolean sent = false;
        for (Act act : entry.acts()) {
            Step step = Step.of(act, sent);
            if (step != Step.SAVED) {
                happened.add(of(step, act));
            }
            sent |= act instanceof Act.Sent;
        }
        return List.copyOf(happened);
    }

    /** The same, with what came of telling the municipality, as far as a coach has to know it. */
    static List<Happening> to(Entry entry, List<Telling> tellings) {
        List<Happening> told = tellings.stream().flatMap(telling -> Step.of(telling).stream()
                .map(step -> new Happening(step, telling.settledAt(), telling.settledBy(), null, null, null, telling.codes())))
                .toList();
        return told.isEmpty() ? to(entry) : Stream.concat(to(entry).stream(), told.stream())
                .sorted(Comparator.comparing(Happening::at)).toList();
    }

    private static Happening of(Step step, Act act) {
        if (act instanceof Act.Sent sent) {
            return new Happening(step, act.at(), null, null, null, sent.written(), List.of());
        }
        if (act instanceof Act.Refused refused) {
            return judged(step, refused, refused.reason(), refused.note());
        }
        if (act instanceof Act.Asked asked) {
            return judged(step, asked, asked.reason(), asked.note());
        }
        if (act instanceof Act.Judgement judgement) {
            return judged(step, judgement, null, null);
        }
        if (act instanceof Act.Undone undone) {
            return new Happening(step, act.at(), undone.byName(), null, null, null, List.of());
        }
        return new Happening(step, act.at(), null, null, null, null, codes(act));
    }

    private static Happening judged(Step step, Act.Judgement judgement, Reason reason, String note) {
        return new Happening(step, judgement.at(), judgement.byName(), reason, note, null, List.of());
    }

    private static List<String> codes(Act act) {
        return act instanceof Act.Returned returned && returned.refusal() != null ? returned.refusal().codes() : List.of();
    }
}

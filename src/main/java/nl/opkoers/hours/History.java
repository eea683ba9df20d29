package nl.opkoers.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that happened to an entry, the last thing first. */
final class History {

    private History() {
    }

    /**
     * One thing that happened.
     *
     * @param by     who judged or settled it; {@code null} when nobody did
     * @param reason {@code null} when there is none
     * @param note   what the coach wrote, in Dutch; {@code null} when nothing
     * @param was    what the entry said until then, when this put something else in its place; {@code null} otherwise
     */
    public record Happened(Step step, Instant at, String by, Reason reason, String note, Written was) {
    }

    static List<Happened> of(Entry entry) {
        List<Happened> all = new ArrayList<>();
        Written last = null;
        boolean sent = false;
        for (Act act : entry.acts()) {
            Step step = Step.of(act, sent);
            all.add(happened(step, act, step == Step.CORRECTED && changes(last, act) ? last : null));
            if (act instanceof Act.Sent now) {
                sent = true;
                last = now.written();
            }
        }
        Collections.reverse(all);
        return all;
    }

    /** The same, with what came of telling the municipality, as far as people have to know it. */
    static List<Happened> of(Entry entry, List<Telling> tellings) {
        List<Happened> told = tellings.stream().flatMap(telling -> Step.of(telling).stream()
                .map(step -> new Happened(step, telling.settledAt(), telling.settledBy(), null, null, null))).toList();
        return told.isEmpty() ? of(entry) : Stream.concat(told.stream(), of(entry).stream())
                .sorted(Comparator.comparing(Happened::at).reversed()).toList();
    }

    private static boolean changes(Written last, Act act) {
        return act instanceof Act.Sent now && !now.written().equals(last);
    }

    private static Happened happened(Step step, Act act, Written was) {
        String by = act instanceof Act.Judgement judgement ? judgement.byName()
                : act instanceof Act.Undone undone ? undone.byName() : null;
        if (act instanceof Act.Refused refused) {
            return new Happened(step, act.at(), by, refused.reason(), refused.note(), null);
        }
        if (act instanceof Act.Asked asked) {
            return new Happened(step, act.at(), by, asked.reason(), asked.note(), null);
        }
        return new Happened(step, act.at(), by, null, null, was);
    }
}

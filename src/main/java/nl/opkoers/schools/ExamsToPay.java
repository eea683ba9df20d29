package nl.opkoers.schools;

import java.util.List;

/** How many exams are paid when some attempts are free: which parts are done again nobody knows yet, so it is a range. */
final class ExamsToPay {

    private ExamsToPay() {
    }

    /** Of one attempt at each part. */
    static Span firsts(List<Span> free) {
        return free.stream().map(left -> new Span(left.to() > 0 ? 0 : 1, left.from() > 0 ? 0 : 1))
                .reduce(Span.exactly(0), Span::plus);
    }

    /**
     * Of so many more: at best those with the most free attempts, at worst again and again the one with the fewest. Where no
     * exam is left to be done there is none to do again.
     */
    static Span retakes(List<Span> free, int retakes) {
        if (free.isEmpty()) {
            return Span.exactly(0);
        }
        List<Span> after = free.stream().map(left -> left.without(1)).toList();
        int best = after.stream().mapToInt(Span::to).sum();
        int worst = after.stream().mapToInt(Span::from).min().orElse(0);
        return new Span(Math.max(0, retakes - best), Math.max(0, retakes - worst));
    }
}

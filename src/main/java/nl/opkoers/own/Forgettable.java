package nl.opkoers.own;

import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.opkoers.law.KeptKind;
import nl.opkoers.law.KeptTables;

/**
 * What there is to take away, and what stays.
 *
 * @param can   what can go at once
 * @param stays what stays, with why and for how long
 */
record Forgettable(List<Kind> can, List<Kind> stays) {

    /** From what a term is counted, as people are told. */
    enum Counted { MADE, VISIT, LAST, SETTLED, READ }

    /** Why something stays. */
    enum Reason { FILE, SENT, LOOKS, COPY, ACCOUNT }

    /** One kind. @param reason {@code null} for what can go */
    record Kind(KeptKind kind, Period keptFor, Counted counted, Reason reason) {
    }

    static Forgettable now() {
        KeptTables all = KeptTables.standard();
        List<Kind> kinds = all.kinds().stream().map(kind -> new Kind(kind, all.longest(kind), counted(kind),
                all.forgettable(kind) ? null : reason(kind))).toList();
        return new Forgettable(kinds.stream().filter(kind -> kind.reason() == null).toList(),
                kinds.stream().filter(kind -> kind.reason() != null).toList());
    }

    /** Those of these names that can go. */
    static Set<KeptKind> chosen(List<String> names) {
        Set<KeptKind> chosen = EnumSet.noneOf(KeptKind.class);
        now().can().stream().map(Kind::kind).filter(kind -> names != null && names.contains(kind.name())).forEach(chosen::add);
        return chosen;
    }

    private static Counted counted(KeptKind kind) {
        return switch (kind) {
            case WRITING, TALKS, NOTES, LOOKS -> Counted.MADE;
            case WORK, CALENDAR, CHOICES, SEEN, WISH, NOTICES, ACCOUNT -> Counted.VISIT;
            case CONVERSATIONS, HOURS -> Counted.LAST;
            case SENT -> Counted.SETTLED;
            case COPY -> Counted.READ;
        };
    }

    private static Reason reason(KeptKind kind) {
        return switch (kind) {
            case SENT -> Reason.SENT;
            case LOOKS -> Reason.LOOKS;
            case COPY -> Reason.COPY;
            case ACCOUNT -> Reason.ACCOUNT;
            default -> Reason.FILE;
        };
    }
}

package nl.opkoers.law;

import java.util.ArrayList;
import java.util.List;

/** The rules by which DUO accepts or refuses a PIP, so that a wrong one is seen before it is sent. Source: DUO, PIP API 1.2.0. */
public final class PipRules {

    /** A rule that a PIP breaks. */
    public enum Violation {
        /** A2 never goes with the education route, B1 never with the Z-route, and B2 is no level of a PIP. */
        LEVEL_NOT_ON_ROUTE,
        /** A2 in the B1 route is a level reduction, which cannot stand in a person's first PIP. */
        LEVEL_NOT_ON_FIRST_PIP,
        /** Only asylum holders on the B1 route have an estimated intensity. */
        INTENSITY_NOT_FOR_THIS_PERSON,
        /** The estimated intensity is a whole number of hours from 1 to 9999. */
        INTENSITY_OUT_OF_RANGE
    }

    private PipRules() { }

    /** Every rule this PIP breaks, in the order above; empty when DUO would accept it. */
    public static List<Violation> check(ProposedPip pip, LawBook book) {
        List<Violation> violations = new ArrayList<>();
        if (pip.level() != null) {
            checkLevel(pip, book, violations);
        }
        if (pip.estimatedIntensity() != null) {
            checkIntensity(pip, book, violations);
        }
        return List.copyOf(violations);
    }

    private static void checkLevel(ProposedPip pip, LawBook book, List<Violation> violations) {
        if (!allows(RuleKey.PIP_LEVELS, pip, book)) {
            violations.add(Violation.LEVEL_NOT_ON_ROUTE);
        } else if (pip.firstPip() && !allows(RuleKey.FIRST_PIP_LEVELS, pip, book)) {
            violations.add(Violation.LEVEL_NOT_ON_FIRST_PIP);
        }
    }

    private static void checkIntensity(ProposedPip pip, LawBook book, List<Violation> violations) {
        Answer least = ask(RuleKey.PIP_INTENSITY_LEAST, pip, book);
        Answer most = ask(RuleKey.PIP_INTENSITY_MOST, pip, book);
        if (least.isNotApplicable()) {
            violations.add(Violation.INTENSITY_NOT_FOR_THIS_PERSON);
        }
        boolean tooFew = least.known().map(fact -> pip.estimatedIntensity() < fact.whole()).orElse(false);
        boolean tooMany = most.known().map(fact -> pip.estimatedIntensity() > fact.whole()).orElse(false);
        if (tooFew || tooMany) {
            violations.add(Violation.INTENSITY_OUT_OF_RANGE);
        }
    }

    /** A rule that is not known forbids nothing: DUO has the last word. */
    private static boolean allows(RuleKey levels, ProposedPip pip, LawBook book) {
        return ask(levels, pip, book).known().map(fact -> fact.words().contains(pip.level().code())).orElse(true);
    }

    private static Answer ask(RuleKey key, ProposedPip pip, LawBook book) {
        return book.ask(key, pip.signedOn(), pip.group(), pip.route());
    }
}

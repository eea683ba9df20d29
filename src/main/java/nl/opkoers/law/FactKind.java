package nl.opkoers.law;

import java.util.Optional;

/** What sort of thing a fact is; this decides how long a check of its source stays good. */
public enum FactKind {
    /** A rule of the law, its decrees or the specifications that carry it out. */
    LAW(RuleKey.SHELF_LIFE_LAW),
    /** An amount of money. */
    PRICE(RuleKey.SHELF_LIFE_PRICE),
    /** How long something takes in practice. */
    WAITING_TIME(RuleKey.SHELF_LIFE_WAITING_TIME),
    /** A choice this portal made itself. It does not age: no source outside can change it. */
    PORTAL_CHOICE(null);

    private final RuleKey shelfLife;

    FactKind(RuleKey shelfLife) {
        this.shelfLife = shelfLife;
    }

    /** The rule that says how long after its check a fact of this kind may still be shown without a warning. */
    Optional<RuleKey> shelfLife() {
        return Optional.ofNullable(shelfLife);
    }
}

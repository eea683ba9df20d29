package nl.opkoers.law;

/** Where a legal date comes from. */
public sealed interface Source permits Source.Authority, Source.Rule {

    /** The name to show with the date. */
    String name();

    /** The date was given by this authority. */
    record Authority(String name) implements Source { }

    /** The date follows from this rule. */
    record Rule(Fact fact) implements Source {
        @Override
        public String name() {
            return fact.source();
        }
    }
}

package nl.opkoers.notice;

/** What came of handing something to a provider. */
sealed interface Handed {

    /** The provider has it. @param reference by which it can be asked what became of it; {@code null} when it tells no more */
    record Taken(String reference) implements Handed {
    }

    /** It was certainly not taken, and can be tried again. */
    sealed interface NotNow extends Handed {
    }

    /** There is nobody, or they want nothing of us now: so nothing else needs to be tried either. */
    record Away(String why) implements NotNow {
    }

    /** They do not want this one now, which says nothing of others. */
    record Later(String why) implements NotNow {
    }

    /** The provider says that this cannot be delivered, ever. */
    record Undeliverable(String why) implements Handed {
    }

    /** The connection broke after it was offered. It may have been taken, so that it is not offered again. */
    record Unknown(String why) implements Handed {
    }
}

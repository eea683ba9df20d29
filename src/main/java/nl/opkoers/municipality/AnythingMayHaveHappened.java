package nl.opkoers.municipality;

/**
 * The feed of the municipality cannot tell what happened: it began anew, or was not read for too long. All that was kept
 * from it may be outdated. Observed within the transaction that remembers it.
 *
 * @param municipality the municipality's code
 */
public record AnythingMayHaveHappened(String municipality) {
}

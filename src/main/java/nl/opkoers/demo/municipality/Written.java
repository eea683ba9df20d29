package nl.opkoers.demo.municipality;

/**
 * What is answered to a call that changes something, and again to each repeat of it.
 *
 * @param location where the new thing is; null when there is none
 * @param body     JSON: what there is now, or the problem
 */
record Written(int status, String location, String body) {
}

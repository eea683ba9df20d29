/**
 * The municipal API as seen from the portal: asking, waiting no longer than a person would, remembering what was last
 * seen. Dutch JSON ends here.
 */
package nl.opkoers.municipality;

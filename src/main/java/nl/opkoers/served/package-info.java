/**
 * Which municipalities this installation serves, and for which of them something is done: a page for the one whose host was asked,
 * a job for the one that it says.
 *
 * <p>One municipality is set up by {@code opkoers.*} alone; many by a directory of files, one each, which is read again while the
 * portal runs.
 */
package nl.opkoers.served;

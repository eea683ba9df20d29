/**
 * Whether a municipality does what the contract says: asked over HTTP at its own address, with its own token.
 *
 * <p>{@link nl.opkoers.conformance.ConformanceRun} asks; the README says how.
 */
package nl.opkoers.conformance;

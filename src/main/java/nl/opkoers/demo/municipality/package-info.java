/**
 * The reference municipality: a small HTTP server of its own that speaks the municipal API with an invented population.
 *
 * <p>It exists for the demo, for the tests and as a municipality's example; the portal reaches it over HTTP only.
 * All people in it are invented. It has its own database, and there, as in any municipality, the BSN lives; no answer
 * ever contains one.
 */
package nl.opkoers.demo.municipality;

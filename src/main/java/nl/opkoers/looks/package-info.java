/**
 * Who may see what of a person, and who looked: what is written down of that, in whose words it is shown to the person, and the
 * register of what everything is processed for. Changes write themselves down in the database (V22); looks are written down
 * where {@link nl.opkoers.identity.Caseloads} and the conversations judge who may look.
 */
package nl.opkoers.looks;

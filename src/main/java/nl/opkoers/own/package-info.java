/**
 * My data is mine: somebody downloads all that is kept of them, says what is not right in it, and takes away what nobody else
 * needs. What is kept and for how long stands in one list ({@link nl.opkoers.law.KeptTables}); this room does what it says.
 *
 * <p>It knows the tables of other rooms by that list alone, so that a new table is downloaded, forgotten and told of without
 * anything being written here.
 */
package nl.opkoers.own;

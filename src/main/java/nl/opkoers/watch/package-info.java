/**
 * What whoever keeps the portal running can see of it: whether somebody waits, whether what it leans on is there, and what it logs.
 * Numbers of all together and names of parts; never anybody's.
 */
package nl.opkoers.watch;

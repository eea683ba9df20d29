/**
 * The demo: the portal with a database, a sign-in and a municipality of its own, and invented people. Nothing here runs
 * unless it is asked for by name on the command line, and then it says so loudly.
 */
package nl.opkoers.demo;

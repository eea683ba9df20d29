/**
 * What every page shares: its frame, its language, its headers, and what to say when something goes wrong.
 */
package nl.opkoers.page;

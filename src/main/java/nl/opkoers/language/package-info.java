/**
 * The five languages and what differs between them: texts and their plurals, dates, times and amounts, and the direction of what
 * stands in a line.
 */
package nl.opkoers.language;

/** Schools and costs: what is on offer, which course fits somebody's life, whether its hours count and what it costs. */
package nl.opkoers.schools;

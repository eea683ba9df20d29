/**
 * Whose rows may be seen. Row-level security in PostgreSQL judges every row by who asks, and whoever takes a connection tells it
 * that: so a query that forgets to say whose rows it wants finds those of who asks and no others, and of nobody, none.
 *
 * <p>At the very bottom of the house: it knows no room, and what it needs to know of a session it is told by
 * {@link nl.opkoers.scope.WhoAsks}.
 */
package nl.opkoers.scope;

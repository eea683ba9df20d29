/**
 * The rules and facts of the Dutch civic integration law as the portal needs them: dated, sourced data, and what follows from it.
 *
 * <p>Nothing here is a constant in code. Every number stands in {@code law/<year>.json} with its source and the day on which
 * that source was read. What the data does not say is {@link nl.opkoers.law.Answer.Unknown}, never a guess.
 *
 * <p>Plain Java: this room knows no framework, no database and no clock. Whoever asks brings the date.
 */
package nl.opkoers.law;

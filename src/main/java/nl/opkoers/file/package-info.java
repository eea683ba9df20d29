/** Pictures that people send: read with suspicion, made anew without what they would tell unasked, shown to few. */
package nl.opkoers.file;

/** Files that people send: pictures, made anew without what they would tell unasked, and PDF, never opened; shown to few. */
package nl.opkoers.file;

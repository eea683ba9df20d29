/**
 * The municipal API's answers as immutable records: Dutch names on the wire, English names in code.
 *
 * <p>Every part carries who said it ({@code bron}) and when ({@code bijgewerktOp}). A part, and any value in it, may be
 * absent: that means <em>not known</em>, never <em>no</em>. Enumerations stay the text that was sent, beside an accessor
 * that recognises the official values, so that a value from tomorrow is shown as it is and never fatal.
 */
package nl.opkoers.municipality.contract;

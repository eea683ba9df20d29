package nl.opkoers.demo.municipality;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * That something is wrong in what is known of a school or a place: what, never who saw it.
 *
 * @param course   null when it is about the school itself, or about a place
 * @param note     in the words of whoever saw it; null when nothing was said
 * @param mistakes everything that is wrong with the request; the rest holds only when there are none
 */
record OfferReport(String kind, String course, String note, String language, List<Problem.Mistake> mistakes) {

    private static final int LONGEST_KIND = 100;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NOTE = 500;

    static OfferReport read(ReportedOffer about, String body, ObjectMapper json) {
        Fields fields = Fields.read(body, json, about.fields()).require("soort", "taal");
        return new OfferReport(fields.text("soort", LONGEST_KIND), fields.text("cursusId", LONGEST_ID),
                fields.text("toelichting", LONGEST_NOTE), fields.language("taal"), fields.mistakes());
    }
}

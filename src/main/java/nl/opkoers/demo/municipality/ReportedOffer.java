package nl.opkoers.demo.municipality;

import java.util.Set;

/** What people can report to be wrong: a school with its courses, or a place to practise Dutch. */
enum ReportedOffer {

    SCHOOL("aanbieders", "aanbiederId", "aanbieder", Set.of("soort", "cursusId", "toelichting", "taal")),
    PLACE("informeel-aanbod", "oefenplekId", "oefenplek", Set.of("soort", "toelichting", "taal"));

    private final String collection;
    private final String idField;
    private final String table;
    private final Set<String> fields;

    ReportedOffer(String collection, String idField, String table, Set<String> fields) {
        this.collection = collection;
        this.idField = idField;
        this.table = table;
        this.fields = fields;
    }

    /** What it is called in an address. */
    String collection() {
        return collection;
    }

    /** What its id is called in an answer. */
    String idField() {
        return idField;
    }

    /** Where it is kept; a report refers to it in the column of this name with {@code _id}. */
    String table() {
        return table;
    }

    /** What a report about it may say. */
    Set<String> fields() {
        return fields;
    }
}

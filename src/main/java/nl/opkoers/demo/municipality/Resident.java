package nl.opkoers.demo.municipality;

import java.time.LocalDate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One row of the municipality's own records.
 *
 * @param id        the opaque id that others know
 * @param key       the key of a cast member; null for the rest
 * @param bsn       null while there is none
 * @param vNumber   null when found by BSN
 * @param birthDate null for the cast, whose age is in no answer
 * @param origin    the country someone came from; null for the cast
 * @param dossier   what the API answers
 * @param timetable what stands in the agenda beside the appointments of the dossier
 */
record Resident(String id, String key, String bsn, String vNumber, LocalDate birthDate, String origin, ObjectNode dossier,
                Timetable timetable) {

    @Override
    public String toString() {
        return "Resident[" + id + "]";
    }
}

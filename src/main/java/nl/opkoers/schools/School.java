package nl.opkoers.schools;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A school that gives courses. What is {@code null} is not known.
 *
 * @param id        its id at the municipality
 * @param number    its number at DUO
 * @param blikOpWerk whether it bears the mark of Blik op Werk
 * @param educationMark whether it bears the mark for programmes of the education route
 * @param source    who says this
 */
public record School(String id, String number, String name, String address, String postcode, String town, String phone,
        String email, String website, Boolean blikOpWerk, Boolean educationMark, String source, Instant updatedAt,
        LocalDate checkedOn) {
}

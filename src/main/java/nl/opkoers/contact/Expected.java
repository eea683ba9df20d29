package nl.opkoers.contact;

import java.time.LocalDate;

/**
 * What who asks now may expect.
 *
 * @param helper who answers for the plan, or stands in for them today; {@code null} when that is not known
 * @param before before about which day an answer comes; {@code null} when that is not promised
 * @param nobody {@code null} unless nobody is named who answers: then no day is promised either
 */
public record Expected(String helper, LocalDate before, Nobody nobody) {
}

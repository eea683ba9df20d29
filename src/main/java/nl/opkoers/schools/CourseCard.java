package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A course as a page shows it to somebody.
 *
 * @param unknown    what it is not known to be, of all that was asked for
 * @param beside     how many lessons this person can follow beside their work; {@code null} when that cannot be said
 * @param kilometres how far it is from the postcode that was asked for, in whole kilometres; {@code null} when not known
 * @param start      when the next group begins; {@code null} when not known: a day that is past says nothing of the next one
 * @param month      what it costs in a month, about; {@code null} when not known
 * @param aged       whether nobody looked for too long whether it still holds
 */
record CourseCard(LessonCourse course, List<Criterion> unknown, LessonsAndWork.Count beside, Integer kilometres,
        LocalDate start, BigDecimal month, boolean aged) {
}

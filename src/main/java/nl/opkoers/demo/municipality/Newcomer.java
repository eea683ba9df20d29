package nl.opkoers.demo.municipality;

import java.time.LocalDate;

/**
 * Someone of the population and how far the process has come. A date that has not been reached is null.
 *
 * @param number      tells this person from the others
 * @param asylum      asylum holder, or else family or other migrant
 * @param woman       for the form of address
 * @param name        invented
 * @param origin      a country, or {@code Overig}
 * @param language    preferred language
 * @param birthDate   at least eighteen years ago
 * @param inReception still waiting for a home
 * @param notice      the notice of the duty
 * @param settled     came to live in the municipality
 * @param intake      the intake began
 * @param test        the learnability test was taken
 * @param pip         the date of the first PIP
 * @param lessons     the first lesson
 */
record Newcomer(int number, boolean asylum, boolean woman, String name, String origin, String language, LocalDate birthDate,
                boolean inReception, LocalDate notice, LocalDate settled, LocalDate intake, LocalDate test, LocalDate pip,
                LocalDate lessons) {

    Figures figures() {
        return asylum ? Figures.ASYLUM : Figures.FAMILY;
    }

    boolean hasPipBefore(LocalDate day) {
        return pip != null && pip.isBefore(day);
    }

    boolean hasLessonsBefore(LocalDate day) {
        return lessons != null && lessons.isBefore(day);
    }

    int ageOn(LocalDate day) {
        return birthDate.until(day).getYears();
    }

    /** By the number alone: people are looked for in sets of thousands, again and again. */
    @Override
    public int hashCode() {
        return number;
    }
}

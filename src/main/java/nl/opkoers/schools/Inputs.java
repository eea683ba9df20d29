package nl.opkoers.schools;

import java.math.BigDecimal;
import java.util.List;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;

/**
 * What an estimate is made of, beside the law. A figure is {@code null} when it is not known; it then stays unknown in the
 * estimate, unless a fact of the law book gives it.
 *
 * @param group     {@link ParticipantGroup#UNKNOWN} is taken to pay the school: whoever shows the estimate says so
 * @param route     {@code null} when not known
 * @param hours     lesson hours to go
 * @param price     of one hour, in euros; more precise than cents where it follows from the price of a whole course
 * @param material  books and other material in all
 * @param trip      one lesson there and back
 * @param perLesson hours in one lesson
 * @param exams     for each exam part that is still to be passed, how many free attempts are left
 * @param retakes   how many exams are done once more
 * @param childcare the person's own part of it, in all
 * @param months    in which it is to be paid
 * @param ways      how it might be paid
 */
public record Inputs(ParticipantGroup group, LearningRoute route, Given<Span> hours, Given<Price> price, Given<Range> material,
        Given<BigDecimal> trip, Given<BigDecimal> perLesson, Given<List<Span>> exams, int retakes, Given<Range> childcare,
        Given<Integer> months, Ways ways) {

    /**
     * The price of one hour, with parts of a cent.
     *
     * @param from not below nothing
     * @param to   not below {@code from}
     */
    public record Price(BigDecimal from, BigDecimal to) {

        public Price {
            if (from.signum() < 0 || from.compareTo(to) > 0) {
                throw new IllegalArgumentException("no price: " + from + " to " + to);
            }
        }

        static Price exactly(BigDecimal amount) {
            return new Price(amount, amount);
        }

        Range of(Span hours) {
            return new Range(from.multiply(BigDecimal.valueOf(hours.from())), to.multiply(BigDecimal.valueOf(hours.to())));
        }
    }

    /**
     * How it might be paid; each is {@code null} unless the person typed it.
     *
     * @param partner     what a partner pays, in all
     * @param instalments in how many parts the school is paid
     * @param interest    per cent a year of a loan
     * @param payback     in how many months a loan is paid back
     */
    public record Ways(BigDecimal partner, Integer instalments, BigDecimal interest, Integer payback) {

        static Ways none() {
            return new Ways(null, null, null, null);
        }
    }

    /** The same when one exam has to be done once more. */
    Inputs failingOne() {
        return new Inputs(group, route, hours, price, material, trip, perLesson, exams, retakes + 1, childcare, months, ways);
    }

    /** The same at another price. */
    Inputs at(Given<Price> other) {
        return new Inputs(group, route, hours, other, material, trip, perLesson, exams, retakes, childcare, months, ways);
    }

    /** The same without lessons. */
    Inputs alone() {
        Given<Span> none = Given.said(Span.exactly(0));
        return new Inputs(group, route, none, price, material, Given.said(BigDecimal.ZERO), perLesson, exams, retakes, childcare,
                months, ways);
    }
}

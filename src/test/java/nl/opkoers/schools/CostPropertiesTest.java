package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.schools.Outcome.Means;
import nl.opkoers.schools.Outcome.Part;
import nl.opkoers.schools.Outcome.Way;
import org.junit.jupiter.api.Test;

/** What holds of every estimate, tried on many that chance made; the same ones each time. */
class CostPropertiesTest {

    private static final long SEED = 20261121;
    private static final int TRIES = 3000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LawBook LAW = LawBook.standard();

    @Test
    void everyAmountIsOrderedNotNegativeAndInWholeCents() {
        each(inputs -> amounts(of(inputs)).forEach(range -> {
            assertTrue(range.from().signum() >= 0, inputs::toString);
            assertTrue(range.from().compareTo(range.to()) <= 0, inputs::toString);
            assertEquals(2, range.from().scale());
            assertEquals(2, range.to().scale());
        }));
    }

    @Test
    void moreHoursAreNeverCheaper() {
        Random chance = new Random(SEED + 1);
        each(inputs -> {
            if (inputs.hours() != null) {
                int more = chance.nextInt(400);
                assertNotCheaper(of(inputs).getTotal(), of(with(inputs, inputs.hours().value().plus(Span.exactly(more)))).getTotal(), inputs);
            }
        });
    }

    @Test
    void oneMoreExamAgainIsNeverCheaperAndCostsAtMostOneExam() {
        each(inputs -> {
            Range once = of(inputs).getTotal();
            Range again = of(inputs.failingOne()).getTotal();
            assertNotCheaper(once, again, inputs);
            assertTrue(again.to().subtract(once.to()).compareTo(BigDecimal.valueOf(50)) <= 0, inputs::toString);
        });
    }

    @Test
    void aLoanIsNeverCheaperThanOwnMoneyAndAPartnerNeverDearer() {
        each(inputs -> of(inputs).ways().stream().filter(way -> way.total() != null).forEach(way -> {
            Range own = of(inputs).getTotal();
            if (way.means() == Means.LOAN) {
                assertNotCheaper(own, way.total(), inputs);
            } else if (way.means() == Means.PARTNER) {
                assertNotCheaper(way.total(), own, inputs);
            }
        }));
    }

    @Test
    void theTotalIsTheSumOfWhatIsKnown() {
        each(inputs -> {
            Outcome outcome = of(inputs);
            BigDecimal most = outcome.parts().stream().map(Part::amount).filter(Objects::nonNull).map(Range::to)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, most.compareTo(outcome.getTotal().to()), inputs::toString);
            assertEquals(outcome.parts().stream().filter(part -> part.amount() == null).count(), outcome.getMissing().size());
        });
    }

    @Test
    void whatIsKnownSaysWhatItRestsOn() {
        each(inputs -> of(inputs).parts().stream().filter(part -> part.amount() != null)
                .forEach(part -> assertTrue(!part.bases().isEmpty(), () -> part + " of " + inputs)));
    }

    private static void assertNotCheaper(Range least, Range most, Inputs inputs) {
        // Rounded to cents one by one, sums may be a cent apart.
        BigDecimal cent = new BigDecimal("0.01");
        assertTrue(least.from().compareTo(most.from().add(cent)) <= 0, inputs::toString);
        assertTrue(least.to().compareTo(most.to().add(cent)) <= 0, inputs::toString);
    }

    private static Stream<Range> amounts(Outcome outcome) {
        return Stream.of(outcome.parts().stream().map(Part::amount), Stream.of(outcome.getTotal()),
                        outcome.ways().stream().map(Way::total), outcome.ways().stream().map(Way::month),
                        outcome.ways().stream().map(Way::sooner))
                .flatMap(some -> some).filter(Objects::nonNull);
    }

    private static Outcome of(Inputs inputs) {
        return CostEstimate.of(inputs, LAW, TODAY);
    }

    private static Inputs with(Inputs from, Span hours) {
        return new Inputs(from.group(), from.route(), Given.said(hours), from.price(), from.material(), from.trip(), from.perLesson(),
                from.exams(), from.retakes(), from.childcare(), from.months(), from.ways());
    }

    private static void each(Consumer<Inputs> holds) {
        Random chance = new Random(SEED);
        for (int i = 0; i < TRIES; i++) {
            holds.accept(inputs(chance));
        }
    }

    private static Inputs inputs(Random chance) {
        ParticipantGroup group = ParticipantGroup.values()[chance.nextInt(3)];
        int route = chance.nextInt(4);
        List<Span> free = Stream.generate(() -> span(chance, 3)).limit(chance.nextInt(6)).toList();
        return new Inputs(group, route == 3 ? null : LearningRoute.values()[route],
                known(chance) ? Given.said(span(chance, 1500)) : null,
                known(chance) ? Given.said(price(chance)) : null,
                known(chance) ? Given.said(Range.exactly(money(chance, 1000))) : null,
                known(chance) ? Given.said(money(chance, 20)) : null,
                known(chance) ? Given.said(BigDecimal.valueOf(chance.nextInt(16) + 1, 1).multiply(BigDecimal.valueOf(5))) : null,
                known(chance) ? Given.said(free) : null, chance.nextInt(6),
                known(chance) ? Given.said(Range.exactly(money(chance, 5000))) : null,
                known(chance) ? Given.said(chance.nextInt(60) + 1) : null,
                new Inputs.Ways(known(chance) ? money(chance, 20000) : null, known(chance) ? chance.nextInt(36) + 1 : null,
                        known(chance) ? money(chance, 20) : null, known(chance) ? chance.nextInt(180) + 1 : null));
    }

    private static boolean known(Random chance) {
        return chance.nextInt(4) > 0;
    }

    private static Span span(Random chance, int most) {
        int from = chance.nextInt(most);
        return new Span(from, from + chance.nextInt(most));
    }

    private static Inputs.Price price(Random chance) {
        BigDecimal from = BigDecimal.valueOf(chance.nextInt(25000), 3);
        return new Inputs.Price(from, from.add(BigDecimal.valueOf(chance.nextInt(10000), 3)));
    }

    private static BigDecimal money(Random chance, int most) {
        return BigDecimal.valueOf(chance.nextInt(most * 100), 2);
    }
}

package nl.opkoers.coaching;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.opkoers.dossier.Phase;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.page.Show;
import nl.opkoers.page.Typed;

/**
 * Which of their people a coach wants to see, and in which order. What is not understood filters nothing.
 *
 * @param route    {@code null} for all
 * @param phase    {@code null} for all
 * @param silent   only those not heard of for long
 * @param hours    only those whose hours wait
 * @param question only those who wait for an answer
 * @param instead  only those for whom the coach stands in for this employee; empty for one's own people, {@code null} for all
 * @param page     from 1
 */
public record Choice(LearningRoute route, Phase phase, boolean silent, boolean hours, boolean question, String instead, Order order,
        int page) {

    /** In which order people stand. */
    public enum Order {
        /** As it is looked up: who begins with an Ö stands among those with an O, and not on the last page. */
        NAME(Comparator.comparing(person -> MyPeople.plain(person.member().name()))),
        /** Whose term ends first. */
        TERM(first(Person::termEnd)),
        /** With whom there was no contact for longest; never before ever. */
        CONTACT(Comparator.comparing(Person::getLastContact, Comparator.nullsFirst(Comparator.naturalOrder()))),
        /** Whom an answer was promised first. */
        PROMISE(Comparator.comparing((Person person) -> person.asked() == null).thenComparing(
                first(person -> person.asked() == null ? null : person.asked().before())));

        private final Comparator<Person> comparator;

        Order(Comparator<Person> comparator) {
            this.comparator = comparator;
        }

        private static Comparator<Person> first(Function<Person, LocalDate> day) {
            return Comparator.comparing(day, Comparator.nullsLast(Comparator.naturalOrder()));
        }
    }

    static final String ROUTE = "route";
    static final String PHASE = "phase";
    static final String SILENT = "silent";
    static final String HOURS = "hours";
    static final String QUESTION = "question";
    static final String INSTEAD = "instead";
    static final String ORDER = "order";
    static final String PAGE = "page";

    private static final String YES = "yes";
    /** The coach's own people. */
    private static final String OWN = "own";

    /** Everybody, by name. */
    static Choice everybody() {
        return new Choice(null, null, false, false, false, null, Order.NAME, 1);
    }

    /** What an address asks for. */
    static Choice of(MultivaluedMap<String, String> asked) {
        String instead = asked.getFirst(INSTEAD);
        return new Choice(Typed.one(LearningRoute.values(), asked.getFirst(ROUTE)).orElse(null),
                Typed.one(Phase.values(), asked.getFirst(PHASE)).orElse(null), YES.equals(asked.getFirst(SILENT)),
                YES.equals(asked.getFirst(HOURS)), YES.equals(asked.getFirst(QUESTION)),
                instead == null || instead.isEmpty() ? null : OWN.equals(instead) ? "" : instead,
                Typed.one(Order.values(), asked.getFirst(ORDER)).orElse(Order.NAME), Typed.page(asked.getFirst(PAGE)));
    }

    /** Those of these people who are asked for, in order. */
    List<Person> from(List<Person> people) {
        return people.stream().filter(this::takes)
                .sorted(order.comparator.thenComparing(Order.NAME.comparator).thenComparing(person -> person.member().participant()))
                .toList();
    }

    private boolean takes(Person person) {
        return (route == null || person.member().route().filter(route::equals).isPresent())
                && (phase == null || person.getPhase() == phase)
                && (!silent || person.isSilent()) && (!hours || person.hours() != null) && (!question || person.asked() != null)
                && (instead == null || instead.equals(person.member().instead() == null ? "" : person.member().instead().employeeId()));
    }

    /** Whether it leaves anything out, or changes the order. */
    public boolean isMade() {
        return !new Choice(route, phase, silent, hours, question, instead, order, 1).equals(everybody());
    }

    public boolean isOwn() {
        return "".equals(instead);
    }

    public List<LearningRoute> getRoutes() {
        return List.of(LearningRoute.values());
    }

    public List<Phase> getPhases() {
        return List.of(Phase.values());
    }

    public List<Order> getOrders() {
        return List.of(Order.values());
    }

    /** The address of another page of the same. */
    public String address(int other) {
        return PeoplePage.PATH + "?" + PAGE + "=" + other + field(ROUTE, name(route)) + field(PHASE, name(phase))
                + field(SILENT, silent ? YES : null) + field(HOURS, hours ? YES : null) + field(QUESTION, question ? YES : null)
                + field(INSTEAD, isOwn() ? OWN : instead) + field(ORDER, order == Order.NAME ? null : name(order));
    }

    private static String field(String name, String value) {
        return value == null ? "" : "&" + name + "=" + Show.query(value);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}

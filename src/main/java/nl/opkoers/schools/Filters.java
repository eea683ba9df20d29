package nl.opkoers.schools;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.opkoers.language.Language;
import nl.opkoers.law.LearningRoute;

/**
 * What somebody looks for, as it stands in the address of the page. What cannot be used is kept as it was typed and
 * explained, and nothing is left out of the result because of it.
 *
 * @param chosen   what was ticked
 * @param evening  whether lessons in the evening suit
 * @param weekend  whether lessons in the weekend suit
 * @param numbers  the fields that were filled in, as numbers
 * @param postcode the four digits; {@code null} when not filled in or not usable
 * @param level    {@code null} for any
 * @param route    {@code null} for any
 * @param language {@code null} for any
 * @param typed    what stands in the fields of the form
 * @param mistakes what cannot be used, in the order of the form
 */
record Filters(Set<Criterion> chosen, boolean evening, boolean weekend, Map<Field, Integer> numbers, String postcode,
        Level level, LearningRoute route, Language language, Map<Field, String> typed, List<Mistake> mistakes) {

    static final String YES = "yes";
    static final String EVENING = "evening";
    static final String WEEKEND = "weekend";
    static final int USUAL_KILOMETRES = 10;

    private static final Set<Criterion> TICKED = EnumSet.of(Criterion.WORK, Criterion.ONLINE, Criterion.CHILDCARE,
            Criterion.WOMEN, Criterion.MARK, Criterion.LITERACY, Criterion.EXAM);

    /** What can be typed, with the largest number that makes sense; letters too in a postcode. */
    enum Field {
        WEEKS(104), MONTH(9999), POSTCODE(9999), KM(300);

        private final int most;

        Field(int most) {
            this.most = most;
        }

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        public int most() {
            return most;
        }
    }

    /** Why what was typed cannot be used. */
    enum What {
        /** No whole number from 0 to the most that makes sense. */
        NUMBER,
        /** Not four digits, with or without two letters. */
        POSTCODE,
        /** A postcode of which it is not known where it is. */
        ELSEWHERE,
        /** Kilometres, but from where is not said. */
        FROM,
        /** The fields that are a choice hold something that is none of the choices. */
        CHOICE
    }

    /** Something that cannot be used; {@code field} is {@code null} for a choice. */
    record Mistake(Field field, What what) {
    }

    /**
     * Reads an address.
     *
     * @param asked  the value of a parameter, or {@code null}
     * @param places whether it is known where a postcode is
     */
    static Filters of(Function<String, String> asked, Postcodes places) {
        return new FilterReading(asked, places).read();
    }

    /** Nothing in particular. */
    static Filters none() {
        return of(name -> null, Postcodes.none());
    }

    static boolean ticked(Criterion criterion) {
        return TICKED.contains(criterion);
    }

    /** What is looked for, in the order of the form; without what cannot be used. */
    List<Criterion> active() {
        List<Criterion> active = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            if (isActive(criterion)) {
                active.add(criterion);
            }
        }
        return active;
    }

    private boolean isActive(Criterion criterion) {
        return switch (criterion) {
            case LEVEL -> level != null;
            case ROUTE -> route != null;
            case LANGUAGE -> language != null;
            case TIMES -> evening || weekend;
            case START -> numbers.containsKey(Field.WEEKS);
            case MONTH -> numbers.containsKey(Field.MONTH);
            case NEAR -> postcode != null;
            default -> chosen.contains(criterion);
        };
    }

    int kilometres() {
        return numbers.getOrDefault(Field.KM, USUAL_KILOMETRES);
    }

    /** The levels to choose from: those of the exams, and the one before them. */
    public List<Level> levels() {
        return List.of(Level.A1, Level.A2, Level.B1, Level.B2);
    }

    public List<LearningRoute> routes() {
        return List.of(LearningRoute.values());
    }

    /** The languages to choose from: in Dutch every teacher can explain. */
    public List<Language> languages() {
        return Stream.of(Language.values()).filter(known -> known != Language.NL).toList();
    }

    /** What can be ticked for everybody, in the order of the form. */
    public List<Criterion> tickable() {
        return TICKED.stream().filter(criterion -> criterion != Criterion.WORK).toList();
    }

    /** Whether something is ticked in the form. */
    public boolean has(String criterion) {
        return Criterion.ofTag(criterion).filter(chosen::contains).isPresent();
    }

    /** What stands in a field of the form. */
    public String value(String field) {
        return typed.getOrDefault(Field.valueOf(field.toUpperCase(Locale.ROOT)), "");
    }

    /** What is wrong with a field of the form; {@code null} when nothing is. */
    public Mistake mistake(String field) {
        return mistakes.stream().filter(mistake -> mistake.field() != null && mistake.field().tag().equals(field))
                .findFirst().orElse(null);
    }

    /** The same search as an address, without one criterion (or with all, for {@code null}). */
    String address(Criterion without) {
        List<String> parts = new ArrayList<>();
        add(parts, Criterion.LEVEL, without, "level", level);
        add(parts, Criterion.ROUTE, without, "route", route == null ? null : route.code());
        add(parts, Criterion.TIMES, without, EVENING, evening ? YES : null);
        add(parts, Criterion.TIMES, without, WEEKEND, weekend ? YES : null);
        add(parts, Criterion.START, without, Field.WEEKS.tag(), numbers.get(Field.WEEKS));
        add(parts, Criterion.NEAR, without, Field.POSTCODE.tag(), postcode);
        add(parts, Criterion.NEAR, without, Field.KM.tag(), postcode == null ? null : numbers.get(Field.KM));
        add(parts, Criterion.MONTH, without, Field.MONTH.tag(), numbers.get(Field.MONTH));
        TICKED.stream().filter(chosen::contains).forEach(ticked -> add(parts, ticked, without, ticked.tag(), YES));
        add(parts, Criterion.LANGUAGE, without, "language", language == null ? null : language.tag());
        return "/schools" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static void add(List<String> parts, Criterion criterion, Criterion without, String name, Object value) {
        if (criterion != without && Objects.nonNull(value)) {
            parts.add(name + "=" + value);
        }
    }

    /** The number that stands in a field, when it can be used. */
    Optional<Integer> number(Field field) {
        return Optional.ofNullable(numbers.get(field));
    }
}

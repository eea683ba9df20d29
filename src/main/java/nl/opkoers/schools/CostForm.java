package nl.opkoers.schools;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.page.Typed;

/**
 * The calculator as it is filled in. It is wholly in the address, so that it can be shared and come back to.
 *
 * @param typed what is in it by name; nothing that is empty
 */
public record CostForm(Map<String, String> typed) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String COURSE = "course";

    private static final String CALCULATOR = "/costs/calculate";
    /** These are chosen and not typed. */
    private static final Set<String> CHOSEN = Set.of(FROM, TO, COURSE);
    /** No choice is longer, in letters. */
    private static final int LONGEST_CHOICE = 100;

    public CostForm {
        typed = Map.copyOf(typed);
    }

    /** What was typed, all of it, so that it can be mended; without anything that is no field of the form or cannot have been chosen. */
    static CostForm of(Map<String, String> values) {
        Map<String, String> typed = new TreeMap<>();
        names().forEach(name -> {
            String value = values.getOrDefault(name, "").strip();
            if (!value.isEmpty() && !(CHOSEN.contains(name) && Typed.letters(value) > LONGEST_CHOICE)) {
                typed.put(name, value);
            }
        });
        return new CostForm(typed);
    }

    private static Stream<String> names() {
        return Stream.concat(Stream.of(CostField.values()).map(CostField::getParameter), CHOSEN.stream());
    }

    /** Whether nothing is filled in yet. */
    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** What is in a field. */
    public String value(CostField field) {
        return typed.getOrDefault(field.getParameter(), "");
    }

    /** The number in a field; empty when there is none, or it cannot be reckoned with. */
    Optional<BigDecimal> number(CostField field) {
        return TypedNumber.read(value(field)).filter(number -> field.wrong(number) == null);
    }

    /** The whole number in a field; empty when there is none, or it cannot be reckoned with. */
    Optional<Integer> whole(CostField field) {
        return number(field).map(BigDecimal::intValueExact);
    }

    /** Everything that cannot be reckoned with, in the order of the form. */
    public List<CostMistake> getMistakes() {
        return Stream.of(CostField.values()).flatMap(field -> Stream.ofNullable(mistake(field))).toList();
    }

    /** What is wrong with a field; {@code null} when nothing is. */
    public CostMistake mistake(CostField field) {
        String value = value(field);
        if (value.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = TypedNumber.read(value);
        CostMistake.What what = number.isEmpty() ? CostMistake.What.NUMBER : field.wrong(number.get());
        return what == null ? null : new CostMistake(field, what);
    }

    /** The level somebody has; {@code null} when none was chosen. */
    public Level getFrom() {
        return Level.ofCode(typed.get(FROM)).orElse(null);
    }

    /** The level somebody wants to reach; {@code null} when none was chosen. */
    public Level getTo() {
        return Level.ofCode(typed.get(TO)).orElse(null);
    }

    /** The course that was chosen. */
    Optional<String> course() {
        return Optional.ofNullable(typed.get(COURSE));
    }

    /** The course that was chosen, for templates; {@code null} when none was. */
    public String getCourseId() {
        return typed.get(COURSE);
    }

    /** The address of the calculator as it is filled in. */
    public String getAddress() {
        return CALCULATOR + (isEmpty() ? "" : "?" + getQuery());
    }

    /** All of it as the query of an address, always the same for the same. */
    public String getQuery() {
        return new TreeMap<>(typed).entrySet().stream().map(entry -> entry.getKey() + "="
                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}

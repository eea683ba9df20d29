package nl.opkoers.schools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.language.Language;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.schools.Filters.Field;
import nl.opkoers.schools.Filters.Mistake;
import nl.opkoers.schools.Filters.What;

/** Reads what somebody looks for out of the address of a page. Whatever stands there, a page comes of it. */
final class FilterReading {

    private final Function<String, String> asked;
    private final Postcodes places;
    private final Map<Field, String> typed = new EnumMap<>(Field.class);
    private final Map<Field, Integer> numbers = new EnumMap<>(Field.class);
    private final List<Mistake> mistakes = new ArrayList<>();

    FilterReading(Function<String, String> asked, Postcodes places) {
        this.asked = asked;
        this.places = places;
    }

    Filters read() {
        Level level = choice("level", Level::ofCode);
        LearningRoute route = choice("route", LearningRoute::ofCode);
        number(Field.WEEKS);
        String postcode = postcode();
        number(Field.KM);
        if (typed.containsKey(Field.KM) && !typed.containsKey(Field.POSTCODE)) {
            mistakes.add(new Mistake(Field.POSTCODE, What.FROM));
        }
        number(Field.MONTH);
        Language language = choice("language", Language::ofTag);
        return new Filters(ticked(), yes(Filters.EVENING), yes(Filters.WEEKEND), Map.copyOf(numbers), postcode, level, route,
                language, Map.copyOf(typed), List.copyOf(mistakes));
    }

    private Set<Criterion> ticked() {
        return Stream.of(Criterion.values()).filter(Filters::ticked).filter(criterion -> yes(criterion.tag()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Criterion.class)));
    }

    private boolean yes(String name) {
        return Filters.YES.equals(asked.apply(name));
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(asked.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private <T> T choice(String name, Function<String, Optional<T>> known) {
        Optional<String> given = given(name);
        Optional<T> chosen = given.flatMap(known);
        if (given.isPresent() && chosen.isEmpty() && mistakes.stream().noneMatch(mistake -> mistake.what() == What.CHOICE)) {
            mistakes.add(new Mistake(null, What.CHOICE));
        }
        return chosen.orElse(null);
    }

    private void number(Field field) {
        given(field.tag()).ifPresent(text -> {
            typed.put(field, text);
            whole(text, field.most()).ifPresentOrElse(
                    number -> numbers.put(field, number), () -> mistakes.add(new Mistake(field, What.NUMBER)));
        });
    }

    private static Optional<Integer> whole(String text, int most) {
        return TypedNumber.read(text).filter(number -> number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0).map(BigDecimal::intValueExact);
    }

    private String postcode() {
        Optional<String> given = given(Field.POSTCODE.tag());
        given.ifPresent(text -> typed.put(Field.POSTCODE, text));
        Optional<String> digits = given.flatMap(Postcodes::digits);
        if (given.isPresent() && digits.isEmpty()) {
            mistakes.add(new Mistake(Field.POSTCODE, What.POSTCODE));
        } else if (digits.isPresent() && !places.knows(digits.get())) {
            mistakes.add(new Mistake(Field.POSTCODE, What.ELSEWHERE));
            return null;
        }
        return digits.orElse(null);
    }
}

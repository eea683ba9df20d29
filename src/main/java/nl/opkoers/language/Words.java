package nl.opkoers.language;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The word for a constant: {@code state_DONE} is the word for {@code DONE} in the family {@code state}. So an enumeration
 * needs no list of its own of what its constants are called, and no room of the house is known to this one.
 */
public final class Words {

    private static final Map<String, Method> KEYS = Arrays.stream(Messages.class.getMethods())
            .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));

    private Words() {
    }

    /** Whether the family has a word for this constant. */
    public static boolean has(String family, String constant) {
        return KEYS.containsKey(key(family, constant));
    }

    /** The word, if the family has one for this constant. */
    public static Optional<String> find(Language language, String family, String constant, Object... values) {
        return Optional.ofNullable(KEYS.get(key(family, constant))).map(method -> call(method, language, values));
    }

    /**
     * The word for a constant of ours.
     *
     * @throws IllegalArgumentException when the family lacks it, which a test sees before anybody reads the page
     */
    public static String of(Language language, String family, Enum<?> constant, Object... values) {
        return find(language, family, constant.name(), values)
                .orElseThrow(() -> new IllegalArgumentException("No message " + key(family, constant.name())));
    }

    private static String key(String family, String constant) {
        return family + "_" + constant;
    }

    private static String call(Method method, Language language, Object... values) {
        try {
            return (String) method.invoke(Texts.in(language), values);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalStateException("Message " + method.getName() + " in " + language, failure);
        }
    }
}

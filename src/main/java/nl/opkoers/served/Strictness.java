package nl.opkoers.served;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Knows what the settings of a municipality have to be before real people come. */
public interface Strictness {

    /**
     * One line for each setting that is missing or too weak; none when all is well.
     *
     * @param settings gives the value of a setting by its name without {@code opkoers.}; values never appear in a line
     */
    List<String> problems(Function<String, Optional<String>> settings);
}

package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much time is left, in as few words as say enough. The words themselves: {@link MessagesTest}. */
class DurationsTest {

    private final Durations durations = new Durations((Messages) Proxy.newProxyInstance(Messages.class.getClassLoader(),
            new Class<?>[] {Messages.class}, (proxy, method, values) -> method.getName().equals("duration_join")
                    ? values[0] + " and " + values[1] : values[0] + " " + method.getName().replace("duration_", "")));

    @ParameterizedTest
    @CsvSource({
        "P1Y2M,     1 years and 2 months", "P1Y2M20D, 1 years and 2 months", "P1Y, 1 years", "P1Y12D, 1 years",
        "P3M,       3 months",             "P3M5D,    3 months and 5 days",  "P12D, 12 days", "P1D, 1 days",
        "P0D,       0 days"})
    void whatIsLeftIsSaidInAtMostTwoUnits(Period left, String expected) {
        assertEquals(expected, durations.left(left));
    }
}

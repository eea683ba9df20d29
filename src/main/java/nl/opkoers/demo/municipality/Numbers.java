package nl.opkoers.demo.municipality;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.municipality.Bsn;

/** Numbers that identify people. All that are made here are invented: every BSN begins with 9999. */
final class Numbers {

    private Numbers() {
    }

    /** Valid invented BSNs from this number up, without end. */
    static Stream<String> bsnsFrom(int first) {
        return IntStream.iterate(first, number -> number + 1)
                .mapToObj(number -> String.format(Locale.ROOT, "%09d", number))
                .filter(Bsn::passesElevenTest);
    }
}

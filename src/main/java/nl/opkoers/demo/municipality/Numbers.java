package nl.opkoers.demo.municipality;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers that identify people. All that are made here are invented: every BSN begins with 9999. */
final class Numbers {

    private Numbers() {
    }

    /**
     * Whether nine digits can be a BSN: weighed 9 to 2 and -1, their sum is a multiple of eleven.
     */
    static boolean passesElevenTest(String nineDigits) {
        int sum = IntStream.range(0, 8).map(i -> (9 - i) * digit(nineDigits, i)).sum() - digit(nineDigits, 8);
        return sum % 11 == 0;
    }

    /** Valid invented BSNs from this number up, without end. */
    static Stream<String> bsnsFrom(int first) {
        return IntStream.iterate(first, number -> number + 1)
                .mapToObj(number -> String.format(Locale.ROOT, "%09d", number))
                .filter(Numbers::passesElevenTest);
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}

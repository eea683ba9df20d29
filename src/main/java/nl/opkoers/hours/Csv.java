package nl.opkoers.hours;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values (RFC 4180) in UTF-8, marked as such for spreadsheets. What a spreadsheet would take for a
 * formula gets an apostrophe before it and so stays text (OWASP, CSV injection).
 */
final class Csv {

    private static final String MARK = "\uFEFF";
    private static final String END_OF_ROW = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20|%].*|^[\\t\\r\\n].*", Pattern.DOTALL);

    private final StringBuilder table = new StringBuilder(MARK);

    /** Adds a row. */
    void row(List<String> cells) {
        table.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append(END_OF_ROW);
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    byte[] bytes() {
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }
}

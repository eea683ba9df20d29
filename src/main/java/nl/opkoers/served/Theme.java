package nl.opkoers.served;

import java.util.regex.Pattern;

/**
 * How the pages of a municipality look: values of its own for the custom properties of the style sheet, and nothing else. Whether
 * its colours can be read by everybody is the municipality's to test.
 *
 * @param css {@code :root} with custom properties
 */
public record Theme(String css) {

    private static final int LONGEST = 8_192;
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    /** Letters, numbers and what colours, lengths and names of fonts need: no address, no escape, no other rule. */
    private static final Pattern TOKENS = Pattern.compile(
            "\\s*:root\\s*\\{(\\s*--[a-z0-9-]{1,60}\\s*:\\s*[\\w #%.,()+*/\"'-]{1,200};)*\\s*}\\s*");
    private static final Pattern ADDRESS = Pattern.compile("url|image|src|expression|//", Pattern.CASE_INSENSITIVE);

    /** @throws IllegalArgumentException when it is more than custom properties, or too long */
    static Theme of(String css) {
        String bare = COMMENT.matcher(css).replaceAll("");
        if (css.length() > LONGEST) {
            throw new IllegalArgumentException("theme is longer than " + LONGEST + " characters");
        }
        if (!TOKENS.matcher(bare).matches() || ADDRESS.matcher(bare).find()) {
            throw new IllegalArgumentException("theme is not ':root { --name: value; }' alone");
        }
        return new Theme(bare.strip());
    }
}

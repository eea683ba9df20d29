package nl.opkoers.language;

import java.util.Locale;

/**
 * The plural categories of Unicode CLDR. A language uses some of them; every language uses {@link #OTHER}.
 *
 * <p>Source: Unicode Technical Standard 35, part 3, “Language Plural Rules”.
 */
public enum PluralCategory {
    ZERO, ONE, TWO, FEW, MANY, OTHER;

    /** The name as CLDR and our message files write it: {@code zero}, {@code one}, and so on. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PluralCategory ofKeyword(String keyword) {
        return valueOf(keyword.toUpperCase(Locale.ROOT));
    }
}

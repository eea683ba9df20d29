package nl.opkoers.demo.municipality;

import java.util.regex.Pattern;

/**
 * What a reference municipality says of itself. The people of another one are those of Waterstad, ids and all; so whoever mixes two
 * of them up shows somebody else's data.
 *
 * @param code          of its own; no real one begins with 99
 * @param name          as people read it
 * @param phone         in international form
 * @param answersWithin so many working days, as it promises
 */
public record Itself(String code, String name, String phone, int answersWithin) {

    /** The one whose people and offers are in the files. */
    public static final Itself WATERSTAD = new Itself(Waterstad.CODE, Waterstad.NAME, Waterstad.PHONE, Waterstad.ANSWERS_WITHIN);

    private static final String TOWN = "Gemeente ";
    private static final Pattern PROMISE = Pattern.compile("(?<before>\"antwoordbelofteWerkdagen\"\\s*:\\s*)\\d+");

    /** One that promises what Waterstad does. */
    public Itself(String code, String name, String phone) {
        this(code, name, phone, Waterstad.ANSWERS_WITHIN);
    }

    /** An answer of Waterstad's, as this municipality says it. */
    String inItsName(String answer) {
        if (equals(WATERSTAD)) {
            return answer;
        }
        String named = answer.replace(quoted(WATERSTAD.code), quoted(code)).replace(WATERSTAD.phone, phone)
                .replace(WATERSTAD.name, name).replace(town(WATERSTAD), town(this));
        return PROMISE.matcher(named).replaceAll("${before}" + answersWithin);
    }

    private static String quoted(String code) {
        return '"' + code + '"';
    }

    private static String town(Itself of) {
        return of.name.startsWith(TOWN) ? of.name.substring(TOWN.length()) : of.name;
    }
}

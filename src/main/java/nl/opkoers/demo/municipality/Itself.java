package nl.opkoers.demo.municipality;

/**
 * What a reference municipality says of itself. The people of another one are those of Waterstad, ids and all; so whoever mixes two
 * of them up shows somebody else's data.
 *
 * @param code  of its own; no real one begins with 99
 * @param name  as people read it
 * @param phone in international form
 */
public record Itself(String code, String name, String phone) {

    /** The one whose people and offers are in the files. */
    public static final Itself WATERSTAD = new Itself(Waterstad.CODE, Waterstad.NAME, Waterstad.PHONE);

    private static final String TOWN = "Gemeente ";

    /** An answer of Waterstad's, as this municipality says it. */
    String inItsName(String answer) {
        return equals(WATERSTAD) ? answer : answer.replace(quoted(WATERSTAD.code), quoted(code)).replace(WATERSTAD.phone, phone)
                .replace(WATERSTAD.name, name).replace(town(WATERSTAD), town(this));
    }

    private static String quoted(String code) {
        return '"' + code + '"';
    }

    private static String town(Itself of) {
        return of.name.startsWith(TOWN) ? of.name.substring(TOWN.length()) : of.name;
    }
}

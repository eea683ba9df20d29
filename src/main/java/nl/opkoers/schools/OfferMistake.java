package nl.opkoers.schools;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * The form by which somebody says that something is not right at a school or a place to practise, as it is filled in.
 *
 * @param id   made with the form
 * @param kind {@code null} when nothing was chosen
 * @param note in their own words; empty when they said nothing
 * @param sent whether it was sent: only then something can be wrong with it
 */
public record OfferMistake(UUID id, Kind kind, String note, boolean sent) {

    /** As long as the contract takes. */
    static final int LONGEST_NOTE = 500;

    private static final String ID = "id";
    private static final String KIND = "kind";
    private static final String NOTE = "note";

    /** What is not right. */
    public enum Kind {
        PRICE("Prijs"), TIMES("Tijden"), CONTACT("Contact"), GONE("Bestaat niet meer"), OTHER("Anders");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** What the contract calls it. */
        String code() {
            return code;
        }

        private static Optional<Kind> named(String name) {
            return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
        }
    }

    static OfferMistake empty() {
        return new OfferMistake(UUID.randomUUID(), null, "", false);
    }

    /**
     * What was sent.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static OfferMistake of(Map<String, String> typed) {
        return new OfferMistake(Ids.of(typed.get(ID)).orElseThrow(BadRequestException::new),
                Kind.named(typed.get(KIND)).orElse(null), typed.getOrDefault(NOTE, "").strip(), true);
    }

    /** Of what it says of this offer: two taps are one, and other words from the same form are told as well. */
    UUID once(String offer) {
        return UUID.nameUUIDFromBytes((id + " " + offer + " " + kind + "\n" + note).getBytes(StandardCharsets.UTF_8));
    }

    /** What can be chosen. */
    public Kind[] kinds() {
        return Kind.values();
    }

    public boolean isUnchosen() {
        return sent && kind == null;
    }

    public boolean isLong() {
        return letters() > LONGEST_NOTE;
    }

    public int letters() {
        return Typed.letters(note);
    }

    public boolean isMistaken() {
        return isUnchosen() || isLong();
    }
}

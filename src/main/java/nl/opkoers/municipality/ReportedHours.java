package nl.opkoers.municipality;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Hours that a coach accepted, as the municipality is told of them. What somebody noted for themselves is not in it.
 *
 * @param kind       what the contract calls it; {@code null} for hours of participation
 * @param minutes    in steps of 15
 * @param activity   what was done, in Dutch
 * @param place      {@code null} when not told
 * @param spokeDutch {@code Ja}, {@code Beetje} or {@code Nee}; {@code null} when not told
 * @param goal       the code of the goal; {@code null} when not told
 * @param judgedBy   the opaque id of who accepted them
 * @param withdrawn  whether they no longer count
 */
public record ReportedHours(String kind, LocalDate day, int minutes, String activity, String place, String spokeDutch,
        String goal, String judgedBy, Instant judgedAt, boolean withdrawn) {

    /** The same hours, which no longer count. */
    public ReportedHours asWithdrawn() {
        return new ReportedHours(kind, day, minutes, activity, place, spokeDutch, goal, judgedBy, judgedAt, true);
    }

    /** In the words of the contract. */
    String content() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("datum", day.toString()).put("minuten", minutes)
                .put("activiteit", activity);
        put(body, "soort", kind);
        put(body, "organisatie", place);
        put(body, "nederlandsGesproken", spokeDutch);
        put(body, "doelcode", goal);
        body.put("beoordeeldDoor", judgedBy).put("beoordeeldOp", judgedAt.toString());
        if (withdrawn) {
            body.put("ingetrokken", true);
        }
        return body.toString();
    }

    private static void put(ObjectNode body, String field, String text) {
        if (text != null) {
            body.put(field, text);
        }
    }
}

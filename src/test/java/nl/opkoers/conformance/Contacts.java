package nl.opkoers.conformance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** That help was asked for, and that there was contact: never what was said. */
final class Contacts {

    private Contacts() {
    }

    /** @param person path of the person */
    static void helpRequest(Section section, String person) {
        String fields = "\"urgentie\":\"Normaal\",\"taal\":\"nl\",\"ontvangenOp\":\"" + now(section) + "\"";
        look(section, person, "/hulpvragen", fields, "ontvangenOp");
    }

    /** @param person path of the person */
    static void contact(Section section, String person) {
        String fields = "\"kanaal\":\"Bericht\",\"taal\":\"nl\",\"tijdstip\":\"" + now(section) + "\"";
        look(section, person, "/klantcontacten", fields, "tijdstip");
    }

    private static void look(Section section, String person, String kind, String fields, String time) {
        String subject = "\"onderwerp\":\"" + Texts.of("sent.subject") + "\"";
        String body = "{" + subject + "," + fields + "}";
        Writing writing = new Writing(section, "POST", person + kind, 201);
        writing.look(body, "{\"onderwerp\":\"" + Texts.of("sent.other") + "\"," + fields + "}");
        writing.refuses(Check.BAD_REQUEST, "{\"" + time + "\":\"x\"}", "onderwerp", "taal", time);
        writing.refuses(Check.CONTENT_REFUSED, "{" + subject + "," + fields + ",\"inhoud\":\"" + Texts.of("sent.content") + "\"}");
        Reading.noToken(section, "POST", person + kind, body);
        Writing.notFound(section, "POST", "/v1/inburgeraars/" + Conformance.nobody() + kind, body);
    }

    private static Instant now(Section section) {
        return Instant.now(section.clock()).truncatedTo(ChronoUnit.SECONDS);
    }
}

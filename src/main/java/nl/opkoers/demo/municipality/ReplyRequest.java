package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What a person lets know about something in the agenda.
 *
 * @param version   which version that person saw
 * @param proposals other times; empty unless asked to move
 * @param mistakes  everything that is wrong with the request; the rest holds only when there are none
 */
record ReplyRequest(Kind kind, Integer version, String reason, String explanation, ArrayNode proposals,
                    List<Problem.Mistake> mistakes) {

    /** What can be said about it. */
    enum Kind {
        CONFIRM("_bevestig", "Bevestigd", Effect.Kind.CONFIRMED, Set.of("versie")),
        DECLINE("_afmelden", "Afgemeld", Effect.Kind.DECLINED, Set.of("versie", "reden", "toelichting")),
        MOVE("_verzet", "Verzet gevraagd", Effect.Kind.ASKED_TO_MOVE, Set.of("versie", "voorstellen", "toelichting"));

        private final String path;
        private final String wireName;
        private final Effect.Kind effect;
        private final Set<String> fields;

        Kind(String path, String wireName, Effect.Kind effect, Set<String> fields) {
            this.path = path;
            this.wireName = wireName;
            this.effect = effect;
            this.fields = fields;
        }

        String path() {
            return path;
        }

        String wireName() {
            return wireName;
        }

        Effect.Kind effect() {
            return effect;
        }
    }

    private static final Set<String> REASONS = Set.of("Ziekte", "Werk", "Zorg", "Vervoer", "Anders");
    private static final int LONGEST_EXPLANATION = 500;
    private static final int MOST_PROPOSALS = 3;

    static ReplyRequest read(Kind kind, String body, ObjectMapper json, Instant now) {
        Fields fields = Fields.read(body, json, kind.fields).require("versie");
        Integer version = fields.whole("versie", 1, Integer.MAX_VALUE);
        String reason = kind == Kind.DECLINE ? fields.oneOf("reden", REASONS) : null;
        String explanation = kind == Kind.CONFIRM ? null : fields.text("toelichting", LONGEST_EXPLANATION);
        ArrayNode proposals = JsonNodeFactory.instance.arrayNode();
        if (kind == Kind.MOVE) {
            fields.require("voorstellen").list("voorstellen", 1, MOST_PROPOSALS, Set.of("begin", "einde"))
                    .forEach(proposal -> read(proposal, proposals, now));
        }
        return new ReplyRequest(kind, version, reason, explanation, proposals, fields.mistakes());
    }

    private static void read(Fields proposal, ArrayNode proposals, Instant now) {
        proposal.require("begin", "einde");
        Instant begin = proposal.instant("begin");
        Instant end = proposal.instant("einde");
        if (begin != null && !begin.isAfter(now)) {
            proposal.mistake("begin", "voorbij");
        }
        if (begin != null && end != null && !end.isAfter(begin)) {
            proposal.mistake("einde", "einde-voor-begin");
        }
        proposals.addObject().put("begin", Json.text(begin)).put("einde", Json.text(end));
    }
}

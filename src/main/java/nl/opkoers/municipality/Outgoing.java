package nl.opkoers.municipality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.opkoers.municipality.contract.Agenda;

/**
 * Something a person tells the municipality. The factories write it in the words of the contract.
 *
 * @param participant the municipality's id of the person
 * @param id          chosen once for what is told: the same id again is the same message again
 * @param subject     the id of what it is about
 * @param body        JSON as in the contract
 */
public record Outgoing(String municipality, String participant, UUID id, Kind kind, String subject, String body) {

    /** What can be told; each kind is one call of the contract. */
    public enum Kind {
        /** Will be there. */
        CONFIRM(MunicipalReports::confirm),
        /** Will not be there. */
        DECLINE(MunicipalReports::decline),
        /** Asks for another time. */
        MOVE(MunicipalReports::move),
        /** Asks for help: about what and in which language, never in what words. */
        HELP_REQUEST((api, key, participant, subject, body) -> api.helpRequest(key, participant, body)),
        /** There was contact: about what and in which language, never what was said. */
        CONTACT((api, key, participant, subject, body) -> api.contact(key, participant, body)),
        /** Says that something is wrong in what is known of a school; who said so is not told. */
        OFFER_REPORT((api, key, participant, subject, body) -> api.offerReport(key, subject, body)),
        /** Says that something is wrong in what is known of a place to practise; who said so is not told. */
        PLACE_REPORT((api, key, participant, subject, body) -> api.placeReport(key, subject, body)),
        /** Hours that were accepted here. It is a coach who says so, and not the person. */
        HOURS((api, key, participant, subject, body) -> api.hours(key, participant, body), "urenId"),
        /** How hours that it was told of are now, or that they no longer count. */
        HOURS_CORRECTION(MunicipalReports::correctHours, "urenId");

        /** What people tell themselves. */
        static final List<Kind> BY_THE_PERSON = List.of(CONFIRM, DECLINE, MOVE, HELP_REQUEST, OFFER_REPORT, PLACE_REPORT);
        /** What people let know about something in their agenda. */
        public static final List<Kind> REPLIES = List.of(CONFIRM, DECLINE, MOVE);

        private final MunicipalReports.Call call;
        private final String gives;

        Kind(MunicipalReports.Call call) {
            this(call, null);
        }

        Kind(MunicipalReports.Call call, String gives) {
            this.call = call;
            this.gives = gives;
        }

        /** Whether it is about hours, which a coach accepts and nobody sends themselves. */
        public boolean isOfHours() {
            return this == HOURS || this == HOURS_CORRECTION;
        }

        /** Under which name the municipality answers with its own id of it; {@code null} when none is needed. */
        String gives() {
            return gives;
        }

        MunicipalReports.Call call() {
            return call;
        }
    }

    public Outgoing {
        Objects.requireNonNull(municipality);
        Objects.requireNonNull(participant);
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(body);
    }

    /** The person will be there: {@code POST .../agenda/{itemId}/_bevestig}. The version is the one they saw. */
    public static Outgoing confirm(String municipality, String participant, UUID id, String item, int version) {
        return new Outgoing(municipality, participant, id, Kind.CONFIRM, item, seen(version).toString());
    }

    /**
     * The person will not be there: {@code POST .../agenda/{itemId}/_afmelden}.
     *
     * @param reason {@code null} when not given
     * @param note   in the person's own words, at most 500 characters; {@code null} when not given
     */
    public static Outgoing decline(String municipality, String participant, UUID id, String item, int version,
            Agenda.Reason reason, String note) {
        ObjectNode body = seen(version);
        if (reason != null) {
            body.put("reden", reason.code());
        }
        return new Outgoing(municipality, participant, id, Kind.DECLINE, item, explained(body, note).toString());
    }

    /**
     * The person asks for another time: {@code POST .../agenda/{itemId}/_verzet}.
     *
     * @param proposals one to three times that would suit
     * @param note      in the person's own words, at most 500 characters; {@code null} when not given
     */
    public static Outgoing move(String municipality, String participant, UUID id, String item, int version,
            List<Agenda.Proposal> proposals, String note) {
        ObjectNode body = seen(version);
        ArrayNode times = body.putArray("voorstellen");
        proposals.forEach(time -> times.addObject()
                .put("begin", time.begin().toString()).put("einde", time.end().toString()));
        return new Outgoing(municipality, participant, id, Kind.MOVE, item, explained(body, note).toString());
    }

    /**
     * The person asks for help: {@code POST .../hulpvragen}. It is about itself, so its subject is its own id.
     *
     * @param about        what it is about, in Dutch, at most 100 characters; never the person's own words
     * @param urgent       whether it cannot wait long, as the person sees it
     * @param language     BCP 47 tag of the language to speak
     * @param interpreter  BCP 47 tag of the interpreter's language; {@code null} when none is needed
     * @param askedAt      when the person asked
     * @param answerBefore the day before which an answer is promised; {@code null} when none is
     */
    public static Outgoing helpRequest(String municipality, String participant, UUID id, String about, boolean urgent, String language,
            String interpreter, Instant askedAt, LocalDate answerBefore) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("onderwerp", about).put("urgentie", urgent ? "Snel" : "Normaal")
                .put("taal", language).put("ontvangenOp", askedAt.toString());
        if (interpreter != null) {
            body.put("tolk", interpreter);
        }
        if (answerBefore != null) {
            body.put("antwoordVoor", answerBefore.toString());
        }
        return new Outgoing(municipality, participant, id, Kind.HELP_REQUEST, id.toString(), body.toString());
    }

    /**
     * The person saw that something is wrong in what is known of a school: {@code POST .../aanbieders/{id}/meldingen}. Its
     * subject is the school; the participant is whose outbox it is in, and is not told.
     *
     * @param kind     what is wrong, as the contract calls it
     * @param course   the municipality's id of the course; {@code null} when it is about the school itself
     * @param note     in the person's own words, at most 500 characters; {@code null} when not given
     * @param language BCP 47 tag of the language of the page it was sent from
     */
    public static Outgoing offerReport(String municipality, String participant, UUID id, String provider, String kind,
            String course, String note, String language) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("soort", kind).put("taal", language);
        if (course != null) {
            body.put("cursusId", course);
        }
        return new Outgoing(municipality, participant, id, Kind.OFFER_REPORT, provider, explained(body, note).toString());
    }

    /**
     * The person saw that something is wrong in what is known of a place to practise: {@code POST
     * .../informeel-aanbod/{id}/meldingen}. Its subject is the place; the participant is whose outbox it is in, and is not told.
     *
     * @param kind     what is wrong, as the contract calls it
     * @param note     in the person's own words, at most 500 characters; {@code null} when not given
     * @param language BCP 47 tag of the language of the page it was sent from
     */
    public static Outgoing placeReport(String municipality, String participant, UUID id, String place, String kind, String note,
            String language) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("soort", kind).put("taal", language);
        return new Outgoing(municipality, participant, id, Kind.PLACE_REPORT, place, explained(body, note).toString());
    }

    /**
     * Hours that were accepted: {@code POST .../participatie-uren}.
     *
     * @param entry the id of the entry here
     */
    public static Outgoing hours(String municipality, String participant, UUID id, UUID entry, ReportedHours hours) {
        return new Outgoing(municipality, participant, id, Kind.HOURS, entry.toString(), hours.content());
    }

    /**
     * Hours that were told before, as they are now: {@code PUT .../participatie-uren/{urenId}}.
     *
     * @param given the municipality's own id of them
     */
    public static Outgoing correctedHours(String municipality, String participant, UUID id, String given, ReportedHours hours) {
        return new Outgoing(municipality, participant, id, Kind.HOURS_CORRECTION, given, hours.content());
    }

    /**
     * There was contact: {@code POST .../klantcontacten}. It is about itself, so its subject is its own id.
     *
     * @param about    what it was about, in Dutch, at most 100 characters; never what was said
     * @param language BCP 47 tag of the language that was spoken
     * @param employee the id of who it was with
     */
    public static Outgoing contact(String municipality, String participant, UUID id, String about, String language, Instant at,
            String employee) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("kanaal", "Bericht").put("onderwerp", about)
                .put("taal", language).put("tijdstip", at.toString()).put("medewerkerId", employee);
        return new Outgoing(municipality, participant, id, Kind.CONTACT, id.toString(), body.toString());
    }

    /** Says what it is without a word of the person's. */
    @Override
    public String toString() {
        return kind + " " + id;
    }

    private static ObjectNode seen(int version) {
        return JsonNodeFactory.instance.objectNode().put("versie", version);
    }

    private static ObjectNode explained(ObjectNode body, String note) {
        return note == null ? body : body.put("toelichting", note);
    }
}

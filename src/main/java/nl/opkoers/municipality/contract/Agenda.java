package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a participant has at fixed times, out of all parties: {@code GET /v1/inburgeraars/{id}/agenda}.
 *
 * @param from  the first day that was asked for
 * @param until the day after the last one
 */
public record Agenda(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("van") LocalDate from,
        @JsonProperty("tot") LocalDate until,
        @JsonProperty("onderdelen") List<Item> items,
        @JsonProperty("vakanties") List<Holiday> holidays) implements Part {

    public Agenda {
        items = Lists.orEmpty(items);
        holidays = Lists.orEmpty(holidays);
    }

    /** The kinds of the contract; {@code OTHER} is one that is not recognised, which is shown as it was sent. */
    public enum Kind {
        LESSON("Les"), EXAM("Examen"), SCHOOL_TEST("Schooltoets"), APPOINTMENT("Afspraak"), INTAKE("Intake"), PVT("PVT"),
        MAP("MAP"), CLOSING("Eindgesprek"), PARTICIPATION("Participatie"), OTHER(null);

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        static Kind ofCode(String code) {
            return Stream.of(values()).filter(kind -> kind.code != null && kind.code.equals(code)).findFirst().orElse(OTHER);
        }
    }

    /**
     * One thing at a fixed time.
     *
     * @param version       rises whenever the item itself changes: who confirms says which version they saw
     * @param onlineLink    where to take part online; {@code null} when there is no address that a browser may safely be sent to
     * @param originalBegin when it was to begin before it was moved; {@code null} when it was not
     * @param reply         what the municipality heard from the participant about it, if anything
     */
    public record Item(
            @JsonProperty("id") String id,
            @JsonProperty("versie") int version,
            @JsonProperty("soort") String kindCode,
            @JsonProperty("status") String status,
            @JsonProperty("begin") Instant begin,
            @JsonProperty("einde") Instant end,
            @JsonProperty("onderwerp") String subject,
            @JsonProperty("plaats") Meeting.Place place,
            @JsonProperty("onlineLink") String onlineLink,
            @JsonProperty("meenemen") List<String> bring,
            @JsonProperty("tolk") String interpreterLanguage,
            @JsonProperty("met") String with,
            @JsonProperty("bron") String source,
            @JsonProperty("bijgewerktOp") Instant updatedAt,
            @JsonProperty("oorspronkelijkBegin") Instant originalBegin,
            @JsonProperty("examen") Exam exam,
            @JsonProperty("reactie") Reply reply) implements Part {

        private static final String CANCELLED = "Vervallen";
        private static final String CHANGED = "Gewijzigd";

        public Item {
            bring = Lists.orEmpty(bring);
            onlineLink = Links.safe(onlineLink);
            end = Meeting.end(begin, end);
        }

        public Kind kind() {
            return Kind.ofCode(kindCode);
        }

        public boolean cancelled() {
            return CANCELLED.equals(status);
        }

        public boolean changed() {
            return CHANGED.equals(status);
        }
    }

    /** Which official exam it is. */
    public record Exam(@JsonProperty("onderdeel") String partCode, @JsonProperty("niveau") String levelCode) {
    }

    /** What the participant let know about one version of an item. */
    public record Reply(
            @JsonProperty("soort") String kindCode,
            @JsonProperty("versie") int version,
            @JsonProperty("reden") String reasonCode,
            @JsonProperty("voorstellen") List<Proposal> proposals,
            @JsonProperty("ontvangenOp") Instant receivedAt) {

        /** What was let know; {@code OTHER} is something that is not recognised. */
        public enum Kind {
            CONFIRMED("Bevestigd"), DECLINED("Afgemeld"), MOVE_ASKED("Verzet gevraagd"), OTHER(null);

            private final String code;

            Kind(String code) {
                this.code = code;
            }
        }

        public Reply {
            proposals = Lists.orEmpty(proposals);
        }

        public Kind kind() {
            return Stream.of(Kind.values()).filter(kind -> kind.code != null && kind.code.equals(kindCode)).findFirst()
                    .orElse(Kind.OTHER);
        }
    }

    /** Why somebody will not be there; the contract's own few. */
    public enum Reason {
        ILLNESS("Ziekte"), WORK("Werk"), CARE("Zorg"), TRANSPORT("Vervoer"), OTHER("Anders");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The word of the contract. */
        public String code() {
            return code;
        }
    }

    /** Another time that would suit. */
    public record Proposal(@JsonProperty("begin") Instant begin, @JsonProperty("einde") Instant end) {
    }

    /** Days without lessons, up to and including the last one. */
    public record Holiday(
            @JsonProperty("naam") String name,
            @JsonProperty("van") LocalDate from,
            @JsonProperty("tot") LocalDate until) {
    }
}

package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Hours that a case manager accepted.
 *
 * @param withdrawn whether they no longer count
 * @param content   what is kept of them, as the API tells it
 * @param mistakes  everything that is wrong with the request; the rest holds only when there are none
 */
record HoursReport(LocalDate day, Integer minutes, boolean withdrawn, ObjectNode content, List<Problem.Mistake> mistakes) {

    private static final Set<String> FIELDS = Set.of("datum", "minuten", "activiteit", "organisatie", "nederlandsGesproken",
            "soort", "doelcode", "beoordeeldDoor", "beoordeeldOp");
    private static final Set<String> CORRECTION = Stream.concat(FIELDS.stream(), Stream.of("ingetrokken"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> KINDS = Set.of(ParticipationHours.PARTICIPATION, ParticipationHours.PRACTICE, "Vrijwillige uren");
    private static final Set<String> SPOKE_DUTCH = Set.of("Ja", "Beetje", "Nee");
    private static final int QUARTER = 15;
    private static final int DAY = 24 * 60;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ORGANISATION = 200;
    private static final int LONGEST_ID = 64;

    /** @param dates between which days the hours can have been made */
    static HoursReport read(String body, ObjectMapper json, boolean correction, DossierDates dates) {
        Fields fields = Fields.read(body, json, correction ? CORRECTION : FIELDS)
                .require("datum", "minuten", "activiteit", "beoordeeldDoor", "beoordeeldOp");
        LocalDate day = fields.date("datum");
        Integer minutes = fields.whole("minuten", QUARTER, DAY);
        if (minutes != null && minutes % QUARTER != 0) {
            fields.mistake("minuten", "geen-kwartieren");
        }
        String kind = fields.oneOf("soort", KINDS);
        boolean withdrawn = correction && fields.flag("ingetrokken");
        ObjectNode content = Json.object()
                .put("datum", day == null ? null : day.toString())
                .put("minuten", minutes)
                .put("soort", kind == null ? ParticipationHours.PARTICIPATION : kind)
                .put("activiteit", fields.text("activiteit", LONGEST_NAME))
                .put("organisatie", fields.text("organisatie", LONGEST_ORGANISATION))
                .put("nederlandsGesproken", fields.oneOf("nederlandsGesproken", SPOKE_DUTCH))
                .put("doelcode", fields.text("doelcode", LONGEST_NAME))
                .put("beoordeeldDoor", fields.text("beoordeeldDoor", LONGEST_ID))
                .put("beoordeeldOp", Json.text(fields.instant("beoordeeldOp")))
                .put("ingetrokken", withdrawn);
        List<Problem.Mistake> mistakes = new ArrayList<>(fields.mistakes());
        mistakes.addAll(dates.mistakes("datum", day));
        return new HoursReport(day, minutes, withdrawn, content, List.copyOf(mistakes));
    }
}

package nl.opkoers.conformance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import nl.opkoers.law.LanguageLevel;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;
import nl.opkoers.law.PipRules;
import nl.opkoers.law.PipRules.Violation;
import nl.opkoers.law.ProposedPip;

/**
 * What the contract asks of one dossier, so that nothing can be read in it that DUO would refuse. Each rule answers where
 * it is broken. What is not known breaks nothing; whether a date is one at all is for the document to say.
 */
final class DuoRules {

    private static final String SIGNED = "dagtekeningPip";
    private static final String PVT = "/pvt/datumOndertekeningPvt";
    private static final String MAP = "/map/datumEindgesprekMap";
    private static final String Z_ROUTE = "/zroute/datumAfrondingZroute";

    private final JsonNode dossier;
    private final LocalDate today;
    /** Pointers to the plans, the newest first. */
    private final List<String> pips;

    DuoRules(JsonNode dossier, LocalDate today) {
        this.dossier = dossier;
        this.today = today;
        this.pips = Stream.concat(Stream.of("/pip/actueel"),
                IntStream.range(0, dossier.at("/pip/historie").size()).mapToObj(i -> "/pip/historie/" + i))
                .filter(pip -> dossier.at(pip).isObject()).toList();
    }

    List<String> levelsNotOnTheirRoute() {
        return violating(Set.of(Violation.LEVEL_NOT_ON_ROUTE), "/niveau");
    }

    List<String> levelsNotOnAFirstPip() {
        return violating(Set.of(Violation.LEVEL_NOT_ON_FIRST_PIP), "/niveau");
    }

    List<String> intensities() {
        return violating(Set.of(Violation.INTENSITY_NOT_FOR_THIS_PERSON, Violation.INTENSITY_OUT_OF_RANGE),
                "/geschatteIntensiteitB1Route");
    }

    /** The newest first, each signed later than the one it replaces, none in the future. */
    List<String> pipsOutOfOrder() {
        List<String> broken = new ArrayList<>();
        LocalDate previous = today.plusDays(1);
        for (String pip : pips) {
            Optional<LocalDate> signed = date(pip + "/" + SIGNED);
            if (signed.isPresent() && !signed.get().isBefore(previous)) {
                broken.add(pip + "/" + SIGNED);
            }
            previous = signed.orElse(previous);
        }
        return broken;
    }

    /** It begins the day after the first plan was signed, and ends after that. */
    List<String> term() {
        List<String> broken = new ArrayList<>();
        Optional<LocalDate> start = date("/termijn/startdatum");
        if (start.isPresent() && firstSigned().isPresent() && !start.get().equals(firstSigned().get().plusDays(1))) {
            broken.add("/termijn/startdatum");
        }
        if (start.isPresent() && date("/termijn/einddatum").filter(end -> !end.isAfter(start.get())).isPresent()) {
            broken.add("/termijn/einddatum");
        }
        return broken;
    }

    /** No MAP in the education route, an end of the Z-route only in that route. */
    List<String> partsNotOnTheRoute() {
        JsonNode route = dossier.at("/pip/actueel/leerroute");
        List<String> broken = new ArrayList<>();
        if (route.asText().equals("O") && dossier.path("map").isObject()) {
            broken.add("/map");
        }
        if (route.isTextual() && !route.asText().equals("Z") && dossier.path("zroute").isObject()) {
            broken.add("/zroute");
        }
        return broken;
    }

    /** Not before the first plan, not in the future; and the Z-route is not finished before its parts are. */
    List<String> completions() {
        LocalDate earliest = firstSigned().orElse(LocalDate.MIN);
        List<String> broken = new ArrayList<>(Stream.of(PVT, MAP, Z_ROUTE)
                .filter(part -> date(part).filter(day -> day.isBefore(earliest) || day.isAfter(today)).isPresent()).toList());
        Optional<LocalDate> finished = date(Z_ROUTE);
        if (finished.isPresent() && !broken.contains(Z_ROUTE)
                && Stream.of(PVT, MAP).anyMatch(part -> date(part).filter(finished.get()::isBefore).isPresent())) {
            broken.add(Z_ROUTE);
        }
        return broken;
    }

    /** The first plan, when it is in the history; a municipality need not know what another one decided. */
    private Optional<LocalDate> firstSigned() {
        return pips.stream().filter(this::isFirst).findFirst().flatMap(pip -> date(pip + "/" + SIGNED));
    }

    private boolean isFirst(String pip) {
        return dossier.at(pip + "/versie").asInt() == 1;
    }

    private List<String> violating(Set<Violation> violations, String field) {
        LawBook book = LawBook.standard();
        return pips.stream().filter(pip -> proposed(pip).stream()
                        .flatMap(proposed -> PipRules.check(proposed, book).stream()).anyMatch(violations::contains))
                .map(pip -> pip + field).toList();
    }

    /** As it would be reported to DUO; empty when too little is known to judge it. */
    private Optional<ProposedPip> proposed(String pip) {
        JsonNode fields = dossier.at(pip);
        Optional<ParticipantGroup> group = ParticipantGroup.ofCode(dossier.at("/doelgroep/indeling").asText());
        Optional<LearningRoute> route = LearningRoute.ofCode(fields.path("leerroute").asText());
        Optional<LocalDate> signed = date(pip + "/" + SIGNED);
        if (group.isEmpty() || route.isEmpty() || signed.isEmpty()) {
            return Optional.empty();
        }
        Integer intensity = fields.path("geschatteIntensiteitB1Route").isInt()
                ? Integer.valueOf(fields.path("geschatteIntensiteitB1Route").intValue()) : null;
        return Optional.of(new ProposedPip(group.get(), route.get(), LanguageLevel.ofCode(fields.path("niveau").asText()).orElse(null),
                isFirst(pip), intensity, signed.get()));
    }

    private Optional<LocalDate> date(String pointer) {
        return Optional.of(dossier.at(pointer)).filter(JsonNode::isTextual).map(JsonNode::textValue).map(DuoRules::parsed)
                .filter(Objects::nonNull);
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** What must hold for every dossier under the Wet inburgering 2021: DUO's validation rules and the order of dates. */
final class DossierRules {

    private final JsonNode dossier;
    private final LocalDate today;
    private final String who;

    private DossierRules(String who, JsonNode dossier, LocalDate today) {
        this.who = who;
        this.dossier = dossier;
        this.today = today;
    }

    static void check(String who, JsonNode dossier, LocalDate today) {
        DossierRules rules = new DossierRules(who, dossier, today);
        rules.everyPartSaysWhoSaysSo();
        rules.pipFollowsTheRulesOfDuo();
        rules.theTermBeginsTheDayAfterTheFirstPip();
        rules.datesAreInOrder();
        rules.nobodyOwesWhatTheLawDoesNotAsk();
    }

    private void everyPartSaysWhoSaysSo() {
        dossier.properties().forEach(part -> {
            if (part.getValue().isObject() && !part.getKey().equals("nieuwOnderdeel")) {
                assertTrue(part.getValue().path("bron").isTextual(), who + " " + part.getKey());
                Instant.parse(part.getValue().path("bijgewerktOp").textValue());
            }
        });
    }

    private void pipFollowsTheRulesOfDuo() {
        List<JsonNode> newestFirst = pips();
        boolean asylum = "Asielstatushouder".equals(dossier.at("/doelgroep/indeling").textValue());
        for (JsonNode pip : newestFirst) {
            String route = pip.path("leerroute").textValue();
            String level = pip.path("niveau").textValue();
            assertFalse("O".equals(route) && "A2".equals(level), who + ": A2 with the education route");
            assertFalse("Z".equals(route) && "B1".equals(level), who + ": B1 with the Z-route");
            if (!pip.path("geschatteIntensiteitB1Route").isNull()) {
                assertTrue("B".equals(route) && asylum, who + ": an intensity is for B1 and asylum only");
            }
        }
        if (!newestFirst.isEmpty()) {
            JsonNode first = newestFirst.get(newestFirst.size() - 1);
            assertFalse("B".equals(first.path("leerroute").textValue()) && "A2".equals(first.path("niveau").textValue()),
                    who + ": A2 on a first PIP");
            assertEquals(1, first.path("versie").intValue(), who);
        }
    }

    private void theTermBeginsTheDayAfterTheFirstPip() {
        List<JsonNode> newestFirst = pips();
        JsonNode term = dossier.path("termijn");
        assertEquals(newestFirst.isEmpty(), !term.isObject(), who + ": no countdown before there is a PIP");
        if (term.isObject()) {
            LocalDate start = date(term, "startdatum");
            assertEquals(date(newestFirst.get(newestFirst.size() - 1), "dagtekeningPip").plusDays(1), start, who);
            JsonNode extensions = term.path("verlengingen");
            LocalDate end = extensions.isEmpty() ? start.plusYears(3) : date(extensions.get(0), "nieuweEinddatum");
            assertEquals(end, date(term, "einddatum"), who + ": the end is exclusive, three years on the day");
            assertTrue(date(term, "einddatum").isAfter(today), who + ": the term still runs");
        }
    }

    private void datesAreInOrder() {
        inOrder("/inburgeringsplicht/begindatum", "/inburgeringsplicht/datumKennisgevingInburgeringsplicht", "/bredeIntake/startdatum",
                "/bredeIntake/einddatum");
        inOrder("/bredeIntake/startdatum", "/leerbaarheidstoets/datumAfname");
        inOrder("/pvt/datumOndertekeningPvt", "/zroute/datumAfrondingZroute");
        inOrder("/map/datumEindgesprekMap", "/zroute/datumAfrondingZroute");
        LocalDate firstPip = pips().isEmpty() ? today : date(pips().get(pips().size() - 1), "dagtekeningPip");
        for (String field : List.of("/bredeIntake/einddatum", "/leerbaarheidstoets/datumAfname")) {
            if (dossier.at(field).isTextual()) {
                assertFalse(date(field).isAfter(firstPip), who + " " + field);
            }
        }
        LocalDate previous = today.plusDays(1);
        for (JsonNode pip : pips()) {
            assertTrue(date(pip, "dagtekeningPip").isBefore(previous), who + ": newest PIP first, none in the future");
            previous = date(pip, "dagtekeningPip");
        }
        for (String field : List.of("/pvt/datumOndertekeningPvt", "/map/datumEindgesprekMap", "/zroute/datumAfrondingZroute",
                "/voortgang/laatsteGesprek", "/afronding/datum")) {
            if (dossier.at(field).isTextual()) {
                assertFalse(date(field).isBefore(firstPip), who + " " + field);
                assertFalse(date(field).isAfter(today), who + " " + field);
            }
        }
        dossier.at("/examens/onderdelen").forEach(part -> part.path("pogingen").forEach(attempt -> {
            assertTrue(date(attempt, "examendatum").isBefore(today), who);
            assertTrue(date(attempt, "examendatum").isAfter(firstPip), who);
        }));
        dossier.findParents("begin").forEach(appointment -> assertTrue(
                Instant.parse(appointment.path("begin").textValue()).isBefore(Instant.parse(appointment.path("einde").textValue())), who));
    }

    private void nobodyOwesWhatTheLawDoesNotAsk() {
        String route = dossier.at("/pip/actueel/leerroute").asText();
        boolean asylum = "Asielstatushouder".equals(dossier.at("/doelgroep/indeling").textValue());
        List<String> kinds = new ArrayList<>();
        dossier.at("/uren/soorten").forEach(hours -> kinds.add(hours.path("soort").textValue()));
        assertTrue(!kinds.contains("Participatie-uren") || asylum && "Z".equals(route), who + ": participation hours are for asylum and Z");
        assertFalse("O".equals(route) && dossier.path("map").isObject(), who + ": no MAP in the education route");
        assertFalse(!"Z".equals(route) && dossier.path("zroute").isObject(), who);
        assertFalse("Z".equals(route) && dossier.path("examens").isObject(), who + ": no central exams in the Z-route");
        boolean obliged = dossier.at("/inburgeringsplicht/indicatorInburgeringsplicht").booleanValue();
        assertEquals(obliged, !dossier.at("/inburgeringsplicht/redenGeenInburgeringsplicht").isTextual(), who);
    }

    private List<JsonNode> pips() {
        List<JsonNode> all = new ArrayList<>();
        if (dossier.at("/pip/actueel").isObject()) {
            all.add(dossier.at("/pip/actueel"));
        }
        dossier.at("/pip/historie").forEach(all::add);
        return all;
    }

    private void inOrder(String... fields) {
        LocalDate previous = LocalDate.of(2022, 1, 1);
        for (String field : fields) {
            if (dossier.at(field).isTextual()) {
                assertFalse(date(field).isBefore(previous), who + " " + field);
                previous = date(field);
            }
        }
    }

    private LocalDate date(String pointer) {
        return LocalDate.parse(dossier.at(pointer).textValue());
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.path(field).textValue());
    }
}

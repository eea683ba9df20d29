package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what the municipality knows of somebody in the population. */
final class PopulationDossier {

    /** W 11, counted from the day after the date of the first PIP. */
    static final int TERM_YEARS = 3;

    private static final int PVT_HOURS = 12;
    private static final Map<String, List<String>> DETAILED_GROUPS = Map.of(
            "asylum", List.of("Asielstatushouder", "Asielstatushouder", "Asielstatushouder", "Gezinshereniger met Asielstatushouder"),
            "family", List.of("Gezinsvormer", "Gezinsvormer", "Gezinshereniger", "Gezinshereniger", "Overig"));

    private final Draws draws;
    private final Milestones milestones;
    private final JsonNode schools;
    private final LocalDate today;
    private final PopulationPip pips;
    private final PopulationExams exams;

    PopulationDossier(Draws draws, Milestones milestones, JsonNode schools, LocalDate today) {
        this.draws = draws;
        this.milestones = milestones;
        this.schools = schools;
        this.today = today;
        this.pips = new PopulationPip(draws, milestones, today);
        this.exams = new PopulationExams(draws, milestones, today);
    }

    ObjectNode of(Newcomer newcomer, String coach) {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        LocalDate completed = milestones.completed(newcomer)
                ? draws.between(newcomer.lessons().plusMonths(16), today.minusDays(3)) : null;
        person(dossier, newcomer);
        duty(dossier, newcomer, completed);
        intake(dossier, newcomer);
        pips.write(dossier, newcomer);
        if (newcomer.pip() != null) {
            LocalDate start = newcomer.pip().plusDays(1);
            dossier.putObject("termijn")
                    .put("startdatum", start.toString())
                    .put("einddatum", start.plusYears(TERM_YEARS).toString())
                    .putArray("verlengingen");
            offer(dossier, newcomer, completed);
            modules(dossier, newcomer, completed);
        }
        if (milestones.exams(newcomer) != Milestones.Exams.NOT_YET) {
            exams.write(dossier, newcomer, completed);
        }
        contact(dossier, newcomer, coach);
        if (completed != null) {
            dossier.putObject("afronding").put("datum", completed.toString())
                    .put("bewijs", "Z".equals(milestones.route(newcomer)) ? "Certificaat" : "Diploma")
                    .put("verzonden", completed.isBefore(today.minusWeeks(4)));
        }
        return dossier;
    }

    private void person(ObjectNode dossier, Newcomer newcomer) {
        ObjectNode person = dossier.putObject("persoon")
                .put("aanspreeknaam", newcomer.name())
                .put("aanhef", newcomer.woman() ? "mevrouw" : "heer")
                .put("voorkeurstaal", newcomer.language())
                .put("woonsituatie", newcomer.inReception() ? "In opvang" : "Gehuisvest");
        if (newcomer.inReception()) {
            person.putObject("opvang").put("naam", "Opvang De Brink").put("plaats", "Oosterhaar").put("afstandKilometer", 140);
        } else {
            person.putNull("opvang");
        }
    }

    private void duty(ObjectNode dossier, Newcomer newcomer, LocalDate completed) {
        LocalDate begin = newcomer.notice().minusDays(draws.between(5, 40));
        dossier.putObject("doelgroep")
                .put("indeling", newcomer.asylum() ? "Asielstatushouder" : "Gezinsmigrant en overige migrant")
                .put("gedetailleerdeDoelgroep", draws.one(DETAILED_GROUPS.get(newcomer.asylum() ? "asylum" : "family")))
                .put("begindatum", begin.toString());
        dossier.putObject("inburgeringsplicht")
                .put("wet", "Wi2021")
                .put("indicatorInburgeringsplicht", completed == null)
                .put("datumKennisgevingInburgeringsplicht", newcomer.notice().toString())
                .put("begindatum", begin.toString())
                .put("einddatum", completed == null ? null : completed.toString())
                .put("redenGeenInburgeringsplicht", completed == null ? null : "Inburgeringsplicht voldaan");
        if (newcomer.asylum() && newcomer.settled() != null) {
            dossier.putObject("financieelOntzorgen")
                    .put("startdatum", newcomer.settled().toString())
                    .put("einddatum", newcomer.settled().plusMonths(6).toString());
        }
    }

    private void intake(ObjectNode dossier, Newcomer newcomer) {
        if (newcomer.intake() != null) {
            LocalDate end = newcomer.pip() == null ? null : draws.between(newcomer.intake(), newcomer.pip());
            dossier.putObject("bredeIntake").put("startdatum", newcomer.intake().toString())
                    .put("einddatum", end == null ? null : end.toString()).putNull("afspraak");
        } else if (!newcomer.inReception() && newcomer.pip() == null) {
            ObjectNode intake = dossier.putObject("bredeIntake").putNull("startdatum").putNull("einddatum");
            appointment(intake, "afspraak", newcomer, "10:00", "11:30");
        }
        if (newcomer.test() != null) {
            boolean feasible = draws.happens("Z".equals(milestones.route(newcomer)) ? 0.12 : 0.90);
            dossier.putObject("leerbaarheidstoets")
                    .put("resultaat", feasible ? "B1-route haalbaar" : "B1-route niet haalbaar")
                    .put("datumAfname", newcomer.test().toString());
        }
    }

    private void offer(ObjectNode dossier, Newcomer newcomer, LocalDate completed) {
        ObjectNode offer = dossier.putObject("inburgeringsaanbod");
        if (newcomer.lessons() == null) {
            offer.putNull("instelling").put("status", newcomer.asylum() ? "Wachtlijst" : "Op zoek");
            return;
        }
        JsonNode school = schools.get("O".equals(milestones.route(newcomer)) ? 3 : draws.between(0, 2));
        offer.set("instelling", school);
        offer.put("datumInburgeringsaanbod", newcomer.asylum() ? newcomer.pip().toString() : null)
                .put("verwachteStartdatumOpleiding", newcomer.lessons().toString())
                .put("verwachteEinddatumOpleiding", newcomer.lessons().plusMonths(20).toString())
                .put("status", completed == null ? "Gestart" : "Afgerond");
        new PopulationHours(milestones, today).write(dossier, newcomer, completed, school.path("naam").textValue());
    }

    private void modules(ObjectNode dossier, Newcomer newcomer, LocalDate completed) {
        LocalDate last = completed == null ? today.minusDays(2) : completed.minusDays(10);
        boolean pvt = milestones.pvt(newcomer);
        dossier.putObject("pvt")
                .put("datumOndertekeningPvt", pvt ? draws.between(newcomer.pip().plusWeeks(6), last).toString() : null)
                .put("gevolgdeUren", pvt ? PVT_HOURS : null)
                .putNull("afspraak");
        String route = milestones.route(newcomer);
        if (!"O".equals(route)) {
            LocalDate talk = milestones.map(newcomer) ? draws.between(newcomer.pip().plusMonths(4), last) : null;
            dossier.putObject("map").put("datumEindgesprekMap", talk == null ? null : talk.toString())
                    .putNull("gevolgdePraktijkuren").putNull("afspraak");
        }
        if ("Z".equals(route)) {
            dossier.putObject("zroute").put("datumAfrondingZroute", completed == null ? null : completed.toString()).putNull("eindgesprek");
        }
    }

    private void contact(ObjectNode dossier, Newcomer newcomer, String coach) {
        LocalDate since = newcomer.intake() == null ? newcomer.notice() : newcomer.intake();
        dossier.putObject("contactpersonen").putArray("personen").addObject()
                .put("medewerkerId", coach).put("van", since.toString());
        ObjectNode progress = dossier.putObject("voortgang");
        LocalDate talk = newcomer.pip() == null ? null : draws.between(newcomer.pip(), today.minusDays(1));
        progress.put("laatsteGesprek", talk == null ? null : talk.toString());
        if (newcomer.pip() != null && !milestones.completed(newcomer) && draws.happens(0.3)) {
            appointment(progress, "volgendGesprek", newcomer, "13:30", "14:15");
        } else {
            progress.putNull("volgendGesprek");
        }
        progress.putArray("openVragen");
        progress.putArray("rapportages");
    }

    private void appointment(ObjectNode parent, String field, Newcomer newcomer, String from, String until) {
        LocalDate day = RelativeDates.workdayFrom(today.plusDays(draws.between(3, 60)));
        ObjectNode appointment = parent.putObject(field)
                .put("begin", RelativeDates.instant(day, from))
                .put("einde", RelativeDates.instant(day, until))
                .putNull("onlineLink")
                .put("tolk", "nl".equals(newcomer.language()) ? null : newcomer.language())
                .putNull("met");
        appointment.putObject("plaats").put("naam", "Stadskantoor Waterstad").put("adres", "Havenplein 1, Waterstad");
        appointment.putArray("meenemen").add("Identiteitsbewijs");
    }
}

package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the exams of somebody who has sat at least one. */
final class PopulationExams {

    private static final List<String> PARTS = List.of("KNM", "LE", "LU", "SC", "SP");
    /** Asylum holders sit each part twice for free. */
    private static final int FREE_ATTEMPTS = 2;
    /** Results of everything sat before this many days ago are known. */
    private static final int RESULT_DAYS = 60;

    private final Draws draws;
    private final Milestones milestones;
    private final LocalDate today;

    PopulationExams(Draws draws, Milestones milestones, LocalDate today) {
        this.draws = draws;
        this.milestones = milestones;
        this.today = today;
    }

    void write(ObjectNode dossier, Newcomer newcomer, LocalDate completed) {
        Milestones.Exams outcome = milestones.exams(newcomer);
        int sat = completed != null ? PARTS.size() : switch (outcome) {
            case ALL_PASSED -> draws.between(1, 4);
            case SOME_PASSED -> draws.between(2, 5);
            default -> draws.between(1, 2);
        };
        List<String> order = draws.shuffled(PARTS);
        List<String> taken = order.subList(0, sat);
        int passed = outcome == Milestones.Exams.ALL_PASSED ? sat
                : outcome == Milestones.Exams.NONE_PASSED ? 0 : draws.between(1, sat - 1);
        String level = level(newcomer, completed != null);
        ArrayNode parts = dossier.putObject("examens").putArray("onderdelen");
        for (String part : PARTS) {
            int place = taken.indexOf(part);
            ObjectNode written = parts.addObject().put("onderdeel", part);
            written.put("gratisPogingenTegoed", newcomer.asylum() ? (Integer) (FREE_ATTEMPTS - (place < 0 ? 0 : 1)) : null);
            ArrayNode attempts = written.putArray("pogingen");
            if (place >= 0) {
                attempt(attempts.addObject(), newcomer, completed, "KNM".equals(part) ? null : level, place < passed);
            }
            written.putNull("gepland");
            if (place >= passed && draws.happens(0.4)) {
                planned(written, "KNM".equals(part) ? null : level);
            }
        }
    }

    private void attempt(ObjectNode attempt, Newcomer newcomer, LocalDate completed, String level, boolean passed) {
        LocalDate last = completed == null ? today.minusDays(RESULT_DAYS) : completed.minusDays(RESULT_DAYS);
        attempt.put("examendatum", draws.between(newcomer.lessons().plusMonths(5), last).toString()).put("niveau", level);
        boolean absent = !passed && draws.happens(0.1);
        attempt.put("resultaat", passed ? "Geslaagd" : absent ? "Geen" : "Gezakt")
                .put("redenGeenResultaat", absent ? "Afgemeld" : null);
    }

    private void planned(ObjectNode part, String level) {
        LocalDate day = RelativeDates.workdayFrom(today.plusDays(draws.between(14, 90)));
        ObjectNode appointment = part.putObject("gepland").put("niveau", level).putObject("afspraak")
                .put("begin", RelativeDates.instant(day, "09:15"))
                .put("einde", RelativeDates.instant(day, "10:15"))
                .putNull("onlineLink").putNull("tolk").putNull("met");
        appointment.putObject("plaats").put("naam", "Examenlocatie Waterstad").put("adres", "Stationsweg 8, Waterstad");
        appointment.putArray("meenemen").add("Identiteitsbewijs").add("Oproepbrief");
    }

    /**
     * Who has completed the B1-route passed B1 or higher, and sat more parts than others; the rest sits A2 so much the
     * more often that the share over all exams comes out.
     */
    private String level(Newcomer newcomer, boolean completed) {
        if (milestones.scaledDown(newcomer)) {
            return "A2";
        }
        Figures figures = newcomer.figures();
        double higher = figures.levelB2();
        boolean onlyB1 = completed || "O".equals(milestones.route(newcomer));
        double lower = onlyB1 ? 0 : figures.levelA2() / (1 - figures.completed() / figures.examined() * 1.5);
        double draw = draws.share();
        return draw < higher ? "B2" : draw < higher + lower ? "A2" : "B1";
    }
}

package nl.opkoers.demo.municipality;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The participants of a large municipality beside the cast: always the same people, at the same distance from today.
 */
final class Population {

    static final long SEED = 2_021L;
    private static final int FIRST_BSN = 999_910_000;
    private static final long FIRST_V_NUMBER = 9_990_100_000L;
    /** Every second person in reception has no BSN yet. */
    private static final int WITHOUT_BSN = 2;
    private static final int PLACES_OF_COACH_B = 58;

    private final JsonNode names;
    private final JsonNode schools;
    private final List<String> otherStaff;
    private final CommonParts common;
    private final PopulationTimetable timetables;
    private final LocalDate today;

    Population(Resources resources, Staff staff, CommonParts common, LocalDate today) {
        this.names = resources.read("names.json");
        this.schools = resources.read("schools.json");
        this.otherStaff = staff.others();
        this.common = common;
        this.timetables = new PopulationTimetable(today, common.refreshed());
        this.today = today;
    }

    /** @param placesOfCoachA how many of these have coach-a as their case manager */
    List<Resident> residents(int placesOfCoachA) {
        Draws draws = new Draws(SEED);
        List<Newcomer> newcomers = new Newcomers(draws, names, today).all();
        Milestones milestones = new Milestones(draws, newcomers, today);
        PopulationDossier dossiers = new PopulationDossier(draws, milestones, schools, today);
        Iterator<String> bsns = Numbers.bsnsFrom(FIRST_BSN).iterator();
        List<Resident> residents = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            String bsn = newcomer.inReception() && newcomer.number() % WITHOUT_BSN == 0 ? null : bsns.next();
            residents.add(resident(newcomer, bsn, dossiers, coach(newcomer.number(), placesOfCoachA)));
        }
        return residents;
    }

    private Resident resident(Newcomer newcomer, String bsn, PopulationDossier dossiers, String coach) {
        String id = id(newcomer.number());
        String vNumber = newcomer.asylum() ? String.format(Locale.ROOT, "%010d", FIRST_V_NUMBER + newcomer.number()) : null;
        ObjectNode dossier = common.complete(id, dossiers.of(newcomer, coach));
        return new Resident(id, null, bsn, vNumber, newcomer.birthDate(), newcomer.origin(), dossier,
                timetables.of(id, newcomer.number(), dossier));
    }

    /** The id of somebody of the population. */
    static String id(int number) {
        return UUID.nameUUIDFromBytes(("inburgeraar nummer " + number).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * The case manager of somebody, as far as that is the same however many of the cast are coach-a's.
     *
     * @return the id of the case manager; {@code null} for the few of whom it depends on the cast
     */
    static String certainCoach(int number, Staff staff) {
        int most = Seeding.CASELOAD_OF_COACH_A;
        int least = most - Cast.all().size();
        if (number < least) {
            return Staff.COACH_A;
        }
        if (number >= most && number < least + PLACES_OF_COACH_B) {
            return Staff.COACH_B;
        }
        return number < most + PLACES_OF_COACH_B ? null : staff.others().get(number % staff.others().size());
    }

    private String coach(int number, int placesOfCoachA) {
        if (number < placesOfCoachA) {
            return Staff.COACH_A;
        }
        return number < placesOfCoachA + PLACES_OF_COACH_B ? Staff.COACH_B : otherStaff.get(number % otherStaff.size());
    }
}

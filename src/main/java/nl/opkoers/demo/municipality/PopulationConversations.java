package nl.opkoers.demo.municipality;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.opkoers.law.WorkingDays;

/**
 * What people beside the cast asked: enough of it for a team lead to see numbers, of this morning and of three months, and for
 * coach-a and coach-b to find questions that are overdue and questions that soon will be. Each chose a subject and when to be
 * called, which takes no words, and was answered with a standard sentence. All is invented.
 */
public final class PopulationConversations {

    private static final List<String> ASKED_AFTER_ASYLUM = List.of("LETTER", "WORK", "PRACTICE", "HOUSING", "TOOMUCH", "DUOSITE");
    private static final List<String> ASKED_BY_FAMILY = List.of("COSTS", "LETTER", "WORK", "LOAN", "PRACTICE", "TOOMUCH");
    /** In the month before this one, and in those before that: fewer too late each month. */
    private static final List<Month> MONTHS = List.of(new Month(38, 12), new Month(31, 15), new Month(24, 18));
    /** How many of those are coach-a's, and as many coach-b's. */
    private static final int OF_EACH = 6;
    /** For how long somebody is in the middle of it: as long as anything here is ago, and longer. */
    private static final int MONTHS_WITH_PLAN = 5;
    /** What is promised for a later day could be answered after the month. */
    private static final int LAST_LATE = 16;
    private static final int MOST_DAYS_LATE = 6;
    private static final int OF_OTHERS = 9;

    private final LocalDate today;
    private final Staff staff;
    private final Draws draws = new Draws(Population.SEED);
    private final List<Newcomer> people;

    private PopulationConversations(LocalDate today) {
        Resources resources = new Resources(new ObjectMapper());
        this.today = today;
        this.staff = new Staff(resources, new RelativeDates(
                Clock.fixed(today.atStartOfDay(RelativeDates.ZONE).toInstant(), RelativeDates.ZONE)));
        // Drawn as the population is, and in the same order: so these are the same people.
        List<Newcomer> all = new Newcomers(draws, resources.read("names.json"), today).all();
        Milestones milestones = new Milestones(draws, all, today);
        this.people = all.stream().filter(newcomer -> newcomer.hasPipBefore(today.minusMonths(MONTHS_WITH_PLAN))
                && !milestones.completed(newcomer)).toList();
    }

    /** How many answers were promised for a month, by when they came. */
    private record Month(int inTime, int late) {
    }

    /** When somebody asked, and how many working days later the answer came; 0 while it has not. */
    private record Asked(LocalDate on, int answeredAfter) {
    }

    /** These and those of the cast, as on this day. */
    public static List<CastConversations.Told> withCast(LocalDate today) {
        return Stream.concat(CastConversations.on(today).stream(), on(today).stream()).toList();
    }

    static List<CastConversations.Told> on(LocalDate today) {
        return new PopulationConversations(today).all();
    }

    private List<CastConversations.Told> all() {
        Iterator<Newcomer> ofCoachA = peopleOf(Staff.COACH_A);
        Iterator<Newcomer> ofCoachB = peopleOf(Staff.COACH_B);
        Iterator<Newcomer> ofOthers = people.stream().filter(newcomer -> {
            String coach = coach(newcomer);
            return coach != null && !coach.equals(Staff.COACH_A) && !coach.equals(Staff.COACH_B);
        }).iterator();
        List<CastConversations.Told> all = new ArrayList<>();
        LocalDate overdue = lastOverdue();
        Stream.of(overdue.minusDays(2), overdue, overdue.plusDays(1), today.minusDays(1))
                .forEach(day -> all.add(told(ofCoachA.next(), new Asked(day, 0))));
        Stream.of(overdue.minusDays(1), overdue.plusDays(1), overdue.plusDays(2))
                .forEach(day -> all.add(told(ofCoachB.next(), new Asked(day, 0))));
        List<LocalDate> inTime = overdue.plusDays(1).datesUntil(today).toList();
        for (int each = 0; each < OF_OTHERS; each++) {
            all.add(told(ofOthers.next(), new Asked(overdue.minusDays(each), 0)));
            all.add(told(ofOthers.next(), new Asked(inTime.get(each % inTime.size()), 0)));
        }
        List<Asked> answered = draws.shuffled(answered());
        for (int each = 0; each < answered.size(); each++) {
            Iterator<Newcomer> who = each < OF_EACH ? ofCoachA : each < 2 * OF_EACH ? ofCoachB : ofOthers;
            all.add(told(who.next(), answered.get(each)));
        }
        return List.copyOf(all);
    }

    private Iterator<Newcomer> peopleOf(String coach) {
        return people.stream().filter(newcomer -> coach.equals(coach(newcomer))).iterator();
    }

    private String coach(Newcomer newcomer) {
        return Population.certainCoach(newcomer.number(), staff);
    }

    /** The last day on which who asked should have had an answer by now. Who asked a day later has one coming soonest. */
    private LocalDate lastOverdue() {
        return Stream.iterate(today, day -> day.minusDays(1)).filter(day -> !promised(day).isAfter(today)).findFirst().orElseThrow();
    }

    private static LocalDate promised(LocalDate asked) {
        return WorkingDays.before(asked, CastConversations.ANSWER_WITHIN);
    }

    /** What was promised for the months behind us, all of which was answered by now. */
    private List<Asked> answered() {
        List<Asked> answered = new ArrayList<>();
        for (int ago = 1; ago <= MONTHS.size(); ago++) {
            Month month = MONTHS.get(ago - 1);
            List<LocalDate> days = askedFor(YearMonth.from(today).minusMonths(ago));
            List<LocalDate> early = days.stream().filter(day -> promised(day).getDayOfMonth() <= LAST_LATE).toList();
            for (int each = 0; each < month.inTime(); each++) {
                answered.add(new Asked(days.get(each * days.size() / month.inTime()), 1 + each % CastConversations.ANSWER_WITHIN));
            }
            for (int each = 0; each < month.late(); each++) {
                answered.add(new Asked(early.get(each * early.size() / month.late()),
                        CastConversations.ANSWER_WITHIN + 1 + each % MOST_DAYS_LATE));
            }
        }
        return answered;
    }

    /** The days on which who asked was promised an answer before a day of this month. */
    private static List<LocalDate> askedFor(YearMonth month) {
        return month.minusMonths(1).atDay(1).datesUntil(month.atEndOfMonth())
                .filter(day -> YearMonth.from(promised(day)).equals(month)).toList();
    }

    private CastConversations.Told told(Newcomer newcomer, Asked asked) {
        int number = newcomer.number();
        String coach = coach(newcomer);
        UUID id = id("gesprek van inburgeraar " + number);
        boolean morning = number % 2 == 0;
        List<ObjectNode> turns = new ArrayList<>();
        turns.add(turn("said", id, turns, asked.on(), LocalTime.of(8 + number % 13, number % 60)).put("language", newcomer.language()));
        turns.get(0).putArray("files");
        if (asked.answeredAfter() > 0) {
            LocalDate day = WorkingDays.before(asked.on(), asked.answeredAfter()).minusDays(1);
            ObjectNode answer = by(coach, turn("answered", id, turns, day, LocalTime.of(9, number % 60))).put("language", "nl");
            answer.putObject("phrase").put("code", "CALL_YOU").putObject("values").put("date", day.toString())
                    .put("from", morning ? "10:00" : "14:00").put("until", morning ? "12:00" : "16:00");
            answer.putArray("files");
            turns.add(answer);
            turns.add(by(coach, turn("closed", id, turns, day, LocalTime.of(morning ? 12 : 16, 5))).put("reason", "TALKED"));
        }
        List<String> topics = newcomer.asylum() ? ASKED_AFTER_ASYLUM : ASKED_BY_FAMILY;
        ObjectNode opening = Json.object().put("id", id.toString()).put("at", turns.get(0).path("at").textValue())
                .put("topic", topics.get(number % topics.size())).put("urgent", false).put("confidential", false)
                .put("language", newcomer.language()).put("interpreter", !newcomer.language().matches("nl|en"))
                .put("gender", "ANY").put("call", morning ? "MORNING" : "AFTERNOON");
        return new CastConversations.Told(id, Population.id(number), opening, coach, staff.name(coach), turns);
    }

    private static ObjectNode turn(String name, UUID conversation, List<ObjectNode> before, LocalDate day, LocalTime time) {
        return Json.object().put("turn", name).put("id", id(conversation + " " + before.size()).toString())
                .put("at", day.atTime(time).atZone(RelativeDates.ZONE).toInstant().toString());
    }

    private ObjectNode by(String coach, ObjectNode turn) {
        return turn.put("by", coach).put("byName", staff.name(coach));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

package nl.opkoers.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.file.PictureField;
import nl.opkoers.municipality.contract.Pip;

/**
 * The form in which somebody logs hours.
 *
 * @param id         of the entry, made with the form, so that what is sent twice is one
 * @param act        the id of the correction; {@code null} when it is sent for the first time
 * @param typed      what is in it
 * @param photo      the picture that goes with it
 * @param sense      what is wrong with it or asked about it; clear when it was not looked at yet
 * @param sentBefore whether it was sent before with something else in it
 * @param about      what there is to choose from
 */
record EntryForm(UUID id, UUID act, EntryTyped typed, PictureField photo, Sense sense, boolean sentBefore, About about) {

    static final String ID = "id";
    static final String ACT = "act";
    /** The questions to which somebody said that it is right. */
    static final String SURE = "sure";
    /** The button: {@link #KEEP}, or anything else to send. */
    static final String DO = "do";
    static final String KEEP = "keep";

    private static final int HOURS_IN_DAY = 24;
    private static final int QUARTERS = 4;

    /**
     * What there is to choose from.
     *
     * @param kinds those that this person can log, the usual one first
     * @param goals those of the plan, one for each code
     */
    record About(List<Kind> kinds, List<Goal> goals, LocalDate today) {

        static About of(Course course) {
            return new About(Kinds.of(course), goals(Stream.ofNullable(course.getPlan())), course.today());
        }

        /** The same for an entry that is there: what it is and is for it stays, also when the plan is another one by now. */
        static About of(Course course, Written kept) {
            About now = of(course);
            Stream<Goal> own = goals(course.versions().stream()).stream()
                    .filter(goal -> goal.code().equals(kept.goal()) && now.goal(goal.code()).isEmpty());
            return new About(Stream.concat(now.kinds().stream(), Stream.of(kept.kind())).distinct().toList(),
                    Stream.concat(now.goals().stream(), own).toList(), now.today());
        }

        private static List<Goal> goals(Stream<Pip.Version> plans) {
            List<Pip.Goal> goals = plans.flatMap(plan -> plan.goals().stream()).filter(goal -> goal.code() != null).toList();
            return goals.stream().map(Pip.Goal::code).distinct()
                    .map(code -> new Goal(code, goals.stream().filter(goal -> goal.code().equals(code)).toList())).toList();
        }

        Optional<Goal> goal(String code) {
            return goals.stream().filter(goal -> goal.code().equals(code)).findFirst();
        }
    }

    /** A goal of the plan: what the person said of it, perhaps in more than one wish. */
    record Goal(String code, List<Pip.Goal> wishes) {
    }

    /** Nothing filled in but what is likely to be the same as last time. */
    static EntryForm empty(About about, Optional<Entry> last) {
        EntryTyped typed = last.map(entry -> EntryTyped.of(entry.written(), about.today()).remembered(about.today()))
                .orElseGet(() -> new EntryTyped(Map.of(EntryTyped.WHEN, about.today().toString())));
        return of(UUID.randomUUID(), null, typed, PictureField.empty(), about);
    }

    /** The same as an entry, today. */
    static EntryForm again(Entry entry, About about) {
        return of(UUID.randomUUID(), null, EntryTyped.of(entry.written(), about.today()).on(about.today()), PictureField.empty(), about);
    }

    /** An entry to go on with or to correct. */
    static EntryForm of(Entry entry, About about) {
        return of(entry.id(), entry.isNew() ? null : UUID.randomUUID(), EntryTyped.of(entry.written(), about.today()),
                PictureField.of(entry.written().photo()), about);
    }

    static EntryForm of(UUID id, UUID act, EntryTyped typed, PictureField photo, About about) {
        return new EntryForm(id, act, typed, photo, Sense.CLEAR, false, about);
    }

    EntryForm with(Sense found) {
        return new EntryForm(id, act, typed, photo, found, sentBefore, about);
    }

    /** The same as a correction of what was sent before. */
    EntryForm asCorrection() {
        return new EntryForm(id, UUID.randomUUID(), typed, photo, Sense.CLEAR, true, about);
    }

    /** What it tells; perhaps with mistakes. */
    public Written written() {
        return typed.written(about.kinds().get(0), photo.kept());
    }

    /** Under which id it is sent: the entry's own for the first time. */
    UUID sending() {
        return act == null ? id : act;
    }

    /** Whether the person says of everything that is asked that it is right. */
    boolean isSureOf(Sense asked) {
        return Question.unanswered(asked.questions(), typed.value(SURE)).isEmpty();
    }

    boolean isToKeep() {
        return typed.value(DO).equals(KEEP);
    }

    // What the template reads

    /** A value as it was filled in. */
    public String value(String field) {
        return typed.value(field);
    }

    /** What is wrong with a field of the form; {@code null} when nothing is. */
    public Mistake wrong(String field) {
        return sense.mistakes().stream().filter(mistake -> fieldOf(mistake).equals(field)).findFirst().orElse(null);
    }

    /** Where a mistake can be mended: the name of a field, or empty where there is none. */
    static String fieldOf(Mistake mistake) {
        return switch (mistake) {
            case KIND -> EntryTyped.KIND;
            case ACTIVITY -> EntryTyped.ACTIVITY;
            case DAY, FUTURE, BEFOREPLAN -> EntryTyped.WHEN;
            case MINUTES -> EntryTyped.LENGTH;
            case GOAL -> EntryTyped.GOAL;
            case PLACE -> EntryTyped.PLACE;
            case WITH -> EntryTyped.WITH;
            case NOTE -> EntryTyped.NOTE;
            case NOPLAN, MANYTODAY, MANY, UNFIT, ABSENT -> "";
        };
    }

    public boolean isCorrection() {
        return act != null;
    }

    public String getSure() {
        return Question.names(sense.questions());
    }

    public List<Activity> getActivities() {
        return List.of(Activity.values());
    }

    public List<SpokeDutch> getSpoken() {
        return List.of(SpokeDutch.values());
    }

    public LocalDate getYesterday() {
        return about.today().minusDays(1);
    }

    /** Whether the day is neither today nor yesterday: also of a form that was made before midnight. */
    public boolean isOtherDay() {
        LocalDate day = typed.day();
        return typed.value(EntryTyped.WHEN).equals(EntryTyped.OTHER)
                || day != null && !day.equals(about.today()) && !day.equals(getYesterday());
    }

    /** The day when it is another one, as it was filled in. */
    public String getDate() {
        return isOtherDay() && typed.day() != null ? typed.day().toString() : typed.value(EntryTyped.DATE);
    }

    /** The lengths that one tap tells, in minutes. */
    public List<Integer> getLengths() {
        return EntryTyped.LENGTHS;
    }

    /** The hours that can be chosen. */
    public List<Integer> getHours() {
        return IntStream.rangeClosed(0, HOURS_IN_DAY).boxed().toList();
    }

    /** The minutes that can be chosen. */
    public List<Integer> getMinutes() {
        return IntStream.range(0, QUARTERS).map(quarter -> quarter * Written.STEP).boxed().toList();
    }

    /** Whether more is told than what was done, when, for how long and in which language. */
    public boolean isMoreOpen() {
        return photo.kept() != null || photo.refusal() != null
                || Stream.of(EntryTyped.GOAL, EntryTyped.PLACE, EntryTyped.WITH, EntryTyped.NOTE)
                        .anyMatch(field -> !typed.value(field).isEmpty() || wrong(field) != null)
                || wrong(EntryTyped.KIND) != null;
    }
}

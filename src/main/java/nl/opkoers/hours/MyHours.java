package nl.opkoers.hours;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.Courses;
import nl.opkoers.dossier.Home;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.page.Ids;

/** The hours of the participant who is signed in, and of nobody else. */
@RequestScoped
class MyHours {

    private static final int MOST_PAGES = HourBook.MOST / HourShelf.ON_A_PAGE;

    private final SignedIn signedIn;
    private final Courses courses;
    private final HourBook book;
    private final HourShelf shelf;
    private final Standings standings;

    MyHours(SignedIn signedIn, Courses courses, HourBook book, HourShelf shelf, Standings standings) {
        this.signedIn = signedIn;
        this.courses = courses;
        this.book = book;
        this.shelf = shelf;
        this.standings = standings;
    }

    /**
     * How my hours stand.
     *
     * @param saved     what was sent or kept just now; {@code null} when nothing was
     * @param week      how many days were sent at once just now; {@code null} when none were
     * @param standings kind by kind
     * @param elsewhere what the municipality counts and nobody logs here
     * @param first     what waits for me
     * @param still     what the municipality goes on counting although it does not count here
     * @param again     what one tap logs once more today; {@code null} when there is nothing
     * @param month     {@code null} when there are no entries
     * @param open      whether hours can be logged: there is a plan
     */
    record Overview(Entry saved, Integer week, List<Standing> standings, List<Course.Counted> elsewhere, List<Entry> first,
            List<Entry> still, EntryForm again, HourShelf.Month month, boolean open) {
    }

    /** A page about where I stand. */
    TemplateInstance page(BiFunction<Home, Course, TemplateInstance> template) {
        return courses.page(template);
    }

    /** A page for which my plan has to be known. */
    TemplateInstance with(Function<Course, TemplateInstance> template) {
        return courses.page((home, course) -> template.apply(course));
    }

    /** What I see instead, for who falls under an earlier act. */
    Optional<TemplateInstance> instead() {
        return courses.instead();
    }

    /**
     * Where I stand.
     *
     * @throws MunicipalityUnreachable when nothing is known of it
     */
    Course course() {
        return courses.mine().known().orElseThrow(() -> new MunicipalityUnreachable("nothing was kept"));
    }

    /** Whether there was ever a plan: before that no hours can count. */
    static boolean hasPlan(Course course) {
        return course.versions().stream().anyMatch(plan -> plan.signedOn() != null);
    }

    Optional<Entry> find(UUID id) {
        return book.find(key(), id);
    }

    /** Those of my entries that these are the ids of. */
    Map<UUID, Entry> find(Collection<UUID> ids) {
        return book.find(key(), ids);
    }

    /** How far the municipality has heard that an entry counts; empty when it does not count. */
    Optional<Delivery.Step> delivery(Entry entry) {
        return entry.state() == State.ACCEPTED ? shelf.delivery(key(), entry.id()) : Optional.empty();
    }

    /** What the municipality was told of an entry that it may count otherwise, the first thing first. */
    List<Telling> told(Entry entry) {
        return book.told(key(), List.of(entry)).getOrDefault(entry.id(), List.of());
    }

    /** What I logged last. */
    Optional<Entry> latest() {
        return shelf.latest(key());
    }

    Overview overview(Course course, String saved, Integer week, String month, Integer page) {
        List<Standing> mine = standings.mine(key(), course, courses.mine().asOf());
        boolean open = hasPlan(course);
        return new Overview(Ids.of(saved).flatMap(this::find).orElse(null), week, mine, elsewhere(course, mine), shelf.first(key()),
                shelf.stillCounted(key()), open ? again(course).orElse(null) : null,
                shelf.month(key(), month(month), page(page)).orElse(null), open);
    }

    private Optional<EntryForm> again(Course course) {
        EntryForm.About about = EntryForm.About.of(course);
        return latest().filter(entry -> entry.written().day().isBefore(course.today()))
                .filter(entry -> about.kinds().contains(entry.written().kind())).map(entry -> EntryForm.again(entry, about));
    }

    private static List<Course.Counted> elsewhere(Course course, List<Standing> standings) {
        return course.getCountedHours().stream().filter(counted -> counted.kind() == null || standings.stream()
                .filter(standing -> standing.count() != null).map(standing -> standing.kind().counted()).filter(Objects::nonNull)
                .noneMatch(counted.kind()::equals)).toList();
    }

    private static YearMonth month(String asked) {
        try {
            return asked == null ? null : YearMonth.parse(asked);
        } catch (DateTimeException garbled) {
            return null;
        }
    }

    private static int page(Integer asked) {
        return asked == null ? 1 : Math.min(Math.max(asked, 1), MOST_PAGES);
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}

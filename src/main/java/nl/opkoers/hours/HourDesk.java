package nl.opkoers.hours;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.KnownAgenda;
import nl.opkoers.hours.Logged.Outcome;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.contract.Agenda;
import org.jboss.logging.Logger;

/** Where people hand in their hours: looks whether that makes sense, and keeps it. What is refused is noted, without whose it was. */
@ApplicationScoped
public class HourDesk {

    private static final Logger LOG = Logger.getLogger(HourDesk.class);

    private final HourBook book;
    private final KnownAgenda agendas;
    private final Clock clock;

    HourDesk(HourBook book, KnownAgenda agendas, Clock clock) {
        this.book = book;
        this.agendas = agendas;
        this.clock = clock;
    }

    /**
     * Sends hours to the coach: for the first time, or with something corrected. Doing it twice is the same as doing it once.
     *
     * @param entry made where it was written
     * @param act   the id of the entry itself when it is sent for the first time, otherwise made with the form
     * @param sure  whether the person says that it is right, of what is asked
     */
    public Handed send(ParticipantKey key, Course course, UUID entry, UUID act, Written written, Predicate<Sense> sure) {
        Optional<Entry> before = book.find(key, entry);
        return before.filter(kept -> kept.has(act)).map(Handed::taken).orElseGet(() -> {
            Sense sense = look(key, course, entry, written);
            return sense.isMistaken() || sense.isQuestioned() && !sure.test(sense) ? refuse(sense) : sendLooked(key, entry, act, written);
        });
    }

    /** Sends hours that were looked at. Doing it twice is the same as doing it once. */
    Handed sendLooked(ParticipantKey key, UUID entry, UUID act, Written written) {
        return log(key, entry, new Act.Sent(act, clock.instant(), written));
    }

    /**
     * Keeps hours to send later.
     *
     * @param act  not the id of the entry
     * @param sure whether the person says that it is right, of the one thing that is asked before anything is kept
     */
    public Handed save(ParticipantKey key, Course course, UUID entry, UUID act, Written written, Predicate<Sense> sure) {
        Sense sense = look(key, course, entry, written).only(Question.BSN);
        return sense.isMistaken() || sense.isQuestioned() && !sure.test(sense) ? refuse(sense)
                : log(key, entry, new Act.Saved(act, clock.instant(), written));
    }

    /** Takes an entry back. */
    public Handed withdraw(ParticipantKey key, UUID entry, UUID act) {
        return log(key, entry, new Act.Withdrawn(act, clock.instant()));
    }

    /** Whether this makes sense, as an entry with this id. Who logged a kind of hours may correct it, whatever they log now. */
    public Sense look(ParticipantKey key, Course course, UUID entry, Written written) {
        return look(key, course, Map.of(entry, written)).get(entry);
    }

    /** The same of several, by the id of the entry: what is known around them is read once for all. */
    Map<UUID, Sense> look(ParticipantKey key, Course course, Map<UUID, Written> all) {
        List<Entry> around = Stream.concat(around(key, all.values()).stream(), together(all)).toList();
        boolean timed = all.values().stream().anyMatch(written -> written.from() != null);
        Optional<Agenda> agenda = timed ? agendas.of(key).known() : Optional.empty();
        Map<UUID, Entry> before = book.find(key, all.keySet());
        Map<UUID, Sense> found = new HashMap<>();
        all.forEach((entry, written) -> {
            Optional<Kind> kind = Optional.ofNullable(before.get(entry)).map(kept -> kept.written().kind());
            found.put(entry, new SenseChecks(Setting.of(course, entry, kind, around, agenda)).look(written));
        });
        return found;
    }

    /** What is looked at together counts for each other too: a day is as long as all that is said of it. */
    private static Stream<Entry> together(Map<UUID, Written> all) {
        return all.entrySet().stream().filter(one -> one.getValue().day() != null)
                .map(one -> new Entry(one.getKey(), one.getValue(), State.WAITING, 0, List.of()));
    }

    /** Those of the days around what was written, as far as that tells a day. */
    private List<Entry> around(ParticipantKey key, Collection<Written> all) {
        List<LocalDate> days = all.stream().map(Written::day).filter(Objects::nonNull).sorted().toList();
        return days.isEmpty() ? List.of() : book.of(key, days.get(0).minusDays(SenseChecks.DAYS_AROUND),
                days.get(days.size() - 1).plusDays(SenseChecks.DAYS_AROUND + 1L));
    }

    private Handed log(ParticipantKey key, UUID entry, Act act) {
        Logged logged = book.log(key, entry, act);
        return logged.isThere() ? Handed.taken(logged.entry().orElseThrow()) : refuse(Sense.mistaken(mistake(logged.outcome())));
    }

    private static Mistake mistake(Outcome outcome) {
        return switch (outcome) {
            case MANY -> Mistake.MANY;
            case MANYTODAY -> Mistake.MANYTODAY;
            case ABSENT -> Mistake.ABSENT;
            default -> Mistake.UNFIT;
        };
    }

    private static Handed refuse(Sense sense) {
        if (sense.isMistaken()) {
            LOG.infof("Hours are not taken: %s", sense.mistakes());
        }
        return Handed.not(sense);
    }
}

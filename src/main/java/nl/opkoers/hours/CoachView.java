package nl.opkoers.hours;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.dossier.CaseloadCourses;
import nl.opkoers.dossier.Course;
import nl.opkoers.dossier.KnownAgenda;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.municipality.contract.Pip;

/** Puts together what a coach has to see of somebody's hours. So many queries for a person, however many entries there are. */
@RequestScoped
class CoachView {

    /** As many as stay one page on a phone; what comes after them is next. */
    private static final int MOST_SHOWN = 40;

    private final HourBook book;
    private final Standings standings;
    private final CaseloadCourses courses;
    private final KnownAgenda agendas;
    private final Judge judge;
    private final Clock clock;

    CoachView(HourBook book, Standings standings, CaseloadCourses courses, KnownAgenda agendas, Judge judge, Clock clock) {
        this.book = book;
        this.standings = standings;
        this.courses = courses;
        this.agendas = agendas;
        this.judge = judge;
        this.clock = clock;
    }

    /** @param next whose hours wait after these; {@code null} when nobody's do */
    PersonHours of(Caseload.Member member, Caseload.Member next) {
        ParticipantKey key = judge.key(member);
        Seen<Course> course = courses.of(member);
        List<Entry> waiting = book.waiting(key.municipality(), List.of(member.participant())).stream().map(Waiting::entry).toList();
        List<Entry> shown = waiting.subList(0, Math.min(MOST_SHOWN, waiting.size()));
        Around around = around(key, course, shown);
        List<Standing> standing = course.known().map(known -> standings.of(key, known, course.asOf())).orElse(List.of());
        return new PersonHours(member, course.staleOf(), course.known().isEmpty(), standing, still(key, around),
                PersonHours.byWeek(shown.stream().map(around::judged).toList()), waiting.size() - shown.size(), around.pattern(),
                lately(key, around), next);
    }

    /** Without what was told again: that is the municipality's now. */
    private List<Judged> still(ParticipantKey key, Around around) {
        List<Entry> entries = book.stillCounted(key);
        Map<UUID, List<Telling>> told = book.told(key, entries);
        return entries.stream().map(entry -> around.judged(entry, told.get(entry.id())))
                .filter(one -> !one.getStill().again()).toList();
    }

    /** One entry; empty when this person never sent one with this id. What they keep for themselves is not for their coach. */
    Optional<Judged> find(Caseload.Member member, UUID id) {
        return find(member, List.of(id)).stream().findFirst();
    }

    /** The same of several, in this order: as many queries as for one. */
    List<Judged> find(Caseload.Member member, List<UUID> ids) {
        ParticipantKey key = judge.key(member);
        Map<UUID, Entry> found = book.find(key, ids);
        List<Entry> sent = ids.stream().map(found::get).filter(entry -> entry != null && !entry.isNew()).toList();
        if (sent.isEmpty()) {
            return List.of();
        }
        Around around = around(key, courses.of(member), sent);
        Map<UUID, List<Telling>> told = book.told(key, sent);
        return sent.stream().map(entry -> around.judged(entry, told.getOrDefault(entry.id(), List.of()))).toList();
    }

    private List<Judged> lately(ParticipantKey key, Around around) {
        Instant since = clock.instant().minus(Entry.UNDO_WITHIN);
        return book.judgedSince(key, since).stream().map(around::judged)
                .sorted(Comparator.comparing((Judged judged) -> judged.getDecision().at()).reversed()).toList();
    }

    private Around around(ParticipantKey key, Seen<Course> course, Collection<Entry> entries) {
        LocalDate today = Dates.today(clock);
        LocalDate from = entries.stream().map(entry -> entry.written().day().minusDays(SenseChecks.DAYS_AROUND))
                .min(Comparator.naturalOrder()).filter(day -> day.isBefore(today.minusWeeks(Regularity.WEEKS)))
                .orElse(today.minusWeeks(Regularity.WEEKS));
        List<Entry> known = book.of(key, from, today.plusDays(1)).stream().filter(entry -> !entry.isNew()).toList();
        Optional<Agenda> agenda = entries.stream().anyMatch(entry -> entry.written().from() != null)
                ? agendas.of(key).known() : Optional.empty();
        return new Around(course.known(), known, Regularity.in(known, today), agenda, clock.instant());
    }

    /** What is known around entries, read once for all of them. */
    private record Around(Optional<Course> course, List<Entry> known, List<Regularity> pattern, Optional<Agenda> agenda,
            Instant now) {

        Judged judged(Entry entry) {
            return judged(entry, List.of());
        }

        Judged judged(Entry entry, List<Telling> told) {
            boolean usual = pattern.stream().anyMatch(regularity -> regularity.has(entry.written()));
            return new Judged(entry, goal(entry.written().goal()), usual, remarks(entry), told, now);
        }

        /** In the words of the plan, in which more than one wish may go by the same code. */
        private String goal(String code) {
            return code == null ? null : course.stream().flatMap(where -> where.versions().stream())
                    .flatMap(plan -> plan.goals().stream()).filter(goal -> code.equals(goal.code()))
                    .map(Pip.Goal::developmentWish).filter(Objects::nonNull).distinct()
                    .reduce((one, other) -> one + " / " + other).orElse(code);
        }

        private List<Question> remarks(Entry entry) {
            return course.map(where -> Setting.of(where, entry.id(), Optional.of(entry.written().kind()), known, agenda))
                    .map(setting -> new SenseChecks(setting).look(entry.written()).questions()).orElse(List.of());
        }
    }
}

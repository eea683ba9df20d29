package nl.opkoers.agenda;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.opkoers.agenda.Entry.Sort;
import nl.opkoers.language.Durations;

/**
 * Says how much time a week takes. It counts and judges nothing.
 *
 * @param texts     those of the language
 * @param durations those of the same language
 */
record LoadWords(AgendaMessages texts, Durations durations) {

    private static final int HALF_HOUR = 30;

    /** In halves of an hour; empty when nothing takes time. */
    String of(Load load) {
        if (load.isEmpty()) {
            return "";
        }
        List<String> parts = load.bySort().entrySet().stream().map(this::part).toList();
        if (parts.size() == 1) {
            return texts.load_one(parts.get(0));
        }
        String words = texts.load_all(about(load.total()), joined(parts));
        Duration sum = load.bySort().values().stream().reduce(Duration.ZERO, Duration::plus);
        return sum.equals(load.total()) ? words : texts.load_overlap(words);
    }

    private String part(Map.Entry<Sort, Duration> part) {
        String hours = about(part.getValue());
        return switch (part.getKey()) {
            case LESSON, SCHOOL_TEST -> texts.load_lessons(hours);
            case EXAM -> texts.load_exams(hours);
            case APPOINTMENT -> texts.load_appointments(hours);
            case PARTICIPATION -> texts.load_participation(hours);
            case WORK -> texts.load_work(hours);
        };
    }

    private String joined(List<String> parts) {
        String words = parts.get(parts.size() - 1);
        for (int part = parts.size() - 2; part >= 0; part--) {
            words = texts.load_join(parts.get(part), words);
        }
        return words;
    }

    /** To the nearest half hour, and never to nothing. */
    private String about(Duration time) {
        long halves = Math.max(1, Math.round((double) time.toMinutes() / HALF_HOUR));
        return durations.hours(Duration.ofMinutes(halves * HALF_HOUR));
    }
}

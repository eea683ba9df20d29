package nl.opkoers.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is read from the rows to tell whether somebody waits: one query each, over an index that holds only what waits. Every
 * measure is of one municipality; of times, those since the oldest began.
 */
enum Reading {

    FEED("feed_position left join lateral (select count(*) as missing from feed_gap gap"
            + " where gap.municipality = feed_position.municipality) gaps on true", List.of(),
            measure("opkoers.feed.lag.seconds", "Since the municipality's feed of events was last read; since 1970 when it never was",
                    "extract(epoch from cast(:now as timestamptz) - coalesce(min(read_at), 'epoch'))"),
            measure("opkoers.feed.gaps", "Runs of numbers that are missing from the feed and may still turn up", "sum(missing)")),

    ANSWERS("conversation where waiting_since is not null", List.of(),
            measure("opkoers.answers.waiting", "Conversations in which somebody waits for an answer", "count(*)"),
            measure("opkoers.answers.oldest.seconds", "Since who waits longest began to wait",
                    "extract(epoch from cast(:now as timestamptz) - min(waiting_since))"),
            measure("opkoers.answers.overdue", "Answers that were promised before today, or before an earlier day",
                    "count(*) filter (where answer_before <= :today)"),
            measure("opkoers.answers.overdue.oldest.seconds", "Since the day began before which the most overdue one was promised",
                    "extract(epoch from cast(:now as timestamptz) - cast(min(answer_before) filter (where answer_before <= :today)"
                            + " as timestamp) at time zone 'Europe/Amsterdam')")),

    OUTBOX("outbox where state = 'WAITING'", List.of(),
            measure("opkoers.outbox.waiting", "What people sent that the municipality has not decided about", "count(*)"),
            measure("opkoers.outbox.oldest.seconds", "Since the oldest of that was sent",
                    "extract(epoch from cast(:now as timestamptz) - min(created_at))")),

    DOSSIERS("dossier_snapshot where changes <> seen_changes", List.of(),
            measure("opkoers.dossiers.outdated", "Dossiers that were heard to have changed and were not read again yet", "count(*)")),

    AGENDAS("agenda_snapshot where changes <> seen_changes", List.of(),
            measure("opkoers.agendas.outdated", "Agendas that were heard to have changed and were not read again yet", "count(*)")),

    /** What nobody takes is due again and again, and so never for long: it counts from when it failed first. */
    NOTICES("notice where due_at is not null and state in ('WAITING', 'SENDING') and (due_at <= :now or failing_since is not null)",
            List.of(),
            measure("opkoers.notices.waiting", "Notices that should be on their way by now", "count(*)"),
            measure("opkoers.notices.oldest.seconds", "Since the oldest of these was due, or failed first",
                    "extract(epoch from cast(:now as timestamptz) - min(least(due_at, failing_since)))")),

    /** What is given up was made more than a day before that; when it was made at all is asked for the sake of the index. */
    FAILED_NOTICES("notice where created_at > :lately and settled_at > :yesterday and state in ('FAILED', 'REFUSED', 'LOST')",
            List.of("channel", "state"),
            measure("opkoers.notices.failed", "Notices of the last 24 hours that did not arrive, as far as is known", "count(*)"));

    /** What is counted in the rows: how it is called, what it means, and how it is worked out. */
    private record Measure(String name, String meaning, String worked) {
    }

    private final String rows;
    private final List<String> labels;
    private final List<Measure> measures;

    Reading(String rows, List<String> labels, Measure... measures) {
        this.rows = rows;
        this.labels = labels;
        this.measures = List.of(measures);
    }

    private static Measure measure(String name, String meaning, String worked) {
        return new Measure(name, meaning, worked);
    }

    /** What tells rows of one municipality apart. */
    List<String> labels() {
        return labels;
    }

    /** The names of the measures, in the order of their columns, with what they mean. */
    Map<String, String> measures() {
        Map<String, String> meanings = new LinkedHashMap<>();
        measures.forEach(each -> meanings.put(each.name(), each.meaning()));
        return meanings;
    }

    /** First the municipality, then the labels, then the measures; a time is null when there is nothing. */
    String query() {
        String keys = "municipality" + labels.stream().map(label -> ", " + label).collect(Collectors.joining());
        return "select " + keys + ", " + measures.stream().map(each -> "cast(" + each.worked() + " as double precision)")
                .collect(Collectors.joining(", ")) + " from " + rows + " group by " + keys;
    }
}

package nl.opkoers.hours;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.municipality.ReportedHours;

/**
 * What the municipality has to be told of an entry: whatever is so here, and is not what it heard last. What happened in between
 * is not told, and nothing is told as long as something is under way.
 *
 * @param judgement the acceptance that it is about
 * @param given     the municipality's own id of what is corrected; {@code null} when it does not have the entry yet
 */
record Report(UUID judgement, ReportedHours hours, String given) {

    /**
     * What is to be told now.
     *
     * @param tellings all that was told before, the first one first
     */
    static Optional<Report> of(Entry entry, List<Telling> tellings) {
        if (tellings.stream().anyMatch(Telling::isUnderWay)) {
            return Optional.empty();
        }
        Optional<Telling> heard = last(tellings.stream().filter(Telling::isTaken).toList());
        Optional<Telling> refused = last(tellings).filter(Telling::isRefused);
        return accepted(entry, heard).or(() -> withdrawn(entry, heard))
                .filter(report -> heard.filter(telling -> telling.hours().equals(report.hours())).isEmpty())
                .filter(report -> refused.filter(telling -> telling.hours().equals(report.hours())).isEmpty());
    }

    private static Optional<Report> accepted(Entry entry, Optional<Telling> heard) {
        return entry.state() != State.ACCEPTED ? Optional.empty() : entry.judgement()
                .map(judgement -> new Report(judgement.id(), hours(entry.written(), judgement), given(heard)));
    }

    private static Optional<Report> withdrawn(Entry entry, Optional<Telling> heard) {
        return entry.state() == State.ACCEPTED ? Optional.empty()
                : heard.map(telling -> new Report(telling.judgement(), telling.hours().asWithdrawn(), telling.given()));
    }

    private static ReportedHours hours(Written written, Act.Judgement judgement) {
        return new ReportedHours(written.kind() == Kind.PARTICIPATION ? null : written.kind().code(), written.day(),
                written.minutes(), written.activity().code(), written.place(),
                written.dutch() == null ? null : written.dutch().code(), written.goal(), judgement.by(), judgement.at(), false);
    }

    private static String given(Optional<Telling> heard) {
        return heard.map(Telling::given).orElse(null);
    }

    private static Optional<Telling> last(List<Telling> tellings) {
        return tellings.isEmpty() ? Optional.empty() : Optional.of(tellings.get(tellings.size() - 1));
    }
}

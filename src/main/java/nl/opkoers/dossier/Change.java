package nl.opkoers.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Dossier;
import nl.opkoers.municipality.contract.Part;

/** Something in the dossier that its source changed since the person's previous visit. */
public record Change(What what, Part part) {

    /** The parts whose change matters to the person. */
    public enum What {
        PERSON(Dossier::person), GROUP(Dossier::group), DUTY(Dossier::duty), MOVE(Dossier::move), PLAN(Dossier::pip),
        TERM(Dossier::term), INTAKE(Dossier::intake), LEARNABILITY(Dossier::learnabilityTest),
        SCHOOL(Dossier::courseOffer), EXAMS(Dossier::exams), HOURS(Dossier::hours), PVT(Dossier::pvt), MAP(Dossier::map),
        CLOSING(Dossier::zRoute), EXEMPTIONS(Dossier::exemptions), DISPENSATIONS(Dossier::dispensations),
        PEOPLE(Dossier::contacts), UNBURDENING(Dossier::unburdening), PROGRESS(Dossier::progress),
        COMPLETION(Dossier::completion);

        private final Function<Dossier, Part> part;

        What(Function<Dossier, Part> part) {
            this.part = part;
        }
    }

    /** What changed since then, the latest first; nothing at a first visit, when everything is new. */
    static List<Change> since(Optional<Instant> previousVisit, Dossier dossier) {
        return previousVisit.stream()
                .flatMap(then -> Stream.of(What.values())
                        .map(what -> new Change(what, what.part.apply(dossier)))
                        .filter(change -> change.part() != null && change.part().updatedAt() != null
                                && change.part().updatedAt().isAfter(then)))
                .sorted(Comparator.comparing((Change change) -> change.part().updatedAt()).reversed())
                .toList();
    }
}

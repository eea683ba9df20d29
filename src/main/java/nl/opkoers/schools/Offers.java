package nl.opkoers.schools;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.LastSeen;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.PracticePlaces;
import nl.opkoers.municipality.contract.Providers;
import org.hibernate.StatelessSession;

/** What the municipality for which this is done says that is on offer. About nobody, and the same for everybody there. */
@ApplicationScoped
public class Offers {

    private final Municipalities municipalities;
    private final Function<String, Shelves> make;
    private final Map<String, Shelves> shelves = new ConcurrentHashMap<>();

    /** Those of one municipality. */
    private record Shelves(OfferShelf<LessonCourse> courses, OfferShelf<PracticePlace> places) {
    }

    Offers(Municipalities municipalities, MunicipalClient client, Contract contract, LastSeen lastSeen,
            StatelessSession session, Clock clock) {
        this.municipalities = municipalities;
        this.make = code -> new Shelves(
                new OfferShelf<>(new OfferSnapshot.Key(code, "COURSES"),
                        body -> Reading.courses(contract.read(body, Providers.class)), client::providers, lastSeen, session, clock),
                new OfferShelf<>(new OfferSnapshot.Key(code, "PLACES"),
                        body -> Reading.places(contract.read(body, PracticePlaces.class)), client::practicePlaces, lastSeen, session,
                        clock));
    }

    private Shelves here() {
        return shelves.computeIfAbsent(municipalities.code(), make);
    }

    /** Every course of every school, and how well that is known. */
    public Seen<List<LessonCourse>> courses() {
        return here().courses().all();
    }

    /** Every place to practise, and how well that is known. */
    public Seen<List<PracticePlace>> places() {
        return here().places().all();
    }

    /**
     * One course; empty when there is none with this id now.
     *
     * @throws MunicipalityUnreachable when nothing is known: that it is not there can only be said when it is known what is
     */
    public Optional<LessonCourse> course(String id) {
        return one(courses(), id);
    }

    /** One place to practise, in the same way. */
    public Optional<PracticePlace> place(String id) {
        return one(places(), id);
    }

    /** Those of these courses that there are now, in this order; throws as {@link #course} does. */
    static List<LessonCourse> among(Seen<List<LessonCourse>> courses, Collection<String> ids) {
        return ids.stream().flatMap(id -> one(courses, id).stream()).toList();
    }

    /** One of those that were looked up: while the municipality does not answer, looking up each again would take as long again. */
    static <T extends Offer> Optional<T> one(Seen<List<T>> offers, String id) {
        if (offers instanceof Seen.Unavailable<List<T>>) {
            throw new MunicipalityUnreachable("nothing was kept");
        }
        return offers.known().flatMap(all -> all.stream().filter(offer -> offer.id().equals(id)).findFirst());
    }
}

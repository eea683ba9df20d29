package nl.opkoers.schools;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.LastSeen;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.PracticePlaces;
import nl.opkoers.municipality.contract.Providers;
import org.hibernate.StatelessSession;

/** What the municipality says that is on offer. About nobody, and the same for everybody. */
@ApplicationScoped
public class Offers {

    private final OfferShelf<LessonCourse> courses;
    private final OfferShelf<PracticePlace> places;

    Offers(Municipalities municipalities, MunicipalClient client, Contract contract, LastSeen lastSeen,
            StatelessSession session, Clock clock) {
        this.courses = new OfferShelf<>(new OfferSnapshot.Key(municipalities.code(), "COURSES"),
                body -> Reading.courses(contract.read(body, Providers.class)), client::providers, lastSeen, session, clock);
        this.places = new OfferShelf<>(new OfferSnapshot.Key(municipalities.code(), "PLACES"),
                body -> Reading.places(contract.read(body, PracticePlaces.class)), client::practicePlaces, lastSeen, session, clock);
    }

    /** Every course of every school, and how well that is known. */
    public Seen<List<LessonCourse>> courses() {
        return courses.all();
    }

    /** Every place to practise, and how well that is known. */
    public Seen<List<PracticePlace>> places() {
        return places.all();
    }

    /** One course; empty when there is none with this id now, or nothing is known. */
    public Optional<LessonCourse> course(String id) {
        return one(courses(), id);
    }

    /** One place to practise; empty when there is none with this id now, or nothing is known. */
    public Optional<PracticePlace> place(String id) {
        return one(places(), id);
    }

    private static <T extends Offer> Optional<T> one(Seen<List<T>> offers, String id) {
        return offers.known().flatMap(all -> all.stream().filter(offer -> offer.id().equals(id)).findFirst());
    }
}

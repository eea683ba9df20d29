package nl.opkoers.schools;

import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.Sent;
import nl.opkoers.page.Show;

/** A course or a place to practise of which somebody says that something is not right. */
record Doubted(Offer offer) {

    public String name() {
        return offer.name();
    }

    /** Whose it is: the school of a course, who runs a place; {@code null} when not known. */
    public String by() {
        return offer instanceof LessonCourse course ? course.school().name() : ((PracticePlace) offer).organisation();
    }

    public boolean isPlace() {
        return offer instanceof PracticePlace;
    }

    /** The address of its page. */
    public String path() {
        return (isPlace() ? "/schools/places/" : "/schools/") + Show.path(offer.id());
    }

    /** Whether this was said of it, or of another course of the same school. */
    boolean isSubjectOf(Sent sent) {
        return offer instanceof LessonCourse course
                ? sent.kind() == Outgoing.Kind.OFFER_REPORT && sent.subject().equals(course.school().id())
                : sent.kind() == Outgoing.Kind.PLACE_REPORT && sent.subject().equals(offer.id());
    }

    /** What the municipality is told: nothing about who says it. */
    Outgoing outgoing(ParticipantKey key, OfferMistake mistake, Language language) {
        String note = mistake.note().isEmpty() ? null : mistake.note();
        String kind = mistake.kind().code();
        return offer instanceof LessonCourse course
                ? Outgoing.offerReport(key.municipality(), key.participant(), mistake.once(offer.id()), course.school().id(), kind, course.id(),
                        note, language.tag())
                : Outgoing.placeReport(key.municipality(), key.participant(), mistake.once(offer.id()), offer.id(), kind, note,
                        language.tag());
    }
}

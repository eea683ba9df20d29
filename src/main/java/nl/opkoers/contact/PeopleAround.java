package nl.opkoers.contact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.opkoers.dossier.Course;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.municipality.contract.CourseOffer;

/**
 * Everybody whom a person can ask.
 *
 * @param told   whether the municipality says who they are at all: only then is nobody nobody
 * @param school where the person has, or will have, lessons; {@code null} when that is not known or not yet so
 */
record PeopleAround(boolean told, List<Near> near, CourseOffer.School school, List<Office> offices) {

    private static final Set<Agenda.Kind> TALKS =
            Set.of(Agenda.Kind.APPOINTMENT, Agenda.Kind.INTAKE, Agenda.Kind.PVT, Agenda.Kind.MAP, Agenda.Kind.CLOSING);

    /**
     * @param agenda {@code null} when it is not known: then what the dossier tells of talks is what there is
     * @param noted  who answers for the plan instead, as that colleague noted here; {@code null} when nothing was noted
     */
    static PeopleAround of(Course course, Agenda agenda, Contacts.Substitute noted, LawBook law, Instant now) {
        List<Near> near = course.contacts().stream().map(contact -> new Near(contact, course.isNew(contact),
                course.dossier().contacts().predecessorOf(contact).orElse(null), substitute(contact, course, noted),
                talk(contact, course, agenda, now))).toList();
        return new PeopleAround(course.dossier().contacts() != null, near, school(course.dossier().courseOffer()),
                List.of(office(Office.Name.DUO, RuleKey.DUO_PHONE, fact(RuleKey.EXAM_REGISTRATION_SITE, course, law), course, law),
                        office(Office.Name.IND, RuleKey.IND_PHONE, null, course, law)));
    }

    /** Who answers for somebody today; {@code null} when they are there. */
    private static Contacts.Substitute substitute(Contacts.Contact contact, Course course, Contacts.Substitute noted) {
        return contact.substituteOn(course.today()).orElse(contact.equals(course.getContact()) ? noted : null);
    }

    private static Instant talk(Contacts.Contact contact, Course course, Agenda agenda, Instant now) {
        Stream<Instant> talks = agenda == null
                ? course.planned().stream().filter(planned -> planned.certain() && isWith(contact, planned.meeting().with()))
                        .map(planned -> planned.meeting().begin())
                : agenda.items().stream().filter(item -> TALKS.contains(item.kind()) && !item.cancelled() && isWith(contact, item.with()))
                        .map(Agenda.Item::begin);
        return talks.filter(begin -> begin != null && begin.isAfter(now)).min(Instant::compareTo).orElse(null);
    }

    private static boolean isWith(Contacts.Contact contact, String name) {
        return name != null && name.equals(contact.name());
    }

    private static CourseOffer.School school(CourseOffer offer) {
        return offer == null || offer.school() == null || offer.school().name() == null || offer.stage() == CourseOffer.Stage.LOOKING
                || offer.stage() == CourseOffer.Stage.FINISHED ? null : offer.school();
    }

    private static Office office(Office.Name name, RuleKey phone, Fact site, Course course, LawBook law) {
        return new Office(name, fact(phone, course, law), site);
    }

    private static Fact fact(RuleKey key, Course course, LawBook law) {
        return law.ask(key, course.today(), course.getGroup(), course.getRoute()).known().orElse(null);
    }
}

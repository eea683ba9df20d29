package nl.opkoers.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Contacts;

/**
 * A conversation between a person and who helps them, about one subject; its turns are read apart.
 *
 * @param key      whose it is
 * @param contact  who was the person's contact at the municipality when it was last looked at; {@code null} when not known
 * @param closedAt when it was last closed; {@code null} when it never was
 */
public record Conversation(ParticipantKey key, Opening opening, Standing standing, Contact contact, Instant closedAt) {

    /** An employee, as the person knows them. */
    public record Contact(String id, String name) {

        /** Whether it is the same employee. @param other {@code null} when not known */
        boolean isSame(Contact other) {
            return other != null && id.equals(other.id);
        }

        /** As the municipality tells of them; empty when it does not say who it is. */
        static Optional<Contact> of(Contacts.Contact told) {
            return told.employeeId() == null || told.name() == null ? Optional.empty() : Optional.of(new Contact(told.employeeId(), told.name()));
        }
    }

    /** Whether it was open on any of these days: that is what a substitute sees. {@code null} is without a bound. */
    boolean isOpenWithin(LocalDate first, LocalDate last) {
        boolean begun = last == null || opening.at().isBefore(last.plusDays(1).atStartOfDay(Dates.AMSTERDAM).toInstant());
        boolean lasted = standing.open() || closedAt == null || first == null
                || !closedAt.isBefore(first.atStartOfDay(Dates.AMSTERDAM).toInstant());
        return begun && lasted;
    }

    /** Whether somebody else than the person's contact answers it. */
    boolean isAnsweredElsewhere() {
        return standing.assignedTo() != null && (contact == null || !standing.assignedTo().equals(contact.id()));
    }

    Conversation after(Turn turn) {
        return new Conversation(key, opening, standing.after(turn), contact, turn instanceof Turn.Closed ? turn.at() : closedAt);
    }

    /** Whether a colleague of this employee has it now, because it was sent on to them. */
    boolean isSentToAnother(String employee) {
        return standing.assignedTo() != null && !standing.assignedTo().equals(employee);
    }
}

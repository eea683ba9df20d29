package nl.opkoers.contact;

import java.time.LocalDate;
import nl.opkoers.language.Dates;
import nl.opkoers.law.WorkingDays;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.page.Show;

/**
 * A conversation as it stands in an inbox.
 *
 * @param name     of the person; {@code null} when not known
 * @param instead  for which colleague the coach stands in; {@code null} when it is their own, or was sent on to them
 * @param sentOn   whether it was sent on to this coach
 * @param reminder the one that is due; {@code null} when none is
 * @param promised when it was to be looked at, as the person was promised, and was not; {@code null} when nothing was, or not yet
 */
public record InboxLine(Conversation conversation, String name, Caseload.Instead instead, boolean sentOn, Reminder reminder,
        LocalDate promised, LocalDate today) {

    /** From which day on it is to be looked at; {@code null} when there is no such day. */
    LocalDate due() {
        return reminder == null ? promised : reminder.due();
    }

    /** The page of it. */
    public String getAddress() {
        return address(conversation);
    }

    static String address(Conversation conversation) {
        return ConversationsPage.PATH + "/" + Show.path(conversation.key().participant()) + "/" + conversation.opening().id();
    }

    public Opening getOpening() {
        return conversation.opening();
    }

    public Standing getStanding() {
        return conversation.standing();
    }

    /** Which colleague has it now; {@code null} when none has, or this coach does. */
    public String getSentTo() {
        return sentOn || instead != null ? null : conversation.standing().assignedName();
    }

    /** In which role the person would rather have somebody help; {@code null} when they did not say, or not so that it is known. */
    public Contacts.Role getWished() {
        Contacts.Role role = Contacts.Role.ofCode(conversation.opening().helper());
        return role == Contacts.Role.OTHER ? null : role;
    }

    /** Whether the day has come before which an answer was promised. */
    public boolean isLate() {
        return conversation.standing().isOverdue(today);
    }

    /** Whether it was asked on an earlier day: over a weekend or a holiday that is not a working day ago. */
    public boolean isAskedEarlier() {
        return Dates.dayOf(conversation.standing().waitingSince()).isBefore(today);
    }

    /** For how many working days the person has been waiting. */
    public int getWaits() {
        return WorkingDays.since(Dates.dayOf(conversation.standing().waitingSince()), today);
    }
}

package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;

/**
 * What the coach who is signed in does in a conversation. Only in one that they may read now: so whoever calls this has asked
 * {@link ConversationAccess} first.
 */
@RequestScoped
class Answers {

    private final Conversations conversations;
    private final Reminders reminders;
    private final Colleagues colleagues;
    private final SignedIn signedIn;
    private final Clock clock;

    Answers(Conversations conversations, Reminders reminders, Colleagues colleagues, SignedIn signedIn, Clock clock) {
        this.conversations = conversations;
        this.reminders = reminders;
        this.colleagues = colleagues;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What a form without mistakes says. @param file what goes along; {@code null} when nothing does */
    Spoken take(Conversation conversation, ActForm form, UUID file) {
        return switch (form.act()) {
            case ANSWER -> say(conversation, form, answer(form, file));
            case REFER -> refer(conversation, form);
            case CLOSE -> say(conversation, form,
                    new Turn.Closed(form.turn(null), now(), me().person(), me().shownName(), form.reason(), form.text(ActForm.NOTE)));
            case REMIND -> remind(conversation, form);
        };
    }

    /**
     * To whom of the municipality this can be sent on: who works here, who answers for the person, and whoever looks at it while a
     * colleague has it, who may not come back to it.
     */
    List<Conversation.Contact> others(Conversation conversation) {
        List<Conversation.Contact> known = colleagues.of(me());
        Stream<Conversation.Contact> contact = Stream.ofNullable(conversation.contact())
                .filter(each -> !each.id().equals(me().person()) && known.stream().noneMatch(other -> other.id().equals(each.id())));
        Stream<Conversation.Contact> back = Stream.of(new Conversation.Contact(me().person(), me().shownName()))
                .filter(mine -> conversation.isSentToAnother(mine.id()));
        return Stream.of(back, contact, known.stream()).flatMap(each -> each).toList();
    }

    /** The reminder of this coach in a conversation; {@code null} when there is none. */
    Reminder reminder(Conversation conversation) {
        return reminders.find(me(), conversation.key(), conversation.opening().id()).orElse(null);
    }

    /** Takes the reminder away. */
    void forget(Conversation conversation) {
        reminders.remove(me(), conversation.key(), conversation.opening().id());
    }

    /** Keeps that this coach has seen it up to a position. */
    void seen(Conversation conversation, int position) {
        colleagues.looked(me());
        conversations.seen(conversation.key(), conversation.opening().id(), me().person(), me().shownName(), position);
    }

    private Spoken say(Conversation conversation, ActForm form, Turn.OfStaff turn) {
        return conversations.answer(conversation.key(), conversation.opening().id(), turn, form.seen());
    }

    /** What the form of an answer says. @param file what goes along; {@code null} when nothing does */
    Turn.Answered answer(ActForm form, UUID file) {
        LocalDate before = form.promised();
        return new Turn.Answered(form.turn(file), now(), me().person(), me().shownName(), form.language().tag(), form.text(ActForm.TEXT),
                phrase(form, before), file == null ? List.of() : List.of(file), form.how() == ActForm.How.ASK, before);
    }

    /** Who says before when they answer, and nothing else, says that in the words there are for it. */
    private static Phrase phrase(ActForm form, LocalDate before) {
        if (form.sentence() != null) {
            return form.sentence().said();
        }
        return before == null || form.text(ActForm.TEXT) != null ? null
                : new Phrase(StandardPhrase.QUESTION_READ.name(), Map.of(Slot.DATE.key(), before.toString()));
    }

    /** On the day on which it is to be looked at, that is said to who sent it on. */
    private Spoken refer(Conversation conversation, ActForm form) {
        LocalDate on = form.day(ActForm.ON);
        String to = form.text(ActForm.TO);
        String toName = to == null ? form.text(ActForm.OUTSIDE) : others(conversation).stream()
                .filter(other -> other.id().equals(to)).map(Conversation.Contact::name).findFirst().orElseThrow(NotFoundException::new);
        Turn.Referred turn = new Turn.Referred(form.turn(null), now(), me().person(), me().shownName(), to, toName, form.text(ActForm.NOTE), on);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Spoken spoken = say(conversation, form, turn);
            if (on != null && spoken.outcome() == Spoken.Outcome.DONE) {
                keepBesides(conversation, on, toName);
            }
            return spoken;
        });
    }

    /** There is one reminder in a conversation: what the coach wanted to be reminded of stays in it, and it comes on the first of both days. */
    private void keepBesides(Conversation conversation, LocalDate on, String note) {
        Reminder had = reminder(conversation);
        if (had == null) {
            keep(conversation, on, note);
        } else if (had.due().isAfter(on)) {
            keep(conversation, on, note + "\n" + dated(had.due(), had.note()));
        } else {
            keep(conversation, had.due(), had.note() == null ? dated(on, note) : had.note() + "\n" + dated(on, note));
        }
    }

    /** A note for a later day, in Dutch as everything that is kept for who works here. */
    private static String dated(LocalDate day, String note) {
        String date = Dates.of(Language.NL).date(day);
        return note == null ? date : date + ": " + note;
    }

    private Spoken remind(Conversation conversation, ActForm form) {
        keep(conversation, form.day(ActForm.ON), form.text(ActForm.NOTE));
        return new Spoken(Spoken.Outcome.DONE, conversation);
    }

    private void keep(Conversation conversation, LocalDate on, String note) {
        ParticipantKey key = conversation.key();
        reminders.keep(me(), key, conversation.opening().id(), on, note);
    }

    private Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return Dates.today(clock);
    }

    private Session me() {
        return signedIn.coach();
    }
}

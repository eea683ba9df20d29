package nl.opkoers.contact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The sentences that who works for the municipality can choose from. They are written once in every language, with places for
 * what differs. What was said is kept by the name of a constant: a name never changes, and none is taken away.
 */
public enum StandardPhrase {
    APPOINTMENT(PhraseGroup.APPOINTMENT, (say, with) -> say.appointment(with[0], with[1], with[2]),
            Slot.DATE, Slot.TIME, Slot.PLACE),
    APPOINTMENT_MOVED(PhraseGroup.APPOINTMENT, (say, with) -> say.appointment_moved(with[0], with[1], with[2]),
            Slot.DATE, Slot.TIME, Slot.PLACE),
    APPOINTMENT_OFF(PhraseGroup.APPOINTMENT, (say, with) -> say.appointment_off(with[0]), Slot.DATE),
    BRING_ID(PhraseGroup.APPOINTMENT, (say, with) -> say.bring_id()),
    CALL_YOU(PhraseGroup.APPOINTMENT, (say, with) -> say.call_you(with[0], with[1], with[2]),
            Slot.DATE, Slot.FROM, Slot.UNTIL),
    WANT_INTERPRETER(PhraseGroup.APPOINTMENT, (say, with) -> say.want_interpreter()),
    INTERPRETER_COMES(PhraseGroup.APPOINTMENT, (say, with) -> say.interpreter_comes(with[0]), Slot.LANGUAGE),
    CANNOT_COME(PhraseGroup.APPOINTMENT, (say, with) -> say.cannot_come()),
    LESSON_OFF(PhraseGroup.LESSON, (say, with) -> say.lesson_off(with[0]), Slot.DATE),
    LESSON_FIRST(PhraseGroup.LESSON, (say, with) -> say.lesson_first(with[0], with[1], with[2]),
            Slot.DATE, Slot.TIME, Slot.PLACE),
    LESSON_TIME(PhraseGroup.LESSON, (say, with) -> say.lesson_time(with[0], with[1]), Slot.DATE, Slot.TIME),
    NOT_THERE(PhraseGroup.LESSON, (say, with) -> say.not_there()),
    QUESTION_READ(PhraseGroup.QUESTION, (say, with) -> say.question_read(with[0]), Slot.DATE),
    MORE_TIME(PhraseGroup.QUESTION, (say, with) -> say.more_time(with[0]), Slot.DATE),
    THANKS(PhraseGroup.QUESTION, (say, with) -> say.thanks()),
    NOTHING_TO_DO(PhraseGroup.QUESTION, (say, with) -> say.nothing_to_do()),
    TELL_MORE(PhraseGroup.QUESTION, (say, with) -> say.tell_more()),
    HOURS_APPROVED(PhraseGroup.HOURS, (say, with) -> say.hours_approved()),
    HOURS_LACK(PhraseGroup.HOURS, (say, with) -> say.hours_lack(with[0]), Slot.REASON),
    HOURS_LOOKING(PhraseGroup.HOURS, (say, with) -> say.hours_looking(with[0]), Slot.DATE),
    EXAM_PLANNED(PhraseGroup.EXAM, (say, with) -> say.exam_planned(with[0], with[1]), Slot.DATE, Slot.TIME),
    EXAM_REGISTER(PhraseGroup.EXAM, (say, with) -> say.exam_register(with[0], with[1]), Slot.PART, Slot.DATE),
    EXAM_RESULT(PhraseGroup.EXAM, (say, with) -> say.exam_result(with[0]), Slot.PART),
    CONGRATULATIONS(PhraseGroup.EXAM, (say, with) -> say.congratulations()),
    NOT_YET(PhraseGroup.EXAM, (say, with) -> say.not_yet()),
    LETTER_PHOTO(PhraseGroup.LETTER, (say, with) -> say.letter_photo(with[0]), Slot.ORGANISATION),
    LETTER_READ(PhraseGroup.LETTER, (say, with) -> say.letter_read()),
    LETTER_ANSWER(PhraseGroup.LETTER, (say, with) -> say.letter_answer(with[0], with[1]),
            Slot.ORGANISATION, Slot.DATE),
    PLAN_READY(PhraseGroup.PLAN, (say, with) -> say.plan_ready(with[0]), Slot.DATE),
    PLAN_CHANGE(PhraseGroup.PLAN, (say, with) -> say.plan_change()),
    SCHOOL_PLACE(PhraseGroup.SCHOOL, (say, with) -> say.school_place(with[0], with[1]), Slot.SCHOOL, Slot.DATE),
    SCHOOL_WAITING(PhraseGroup.SCHOOL, (say, with) -> say.school_waiting()),
    SCHOOL_REGISTERED(PhraseGroup.SCHOOL, (say, with) -> say.school_registered(with[0]), Slot.SCHOOL),
    CHILDCARE(PhraseGroup.SCHOOL, (say, with) -> say.childcare()),
    TRAVEL_COSTS(PhraseGroup.COSTS, (say, with) -> say.travel_costs()),
    COSTS_PAID(PhraseGroup.COSTS, (say, with) -> say.costs_paid()),
    COSTS_WAIT(PhraseGroup.COSTS, (say, with) -> say.costs_wait()),
    HOW_ARE_YOU(PhraseGroup.HOWAREYOU, (say, with) -> say.how_are_you()),
    HOW_IS_SCHOOL(PhraseGroup.HOWAREYOU, (say, with) -> say.how_is_school()),
    ASK_ELSEWHERE(PhraseGroup.REFERRAL, (say, with) -> say.ask_elsewhere(with[0]), Slot.ORGANISATION),
    REFER_ORGANISATION(PhraseGroup.REFERRAL, (say, with) -> say.refer_organisation(with[0]), Slot.ORGANISATION),
    REFER_PERSON(PhraseGroup.REFERRAL, (say, with) -> say.refer_person(with[0]), Slot.NAME),
    AWAY(PhraseGroup.AWAY, (say, with) -> say.away(with[0], with[1]), Slot.DATE, Slot.SUBSTITUTE),
    BACK(PhraseGroup.AWAY, (say, with) -> say.back()),
    NEW_CONTACT(PhraseGroup.AWAY, (say, with) -> say.new_contact(with[0]), Slot.NAME);

    /** How a sentence is worded with what fills its places, in the order of those. */
    @FunctionalInterface
    interface Sentence {
        String worded(PhraseMessages say, String[] with);
    }

    private final PhraseGroup group;
    private final Sentence sentence;
    private final List<Slot> slots;

    StandardPhrase(PhraseGroup group, Sentence sentence, Slot... slots) {
        this.group = group;
        this.sentence = sentence;
        this.slots = List.of(slots);
    }

    /** The sentence of a code; empty when this version knows none of that name. */
    static Optional<StandardPhrase> ofCode(String code) {
        return Stream.of(values()).filter(phrase -> phrase.name().equals(code)).findFirst();
    }

    /** What it is about. */
    public PhraseGroup group() {
        return group;
    }

    /** Whether it promises to be back before the day that stands in it: until then an answer is owed. */
    boolean isPromise() {
        return this == QUESTION_READ || this == MORE_TIME || this == HOURS_LOOKING;
    }

    /** The places in it, in the order of the Dutch sentence. */
    public List<Slot> slots() {
        return slots;
    }

    /** The sentence in the language of these texts. @param shown what stands in a place */
    String worded(PhraseMessages say, Function<Slot, String> shown) {
        return sentence.worded(say, slots.stream().map(shown).toArray(String[]::new));
    }
}

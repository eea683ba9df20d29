package nl.opkoers.hours;

import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * Why hours are not approved yet or what is asked about them, as a coach typed it.
 *
 * @param id     chosen with the form, so that sending it twice is once
 * @param reason {@code null} when none was chosen
 * @param note   {@code null} when there is none
 */
record JudgeForm(UUID id, Reason reason, String note, List<Mistake> mistakes) {

    static final String ID = "id";
    static final String SEEN = "seen";
    static final String REASON = "reason";
    static final String NOTE = "note";
    static final String DECISION = "decision";

    private static final int LONGEST_NOTE = 500;

    /** What is wrong with it. */
    enum Mistake {
        /** There is no reason. */
        REASON,
        /** 'In my own words', and there are none. */
        WORDS,
        /** The note is longer than 500 characters. */
        LONG
    }

    static JudgeForm empty() {
        return new JudgeForm(UUID.randomUUID(), null, null, List.of());
    }

    /** What was typed, with what is wrong with it. */
    static JudgeForm of(Map<String, String> typed) {
        Reason reason = Typed.one(Reason.values(), typed.get(REASON)).orElse(null);
        String note = Optional.ofNullable(typed.get(NOTE)).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
        return new JudgeForm(uuid(typed.get(ID)), reason, note, mistakes(reason, note));
    }

    /** The same to send once more, as something else. */
    JudgeForm anew() {
        return new JudgeForm(UUID.randomUUID(), reason, note, mistakes);
    }

    /** What can be chosen. */
    public List<Reason> getReasons() {
        return List.of(Reason.values());
    }

    private static List<Mistake> mistakes(Reason reason, String note) {
        List<Mistake> mistakes = new ArrayList<>();
        if (reason == null) {
            mistakes.add(Mistake.REASON);
        }
        if (reason == Reason.OWNWORDS && note == null) {
            mistakes.add(Mistake.WORDS);
        }
        if (Typed.letters(note) > LONGEST_NOTE) {
            mistakes.add(Mistake.LONG);
        }
        return List.copyOf(mistakes);
    }

    /** @throws BadRequestException when it is none: a form of ours always has one */
    static UUID uuid(String text) {
        return Ids.of(text).orElseThrow(BadRequestException::new);
    }

    /** @throws BadRequestException when it is none */
    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException garbled) {
            throw new BadRequestException(garbled);
        }
    }
}

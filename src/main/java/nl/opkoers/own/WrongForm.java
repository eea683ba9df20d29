package nl.opkoers.own;

import jakarta.ws.rs.BadRequestException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;

/**
 * The form in which somebody says what is not right in what is kept of them.
 *
 * @param id       made with the form, so that two taps are one
 * @param about    {@code null} when nothing is chosen yet
 * @param says     what it says now
 * @param should   what it should say
 * @param mistakes what is wrong with it; nothing when it was not looked at yet
 */
record WrongForm(UUID id, About about, String says, String should, Set<Mistake> mistakes) {

    static final int LONGEST = 1_000;

    /** What can be not right, and who can correct it. */
    enum About {
        NAME(Owner.REGISTER), ADDRESS(Owner.REGISTER), RESIDENCE(Owner.IND), TERM(Owner.DUO), EXAMS(Owner.DUO), PLAN(Owner.MUNICIPALITY),
        APPOINTMENT(Owner.MUNICIPALITY), LESSONS(Owner.SCHOOL), HOURS(Owner.SELF), OTHER(Owner.MUNICIPALITY);

        private final Owner owner;

        About(Owner owner) {
            this.owner = owner;
        }

        /** Who can correct it. */
        public Owner getOwner() {
            return owner;
        }
    }

    /** Whose it is: only they can correct it. The contact hears it in any case, and helps to have it corrected. */
    enum Owner { REGISTER, IND, DUO, MUNICIPALITY, SCHOOL, SELF }

    /** What can be wrong with the form itself. */
    enum Mistake { ABOUT, SAYS, SHOULD, LONG }

    static WrongForm empty() {
        return new WrongForm(UUID.randomUUID(), null, "", "", Set.of());
    }

    /**
     * What was sent.
     *
     * @throws BadRequestException when it was not made by our form
     */
    static WrongForm of(Map<String, String> typed) {
        return new WrongForm(Ids.of(typed.get("id")).orElseThrow(BadRequestException::new),
                Typed.one(About.values(), typed.get("about")).orElse(null),
                typed.getOrDefault("says", "").strip(), typed.getOrDefault("should", "").strip(), Set.of());
    }

    /** The same form with everything that is wrong with it. */
    WrongForm checked() {
        EnumSet<Mistake> found = EnumSet.noneOf(Mistake.class);
        if (about == null) {
            found.add(Mistake.ABOUT);
        }
        if (says.isEmpty()) {
            found.add(Mistake.SAYS);
        }
        if (should.isEmpty()) {
            found.add(Mistake.SHOULD);
        }
        if (isLong(says) || isLong(should)) {
            found.add(Mistake.LONG);
        }
        return new WrongForm(id, about, says, should, found);
    }

    /** What there is to choose from. */
    public About[] getChoices() {
        return About.values();
    }

    /** Where a mistake can be mended: the id of something in the form. */
    public String anchor(Mistake mistake) {
        return switch (mistake) {
            case ABOUT -> "about-" + About.values()[0];
            case SAYS -> "says";
            case SHOULD -> "should";
            case LONG -> isLong(says) ? "says" : "should";
        };
    }

    /** Whether something is wrong with what it says now. */
    public boolean isSaysWrong() {
        return mistakes.contains(Mistake.SAYS) || mistakes.contains(Mistake.LONG) && isLong(says);
    }

    /** Whether something is wrong with what it should say. */
    public boolean isShouldWrong() {
        return mistakes.contains(Mistake.SHOULD) || mistakes.contains(Mistake.LONG) && isLong(should);
    }

    private static boolean isLong(String text) {
        return Typed.letters(text) > LONGEST;
    }
}

package nl.opkoers.contact;

import java.util.EnumSet;
import java.util.Set;

/** What somebody asks about. The municipality hears the topic, in the words of a case worker; never what was said. */
public enum Topic {
    /** Which school to choose. */
    SCHOOL("Een school kiezen", false),
    /** Lessons, and what the school says of them. */
    LESSON("Lessen", false),
    /** That the plan, or something in it, does not fit any more. */
    PLAN("Het plan (PIP)", false),
    /** What it will cost. */
    COSTS("Kosten van de inburgering", false),
    LOAN("Lening bij DUO", false),
    EXEMPTION("Vrijstelling of ontheffing", false),
    DUOSITE("De website van DUO", false),
    /** What a letter says. */
    LETTER("Een brief", false),
    MONEY("Geld en toeslagen", true),
    HOUSING("Wonen", false),
    CHILDCARE("Kinderopvang", false),
    HEALTH("Dokter en zorg", true),
    WORK("Werk", false),
    /** Where to practise Dutch. */
    PRACTICE("Nederlands oefenen", false),
    FAMILY("Gezinshereniging", true),
    /** Not feeling well. */
    FEELING("Niet goed voelen", true),
    TOOMUCH("Het is te veel", false),
    HOURS("Uren", false),
    /** Something that is kept of them is not right. */
    DATA("Gegevens kloppen niet", false),
    OTHER("Iets anders", false);

    /** What the municipality's register says of what is nobody's business: that somebody asked for help. */
    static final String SENSITIVE = "Hulpvraag";

    /** What the versions before this one cannot read. */
    private static final Set<Topic> NEWER = EnumSet.of(LESSON, PLAN);

    private final String about;
    private final boolean sensitive;

    Topic(String about, boolean sensitive) {
        this.about = about;
        this.sensitive = sensitive;
    }

    /** The topic as older versions know it. */
    Topic older() {
        return NEWER.contains(this) ? OTHER : this;
    }

    /** What the municipality's register says it is about, in Dutch. */
    String about() {
        return sensitive ? SENSITIVE : about;
    }

    /** Whether it tells of health, debts or family: private unless the person says otherwise, and named nowhere outside. */
    public boolean isSensitive() {
        return sensitive;
    }
}

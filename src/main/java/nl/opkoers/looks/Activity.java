package nl.opkoers.looks;

import java.util.Locale;
import nl.opkoers.identity.Shown;

/**
 * The register of what people's data are processed for: what the standard Logboek Dataverwerkingen calls processing activities.
 * What each is for and on what it rests is said in words in the message bundle {@code looks}.
 */
public enum Activity {
    /** Guiding somebody on their way through their plan. */
    GUIDANCE(Ground.TASK),
    /** Answering what they ask. */
    QUESTIONS(Ground.TASK),
    /** Judging and counting hours. */
    HOURS(Ground.TASK),
    /** Lessons, exams and appointments, and what they reply to those. */
    AGENDA(Ground.TASK),
    /** Keeping the pictures and letters that they send along. */
    FILES(Ground.TASK),
    /** What they keep here for themselves. */
    OWN(Ground.CHOICE),
    /** Telling them at their own address that something waits. */
    NOTICES(Ground.CHOICE),
    /** Writing down who looked. */
    RECORDS(Ground.TASK);

    /** On what processing rests. Which article of the GDPR that is, a municipality says in its own register. */
    public enum Ground {
        /** The task that the municipality has by the Wet inburgering 2021 (BWBR0044770). */
        TASK,
        /** The person's own choice: without it there is nothing. */
        CHOICE
    }

    private final Ground ground;

    Activity(Ground ground) {
        this.ground = ground;
    }

    public Ground getGround() {
        return ground;
    }

    /** By which it stands in a processing record. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For what an employee is shown this. */
    static Activity of(Shown shown) {
        return switch (shown) {
            case PERSON, PEOPLE -> GUIDANCE;
            case CONVERSATION, FILE, INBOX -> QUESTIONS;
            case HOURS, PHOTO, QUEUE -> HOURS;
        };
    }
}

package nl.opkoers.page;

import java.util.Optional;

/** What the frame of every page shows of the person who is signed in. The room that knows the person provides it. */
public interface Surroundings {

    /** The municipality's name; empty when it was never heard of. */
    Optional<String> municipality();

    /** Somebody to turn to: the person's contact, else the municipality itself; empty when neither is known. */
    Optional<Helper> helper();

    /** Which page the fourth tab leads to. */
    FourthTab fourthTab();

    /** A person to call. */
    record Helper(String name, String phone) {
    }

    /** The fourth tab of the bottom bar, by who somebody is. */
    enum FourthTab {
        /** Hours, with a target for some and as a voluntary log for others. */
        HOURS,
        /** Schools and costs, for who chooses and pays a school. */
        SCHOOLS
    }
}

package nl.opkoers.contact;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be missing in what somebody wrote down about their hours. */
public enum Lacking {
    DATE, TIMES, NUMBER, WHAT, PLACE, PERSON, PROOF, PHOTO, SIGNATURE, GOAL;

    static Optional<Lacking> ofCode(String code) {
        return Stream.of(values()).filter(reason -> reason.name().equals(code)).findFirst();
    }
}

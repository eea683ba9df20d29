package nl.opkoers.law;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a municipality is about to report to DUO as a person's PIP.
 *
 * @param group the participant's group
 * @param route the route decided on
 * @param level the level decided on, null when the PIP names none
 * @param firstPip whether the person never had a PIP before, in any municipality
 * @param estimatedIntensity the estimated hours of the whole B1 route, null when the PIP names none
 * @param signedOn the date of the PIP ({@code dagtekeningPip})
 */
public record ProposedPip(ParticipantGroup group, LearningRoute route, LanguageLevel level, boolean firstPip,
                          Integer estimatedIntensity, LocalDate signedOn) {

    public ProposedPip {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(signedOn, "signedOn");
    }
}

package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.law.ParticipantGroup;

/** For whom somebody who works at the municipality is there, as the municipality's own system says. */
public record Caseload(
        @JsonProperty("medewerkerId") String employeeId,
        @JsonProperty("inburgeraars") List<Member> members) {

    public Caseload {
        members = Lists.orEmpty(members);
    }

    /**
     * Those for whom the employee is there on this day, each of them once: who is one's own, and of whom one stands in for
     * another contact besides, is one's own. Who has no id is nobody whom one could ask for.
     */
    public List<Member> on(LocalDate day) {
        Map<String, Member> once = new LinkedHashMap<>();
        members.stream().filter(member -> member.participant() != null && member.openOn(day)).forEach(member ->
                once.merge(member.participant(), member, (first, other) -> first.instead() == null ? first
                        : other.instead() == null ? other : first));
        return List.copyOf(once.values());
    }

    /**
     * Somebody of a caseload, in short.
     *
     * @param termEnd the first day that is no longer in the term; {@code null} while none runs
     * @param since   from which day on the employee is there for them; {@code null} when that is not told
     * @param until   the last day; {@code null} while it lasts
     * @param instead whom the employee stands in for; {@code null} when it is their own
     */
    public record Member(
            @JsonProperty("inburgeraarId") String participant,
            @JsonProperty("aanspreeknaam") String name,
            @JsonProperty("voorkeurstaal") String language,
            @JsonProperty("doelgroep") String groupCode,
            @JsonProperty("leerroute") String routeCode,
            @JsonProperty("termijnEinddatum") LocalDate termEnd,
            @JsonProperty("laatsteGesprek") LocalDate lastTalk,
            @JsonProperty("rol") String roleCode,
            @JsonProperty("van") LocalDate since,
            @JsonProperty("tot") LocalDate until,
            @JsonProperty("vervangt") Instead instead) {

        /** Whether the employee is there for them on this day: within the contact's own days and those of the substitution. */
        public boolean openOn(LocalDate day) {
            return within(since, until, day) && (instead == null || within(instead.since(), instead.until(), day));
        }

        /** The group; unknown when it was not sent or is not recognised. */
        public ParticipantGroup group() {
            return ParticipantGroup.ofCode(groupCode).orElse(ParticipantGroup.UNKNOWN);
        }

        /** The route in the plan; empty while there is none. */
        public Optional<LearningRoute> route() {
            return LearningRoute.ofCode(routeCode);
        }
    }

    /** For which colleague the employee stands in, from the first day up to and including the last. */
    public record Instead(
            @JsonProperty("medewerkerId") String employeeId,
            @JsonProperty("naam") String name,
            @JsonProperty("van") LocalDate since,
            @JsonProperty("tot") LocalDate until) {
    }

    private static boolean within(LocalDate first, LocalDate last, LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}

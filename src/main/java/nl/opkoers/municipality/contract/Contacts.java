package nl.opkoers.municipality.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The people around a participant, with when they began and who stands in for them. */
public record Contacts(
        @JsonProperty("bron") String source,
        @JsonProperty("bijgewerktOp") Instant updatedAt,
        @JsonProperty("personen") List<Contact> people) implements Part {

    /** The roles of the contract; {@code OTHER} is one that is not recognised, which is shown as it was sent. */
    public enum Role {
        CASEWORKER("Klantmanager"), COACH("Coach"), GUIDE("Maatschappelijk begeleider"), TEACHER("Docent"), OTHER(null);

        private final String code;

        Role(String code) {
            this.code = code;
        }

        /** The role that this code stands for. */
        public static Role ofCode(String code) {
            return Stream.of(values()).filter(role -> role.code != null && role.code.equals(code)).findFirst().orElse(OTHER);
        }
    }

    public Contacts {
        people = Lists.orEmpty(people);
    }

    /** Who is there on a day: first who answers for the plan, and of equal roles who came last. */
    public List<Contact> on(LocalDate day) {
        Comparator<LocalDate> unknownFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        return people.stream().filter(contact -> contact.presentOn(day))
                .sorted(Comparator.comparing(Contact::role)
                        .thenComparing(Contact::since, unknownFirst.reversed()))
                .toList();
    }

    /** Whose place a contact took: the last one in the same role to leave. */
    public Optional<Contact> predecessorOf(Contact contact) {
        return people.stream()
                .filter(other -> other.role() == contact.role() && other.until() != null)
                .filter(other -> contact.since() == null || !other.until().isAfter(contact.since()))
                .max(Comparator.comparing(Contact::until));
    }

    /** One person; {@code until} is their last day. */
    public record Contact(
            @JsonProperty("medewerkerId") String employeeId,
            @JsonProperty("naam") String name,
            @JsonProperty("rol") String roleCode,
            @JsonProperty("organisatie") String organisation,
            @JsonProperty("telefoonnummer") String phone,
            @JsonProperty("email") String email,
            @JsonProperty("van") LocalDate since,
            @JsonProperty("tot") LocalDate until,
            @JsonProperty("bereikbaar") List<OfficeHours> officeHours,
            @JsonProperty("vervanger") Substitute substitute) {

        public Contact {
            phone = Reach.phone(phone);
            email = Reach.email(email);
            officeHours = Lists.orEmpty(officeHours);
        }

        public Role role() {
            return Role.ofCode(roleCode);
        }

        /** Whether they guide somebody for the municipality: teachers and helpers of other organisations have no work in this portal. */
        public boolean guides() {
            return role() == Role.CASEWORKER || role() == Role.COACH;
        }

        /** Whether they can be who answers for the plan: of a role that is not recognised that is not ruled out. */
        public boolean canAnswerForPlan() {
            return role() != Role.TEACHER && role() != Role.GUIDE;
        }

        boolean presentOn(LocalDate day) {
            return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
        }

        /** The substitute, if this person is away on that day. */
        public Optional<Substitute> substituteOn(LocalDate day) {
            return Optional.ofNullable(substitute)
                    .filter(other -> other.coversDay(day));
        }
    }

    /** Who answers instead, from the first day up to and including the last. */
    public record Substitute(
            @JsonProperty("naam") String name,
            @JsonProperty("telefoonnummer") String phone,
            @JsonProperty("van") LocalDate since,
            @JsonProperty("tot") LocalDate until) {

        public Substitute {
            phone = Reach.phone(phone);
        }

        boolean coversDay(LocalDate day) {
            return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
        }
    }
}

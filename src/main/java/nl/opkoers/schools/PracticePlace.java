package nl.opkoers.schools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.opkoers.law.ParticipantGroup;

/**
 * A place, or somebody, to practise Dutch with, outside a course. What is {@code null} is not known.
 *
 * @param kindCode what the municipality calls it; for a {@link Kind} that is not recognised
 * @param times    when; empty when that is agreed together
 * @param levels   the levels it is meant for; empty when not known
 * @param ownAge   whether one meets people of one's own age
 * @param quiet    whether there are few people and little noise
 * @param price    in euro, each time; zero when it is free
 */
public record PracticePlace(String id, String name, String organisation, Kind kind, String kindCode, String placeName,
        String address, String postcode, List<WeekTime> times, Set<Level> levels, Boolean womenOnly, Boolean ownAge,
        Boolean quiet, Set<ParticipantGroup> groups, BigDecimal price, Contact contact, String source, LocalDate checkedOn)
        implements Offer {

    /** The kinds of the contract; {@code OTHER} is one that is not recognised. */
    public enum Kind {
        TAALHUIS("Taalhuis"), TAALCAFE("Taalcafé"), LIBRARY("Bibliotheek"), BUDDY("Maatje"), COMMUNITY("Buurthuis"),
        ONLINE("Online"), OTHER(null);

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        static Kind ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code != null && kind.code.equals(code)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    /** Whom to turn to. */
    public record Contact(String name, String phone, String email, String website) {
    }
}

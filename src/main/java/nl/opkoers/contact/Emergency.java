package nl.opkoers.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.language.PhoneNumbers;
import nl.opkoers.law.Fact;
import nl.opkoers.law.LawBook;
import nl.opkoers.law.RuleKey;
import nl.opkoers.municipality.contract.Municipality;

/**
 * Whom to call when something cannot wait.
 *
 * @param municipality {@code null} when it was never heard of; the numbers for the whole country are known without it
 */
record Emergency(List<Line> lines, Municipality municipality) {

    /** What is the matter. */
    public enum What {
        DANGER(RuleKey.DANGER_PHONE), VIOLENCE(RuleKey.VIOLENCE_PHONE), SUICIDE(RuleKey.SUICIDE_PHONE);

        private final RuleKey phone;

        What(RuleKey phone) {
            this.phone = phone;
        }
    }

    /** A number that holds for the whole country. */
    record Line(What what, Fact phone) {
    }

    static Emergency of(LawBook law, LocalDate today, Municipality municipality) {
        return new Emergency(Stream.of(What.values())
                .flatMap(what -> law.ask(what.phone, today).known().stream().map(phone -> new Line(what, phone))).toList(), municipality);
    }

    private static boolean isSame(String one, String other) {
        return PhoneNumbers.dial(one).equals(PhoneNumbers.dial(other));
    }

    /** What the municipality adds to those: it may name 112 itself as well. */
    public List<Municipality.EmergencyNumber> getOthers() {
        return municipality == null ? List.of() : municipality.emergencyNumbers().stream().filter(other -> other.phone() != null)
                .filter(other -> lines.stream().noneMatch(line -> isSame(line.phone.word(), other.phone()))).toList();
    }
}

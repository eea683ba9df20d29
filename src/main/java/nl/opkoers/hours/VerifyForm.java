package nl.opkoers.hours;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.opkoers.page.Typed;

/**
 * What somebody types over from a paper. Each of it may be empty.
 *
 * @param code    the code
 * @param kind    the name of a {@link Kind}
 * @param hours   in figures of any script; empty when the paper tells minutes only
 * @param minutes what comes on top of the hours; empty when the paper tells whole hours
 */
record VerifyForm(String code, String kind, String hours, String minutes) {

    private static final int MINUTES_OF_HOUR = 60;

    static VerifyForm of(String code, String kind, String hours, String minutes) {
        return new VerifyForm(typed(code), typed(kind), typed(hours), typed(minutes));
    }

    private static String typed(String value) {
        return Typed.text(value).strip();
    }

    /** What is asked; empty when something is missing or cannot be. */
    Optional<Claim> claim() {
        return isCodeWrong() || isKindWrong() || isTimeWrong() ? Optional.empty()
                : Optional.of(new Claim(CertificateCode.read(code).orElseThrow(), chosen().orElseThrow(), time().orElseThrow()));
    }

    /** The code as it stands on the paper; what was typed when it can be no code. */
    public String shownCode() {
        return CertificateCode.read(code).map(CertificateCode::shown).orElse(code);
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public boolean isCodeWrong() {
        return CertificateCode.read(code).isEmpty();
    }

    public boolean isKindWrong() {
        return chosen().isEmpty();
    }

    public boolean isTimeWrong() {
        return time().isEmpty();
    }

    private Optional<Kind> chosen() {
        return Arrays.stream(Kind.values()).filter(each -> each.name().equals(kind)).findFirst();
    }

    /** In minutes, more than none. */
    private OptionalInt time() {
        OptionalInt wholeHours = number(hours);
        OptionalInt rest = number(minutes);
        if (wholeHours.isEmpty() || rest.isEmpty() || rest.getAsInt() >= MINUTES_OF_HOUR) {
            return OptionalInt.empty();
        }
        int time = wholeHours.getAsInt() * MINUTES_OF_HOUR + rest.getAsInt();
        return time > 0 ? OptionalInt.of(time) : OptionalInt.empty();
    }

    private static OptionalInt number(String typed) {
        if (typed.isEmpty()) {
            return OptionalInt.of(0);
        }
        return typed.matches("\\p{Nd}{1,5}") ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }
}

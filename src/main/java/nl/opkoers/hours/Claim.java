package nl.opkoers.hours;

import java.util.List;
import nl.opkoers.hours.Certificate.Stated;

/**
 * What somebody reads on a paper that they are shown: a code, and how long somebody did hours of one kind.
 *
 * @param minutes in all, of this kind; more than none
 */
record Claim(CertificateCode code, Kind kind, int minutes) {

    /** Whether a certificate with these entries has it so on the paper. */
    boolean isOf(List<Stated> stated) {
        return minutes == stated.stream().filter(each -> each.kind() == kind).mapToInt(Stated::minutes).sum();
    }
}

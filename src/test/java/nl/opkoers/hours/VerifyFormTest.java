package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.opkoers.hours.Certificate.Stated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk types over from a certificate. */
class VerifyFormTest {

    private static final String CODE = "0123-4567-89AB-CDEF-GHJK";

    @ParameterizedTest
    @CsvSource({"3,15,195", "8,,480", "'',45,45", "03,00,180", " 3 , 15 ,195", "٣,١٥,195", "99999,59,5999999"})
    void theTimeIsAsThePaperPrintsIt(String hours, String minutes, int expected) {
        assertEquals(Optional.of(new Claim(CertificateCode.read(CODE).orElseThrow(), Kind.PRACTICE, expected)),
                VerifyForm.of(CODE, "PRACTICE", hours, minutes).claim());
    }

    @ParameterizedTest
    @CsvSource({"'',''", ",", "0,0", "3,60", "-3,15", "'3,5',", "3 uur,15", "100000,0", "99999999999,0"})
    void whatIsNoTimeIsAskedForAgain(String hours, String minutes) {
        VerifyForm form = VerifyForm.of(CODE, "PRACTICE", hours, minutes);
        assertTrue(form.isTimeWrong());
        assertFalse(form.isKindWrong() || form.isCodeWrong());
        assertEquals(Optional.empty(), form.claim());
    }

    @Test
    void allOfItIsNeeded() {
        assertEquals(Optional.empty(), VerifyForm.of(CODE, null, "3", "15").claim());
        assertEquals(Optional.empty(), VerifyForm.of(CODE, "practice", "3", "15").claim());
        assertEquals(Optional.empty(), VerifyForm.of("short", "PRACTICE", "3", "15").claim());
        assertEquals(new VerifyForm("", "", "", ""), VerifyForm.of(null, null, null, null));
    }

    @Test
    void hoursBelongToTheirKind() {
        List<Stated> stated = List.of(stated(Kind.PRACTICE, 150), stated(Kind.PRACTICE, 45), stated(Kind.PARTICIPATION, 60));
        assertTrue(claim(Kind.PRACTICE, 195).isOf(stated));
        assertTrue(claim(Kind.PARTICIPATION, 60).isOf(stated));
        assertFalse(claim(Kind.PARTICIPATION, 195).isOf(stated));
        assertFalse(claim(Kind.PRACTICE, 255).isOf(stated), "kinds are never added up");
        assertFalse(claim(Kind.PRACTICE, 150).isOf(stated), "one activity is not all of it");
    }

    private static Claim claim(Kind kind, int minutes) {
        return new Claim(CertificateCode.read(CODE).orElseThrow(), kind, minutes);
    }

    private static Stated stated(Kind kind, int minutes) {
        return new Stated(UUID.randomUUID(), kind, Activity.PLACEMENT, LocalDate.of(2026, 3, 2), minutes);
    }
}

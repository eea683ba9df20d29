package nl.opkoers.municipality.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser is sent nowhere but to where it can know with whom it speaks. */
class LinksTest {

    @ParameterizedTest
    @CsvSource({"https://meet.example/les, https://meet.example/les", "http://meet.example/les, ", "javascript:alert(1), ", "//meet.example, ",
            "' https://meet.example', ", ", "})
    void aMeetingIsOnlineAtASafeAddressOrNowhere(String told, String shown) {
        Meeting meeting = new Meeting(null, null, null, null, told, null, null, null, null);
        Agenda.Item item = new Agenda.Item(null, 1, null, null, null, null, null, null, told, null, null, null, null, null, null, null, null);

        assertEquals(shown, meeting.onlineLink());
        assertEquals(shown, item.onlineLink());
    }
}

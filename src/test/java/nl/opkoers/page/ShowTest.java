package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are written, as far as that is the same in every language. */
class ShowTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.004, 0", "0.5, 50", "0.996, 99", "1, 100"})
    void allOfItIsOnlySaidWhenNothingIsLeft(double share, int percent) {
        assertEquals(percent, Show.percent(share));
    }

    @ParameterizedTest
    @CsvSource({"taal.example, https://taal.example", "HTTPS://taal.example/les, HTTPS://taal.example/les", "http://taal.example, http://taal.example",
            "javascript:alert(1),", "/plan,", "bel ons,", "3.50,"})
    void whatIsNoWebsiteLeadsNowhere(String typed, String address) {
        assertEquals(address, Show.site(typed));
    }
}

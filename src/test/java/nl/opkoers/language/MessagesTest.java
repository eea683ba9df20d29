package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The messages in the running application, in Java and in a page. */
@QuarkusTest
class MessagesTest {
    @Inject
    Engine engine;

    @ParameterizedTest
    @CsvSource({"NL, 18 maanden", "EN, 18 months", "TR, 18 ay", "AR, 18 شهرًا", "TI, 18 ኣዋርሕ"})
    void theTermOfFollowUpReadsInTheLanguageOfTheReader(Language language, String expected) {
        assertEquals(expected, Durations.of(language).period(Period.ofMonths(18)));
    }

    @ParameterizedTest
    @EnumSource
    void aPageSpeaksTheLanguageOfItsLocale(Language language) {
        String page = engine.parse("{msg:duration_days(2)}").instance().setLocale(language.locale()).render();
        assertEquals(Texts.in(language).duration_days(2), page);
    }

    @Test
    void aPeriodIsShownInTheUnitInWhichTheLawCounts() {
        Durations dutch = Durations.of(Language.NL);
        assertEquals("3 jaar", dutch.period(Period.ofYears(3)));
        assertEquals("6 weken", dutch.period(Period.ofWeeks(6)));
        assertEquals("10 dagen", dutch.period(Period.ofDays(10)));
        assertEquals("0 dagen", dutch.period(Period.ZERO));
    }

    @Test
    void halfAnHourIsNeverADecimal() {
        assertEquals("1 uur en 30 minuten", Durations.of(Language.NL).hours(Duration.ofMinutes(90)));
        assertEquals("45 minuten", Durations.of(Language.NL).hours(Duration.ofMinutes(45)));
        assertEquals("ساعتان و5 دقائق", Durations.of(Language.AR).hours(Duration.ofMinutes(125)));
    }

    @Test
    void markupInAValueIsEscapedOnceInAPage() {
        String page = engine.parse("{msg:hours_and_minutes(value, '&')}", Variant.forContentType("text/html"))
                .data("value", "<script>").render();
        assertEquals("&lt;script&gt; en &amp;", page);
    }
}

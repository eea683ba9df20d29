package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates, times, amounts and numbers as they stand in the letter. */
class DatesTest {
    private static final LocalDate EXAM = LocalDate.of(2026, 9, 15);
    private static final LocalTime START = LocalTime.of(14, 30);
    private static final LocalTime END = LocalTime.of(16, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NL | di 15 september 2026, 14:30",
        "EN | Tue 15 September 2026, 14:30",
        "TR | 15 Eylül 2026 Salı, saat 14:30",
        "AR | الثلاثاء 15 أيلول/سبتمبر 2026، \u206614:30\u2069",
        "TI | ሰሉስ 15 መስከረም 2026፡ ሰዓት 14:30 (ድሕሪ ቀትሪ)"})
    void anExamIsOnADayAtATime(Language language, String expected) {
        assertEquals(expected, Dates.of(language).moment(LocalDateTime.of(EXAM, START)));
    }

    @ParameterizedTest
    @EnumSource
    void everyDayOfTheYearIsInLatinDigitsAndComplete(Language language) {
        for (LocalDate day = LocalDate.of(2028, 1, 1); day.getYear() == 2028; day = day.plusDays(1)) {
            String shown = Dates.of(language).day(day) + Dates.of(language).date(day)
                    + Dates.of(language).month(YearMonth.from(day));
            assertTrue(shown.contains(day.getDayOfMonth() + " ") && shown.contains("2028"), shown);
            assertTrue(shown.chars().noneMatch(c -> c == '{' || Character.isDigit(c) && c > '9'), shown);
        }
    }

    @Test
    void aMomentIsOnTheClockOfAmsterdamInSummerAndWinter() {
        Dates dutch = Dates.of(Language.NL);
        assertEquals("di 15 september 2026, 00:30", dutch.moment(Instant.parse("2026-09-14T22:30:00Z")));
        assertEquals("di 15 december 2026, 13:30",
                dutch.moment(Instant.parse("2026-12-15T12:30:00Z").atZone(ZoneOffset.ofHours(-8))));
    }

    @Test
    void aLessonNeverEndsBeforeItBegins() {
        assertEquals("\u206614:30–16:00\u2069", seen(Dates.of(Language.AR).timeRange(START, END)));
        assertEquals("14:30–16:00 (ድሕሪ ቀትሪ)", seen(Dates.of(Language.TI).timeRange(START, END)));
        assertEquals("\u206615-09-2026\u2069", seen(Dates.of(Language.AR).numeric(EXAM)));
    }

    @Test
    void aDateOrTimeIsNotBrokenOverTwoLines() {
        assertEquals("14:30\u2060–\u206016:00", Dates.of(Language.NL).timeRange(START, END));
        assertEquals("15-\u206009-\u20602026", Dates.of(Language.NL).numeric(EXAM));
    }

    @Test
    void aTigrinyaMonthNeverStandsAlone() {
        assertEquals(Optional.of("di 15 september 2026 (15-09-2026)"),
                Dates.of(Language.TI).dutchBelow(EXAM).map(DatesTest::seen));
        assertEquals("15 መስከረም 2026 (15-09-2026)", seen(Dates.of(Language.TI).date(EXAM)));
        assertEquals("መስከረም 2026 (09, september)", Dates.of(Language.TI).month(YearMonth.of(2026, 9)));
        assertEquals(Optional.empty(), Dates.of(Language.EN).dutchBelow(EXAM));
    }

    /** Many who read Tigrinya count the hours from dawn: there 08:30 alone is the afternoon. */
    @ParameterizedTest
    @CsvSource({"05:59, ለይቲ", "06:00, ንግሆ", "11:59, ንግሆ", "12:00, ድሕሪ ቀትሪ", "18:00, ምሸት", "00:00, ለይቲ"})
    void aTigrinyaTimeHasItsPartOfTheDay(LocalTime time, String part) {
        assertEquals(time + " (" + part + ")", Dates.of(Language.TI).time(time));
        assertEquals(time + "–" + time + " (" + part + ")", seen(Dates.of(Language.TI).timeRange(time, time)));
        assertEquals(time.toString(), Dates.of(Language.NL).time(time));
        assertEquals(time.toString(), Dates.of(Language.TI).clock(time));
    }

    @Test
    void aTigrinyaTimeFromOnePartIntoAnotherHasBoth() {
        assertEquals("10:00 (ንግሆ)–14:00 (ድሕሪ ቀትሪ)", seen(Dates.of(Language.TI).timeRange(LocalTime.of(10, 0), LocalTime.of(14, 0))));
        assertEquals("10:00–14:00", seen(Dates.of(Language.EN).timeRange(LocalTime.of(10, 0), LocalTime.of(14, 0))));
    }

    @Test
    void anAmountStandsAsInTheLetter() {
        assertEquals("€\u00A01.234,50", Amounts.of(Language.EN).euro(new BigDecimal("1234.495")));
        assertEquals("\u2066€\u00A012,50\u2069", Amounts.of(Language.AR).euro(new BigDecimal("12.5")));
        assertEquals("€\u00A010.000", Amounts.of(Language.TI).wholeEuro(10_000));
    }

    @ParameterizedTest
    @CsvSource({"0205550140, +31 20 555 01 40", "+31 (0)20-555 01 40, +31 20 555 01 40", "06-12345678, +31 6 12 34 56 78",
        "0031255123456, +31 255 12 34 56", "14 010, 14 010", "0800 0013, 0800 0013", "+963 11 2223344, +963 11 2223344"})
    void aTelephoneNumberIsInGroups(String given, String shown) {
        assertEquals(shown, PhoneNumbers.of(Language.NL).show(given));
        assertEquals("\u2066" + shown + "\u2069", PhoneNumbers.of(Language.AR).show(given));
    }

    @Test
    void aNameCannotTurnTheRestOfThePage() {
        assertEquals("\u2068محمد\u2069", Bidi.auto("\u202Eمحمد\u2066"));
        assertEquals("B1-route", Bidi.ltr(Language.TR, "B1-route"));
        assertEquals("\u2066B1-route\u2069", Bidi.ltr(Language.AR, "B1-route"));
    }

    @ParameterizedTest
    @CsvSource({"محمد, RTL", "«أريد أن أعمل», RTL", "1. أريد أن أعمل, RTL", "- B1 أريد, LTR", "ሰላም, LTR", "2026, LTR"})
    void onPaperTheFirstLetterSaysOnWhichSideWordsBegin(String words, Language.Direction side) {
        assertEquals(side, Bidi.directionOf(words));
    }

    /** Without the word joiners, which nobody sees. */
    private static String seen(String text) {
        return text.replace("\u2060", "");
    }
}

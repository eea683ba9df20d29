package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The law book")
class LawBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final LawBook book = LawBook.standard();

    @Nested
    @DisplayName("when asked")
    class Asked {

        @Test
        @DisplayName("knows what holds for everyone without knowing who asks")
        void forEveryone() {
            assertEquals(10, book.ask(RuleKey.PIP_TARGET, TODAY).known().orElseThrow().whole());
        }

        @Test
        @DisplayName("says that a rule is not for this person, and shows the rule it is not")
        void notApplicable() {
            Answer answer = book.ask(RuleKey.EXAM_FREE_ATTEMPTS, TODAY, ParticipantGroup.FAMILY_OR_OTHER, LearningRoute.B1);
            assertTrue(answer.isNotApplicable());
            assertEquals(RuleKey.EXAM_FREE_ATTEMPTS, ((Answer.NotApplicable) answer).fact().key());
            assertTrue(answer.known().isEmpty());
        }

        @Test
        @DisplayName("says 'unknown' when the answer turns on what it was not told")
        void unknownGroup() {
            assertTrue(book.ask(RuleKey.COURSE_PAID_BY, TODAY, ParticipantGroup.UNKNOWN, LearningRoute.B1).isUnknown());
        }

        @Test
        @DisplayName("says 'unknown' for a day on which no rule was in force")
        void beforeTheLaw() {
            assertTrue(book.ask(RuleKey.TERM_LENGTH, LocalDate.of(2021, 12, 31)).isUnknown());
            assertTrue(book.ask(RuleKey.TERM_LENGTH, LocalDate.of(2022, 1, 1)).known().isPresent());
        }

        @ParameterizedTest(name = "{0} at {1} on {2}: {3} weeks")
        @CsvSource(nullValues = "-", textBlock = """
            READING,  A2, 2026-11-21,  8
            SPEAKING, A2, 2026-07-30,  8
            SPEAKING, A2, 2026-07-31, 16
            WRITING,  A2, 2026-11-21, 16
            SPEAKING, B1, 2026-11-21,  5
            WRITING,  B2, 2026-11-21,  5
            KNM,      -,  2026-11-21,  8
            """)
        @DisplayName("tells how long a result takes by part, level and day")
        void resultTimes(ExamPart part, LanguageLevel level, LocalDate on, int weeks) {
            Situation exam = Situation.anyone().forPart(part).atLevel(level);
            assertEquals(weeks, book.ask(RuleKey.EXAM_RESULT_TIME, on, exam).known().orElseThrow().whole());
        }

        @Test
        @DisplayName("does not guess a result time while the level is open")
        void resultTimeWithoutLevel() {
            assertTrue(book.ask(RuleKey.EXAM_RESULT_TIME, TODAY, Situation.anyone().forPart(ExamPart.SPEAKING)).isUnknown());
        }

        @Test
        @DisplayName("keeps both sides of a contradiction, and the portal's own safer choice")
        void movingAnExam() {
            assertEquals(14, book.ask(RuleKey.EXAM_MOVE_BEFORE_SPECIFICATION, TODAY).known().orElseThrow().whole());
            assertEquals(7, book.ask(RuleKey.EXAM_MOVE_BEFORE_EXAM_RULES, TODAY).known().orElseThrow().whole());
            Fact advice = book.ask(RuleKey.EXAM_MOVE_BEFORE_ADVICE, TODAY).known().orElseThrow();
            assertEquals(14, advice.whole());
            assertEquals(FactKind.PORTAL_CHOICE, advice.kind());
        }

        @Test
        @DisplayName("has no fine for an asylum holder, and says why")
        void finesByGroup() {
            Answer fine = book.ask(RuleKey.FINE_ROUTE, TODAY, ParticipantGroup.ASYLUM, LearningRoute.B1);
            assertTrue(fine.isNotApplicable());
            assertEquals("not-as-a-rule", book.ask(RuleKey.FINES_IMPOSED, TODAY, ParticipantGroup.ASYLUM, null).known().orElseThrow().word());
        }
    }

    @Nested
    @DisplayName("when read from the files of several years")
    class SeveralYears {

        private final LawBook twoYears = LawBook.read(
            file(pvt(12, "2022-01-01", "")),
            file(pvt(16, "2027-01-01", ", \"validUntil\": \"2027-12-31\"")));

        @ParameterizedTest(name = "on {0}: {1} hours")
        @CsvSource({"2026-12-31, 12", "2027-01-01, 16", "2027-12-31, 16", "2028-01-01, 12"})
        @DisplayName("lets the later rule win on its days, the first and the last included")
        void laterYearWins(LocalDate on, int hours) {
            assertEquals(hours, twoYears.ask(RuleKey.DUTY_PVT, on).known().orElseThrow().whole());
        }

        @Test
        @DisplayName("refuses two facts that answer the same question from the same day")
        void ambiguity() {
            InputStream first = file(pvt(12, "2022-01-01", ""));
            InputStream second = file(pvt(14, "2022-01-01", ", \"appliesTo\": {\"routes\": [\"Z\"]}"));
            assertThrows(IllegalArgumentException.class, () -> LawBook.read(first, second));
        }

        @Test
        @DisplayName("takes two facts from the same day when no case falls under both")
        void noAmbiguity() {
            LawBook split = LawBook.read(
                file(pvt(12, "2022-01-01", ", \"appliesTo\": {\"routes\": [\"B1\", \"EDUCATION\"]}")),
                file(pvt(14, "2022-01-01", ", \"appliesTo\": {\"routes\": [\"Z\"]}")));
            assertEquals(14, split.ask(RuleKey.DUTY_PVT, TODAY, ParticipantGroup.UNKNOWN, LearningRoute.Z).known().orElseThrow().whole());
        }
    }

    @Nested
    @DisplayName("refuses a file")
    class Refuses {

        @Test
        @DisplayName("with a misspelt property, which would otherwise be skipped in silence")
        void misspeltProperty() {
            assertRefused(file(pvt(12, "2022-01-01", ", \"validUntill\": \"2026-12-31\"")));
        }

        @Test
        @DisplayName("with a key nobody asks for")
        void unknownKey() {
            assertRefused(file(pvt(12, "2022-01-01", "").replace("duty-pvt", "duty-pvtt")));
        }

        @Test
        @DisplayName("with a fact that has no source")
        void noSource() {
            assertRefused(file(pvt(12, "2022-01-01", "").replace("\"source\": \"Test\",", "")));
        }

        @Test
        @DisplayName("with a day that does not exist")
        void noSuchDay() {
            assertRefused(file(pvt(12, "2022-02-29", "")));
        }

        private void assertRefused(InputStream file) {
            assertThrows(IllegalArgumentException.class, () -> LawBook.read(file));
        }
    }

    @Test
    @DisplayName("gives a value only as what it is")
    void values() {
        Fact term = book.ask(RuleKey.TERM_LENGTH, TODAY).known().orElseThrow();
        assertEquals(3, term.period().getYears());
        assertEquals(BigDecimal.valueOf(3), term.amount());
        assertThrows(IllegalStateException.class, term::word);
        assertThrows(IllegalStateException.class, term::words);
        Fact hours = book.ask(RuleKey.DUTY_PVT, TODAY).known().orElseThrow();
        assertThrows(IllegalStateException.class, hours::period);
        assertEquals(List.of("rent", "energy", "health-insurance"),
            book.ask(RuleKey.UNBURDENING_BILLS, TODAY, ParticipantGroup.ASYLUM, null).known().orElseThrow().words());
    }

    @Nested
    @DisplayName("knows when a check of a source is too old, by the shelf lives in the data:")
    class ShelfLife {

        private final LocalDate checkedOn = LocalDate.of(2026, 6, 1);

        @ParameterizedTest(name = "{0}: good for {1} days")
        @CsvSource({"law, 180", "price, 90", "waiting-time, 90"})
        void boundaries(String kind, int days) {
            Fact fact = factOf(kind);
            assertFalse(fact.agedOn(checkedOn));
            assertFalse(fact.agedOn(checkedOn.plusDays(days)), "still good on the last day");
            assertTrue(fact.agedOn(checkedOn.plusDays(days + 1)), "too old on the day after");
        }

        @Test
        @DisplayName("a choice of the portal's own never ages")
        void ownChoices() {
            assertFalse(factOf("portal-choice").agedOn(LocalDate.of(2099, 1, 1)));
        }

        @Test
        @DisplayName("the portal ships with 180 days for rules and 90 for prices and waiting times")
        void shipped() {
            assertEquals(180, book.ask(RuleKey.SHELF_LIFE_LAW, TODAY).known().orElseThrow().whole());
            assertEquals(90, book.ask(RuleKey.SHELF_LIFE_PRICE, TODAY).known().orElseThrow().whole());
            assertEquals(90, book.ask(RuleKey.SHELF_LIFE_WAITING_TIME, TODAY).known().orElseThrow().whole());
        }

        private Fact factOf(String kind) {
            String fact = pvt(12, "2022-01-01", "").replace("portal-choice", kind);
            String shelfLives = shelfLife("law", 180) + "," + shelfLife("price", 90) + "," + shelfLife("waiting-time", 90);
            return LawBook.read(file(fact + "," + shelfLives)).factsOf(RuleKey.DUTY_PVT).get(0);
        }

        private static String shelfLife(String kind, int days) {
            return pvt(days, "2022-01-01", "").replace("duty-pvt", "shelf-life-" + kind).replace("hours", "days");
        }
    }

    private static String pvt(int hours, String validFrom, String more) {
        return """
            {"key": "duty-pvt", "value": %d, "unit": "hours", "kind": "portal-choice",
             "validFrom": "%s", "source": "Test", "checkedOn": "2026-06-01"%s}""".formatted(hours, validFrom, more);
    }

    private static InputStream file(String fact) {
        String json = "{\"year\": 2026, \"reviewedOn\": \"2026-06-01\", \"facts\": [" + fact + "]}";
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}

package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.opkoers.municipality.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was kept with a question, in words for who helps. */
class SentAlongTest {

    private static final KnownCourses NONE = ids -> new Seen.Fresh<>(List.of(), Said.MONDAY);

    @Test
    void coursesStayInTheOrderOfTheListHoweverManyThereAre() {
        Map<String, String> content = Map.of("course1", "een", "course2", "twee", "course10", "tien", "course3", "drie",
                "course4", "vier", "course5", "vijf", "course6", "zes", "course7", "zeven", "course8", "acht", "course9", "negen");
        String address = "/schools/compare?course=a%26b&course=2&course=3&course=4&course=5&course=6&course=7&course=8&course=9&course=10";
        KnownCourses one = ids -> new Seen.Fresh<>(List.of(new KnownCourses.KnownCourse("a&b", "Taal", "School", null, true, null, null)),
                Said.MONDAY);

        SentAlong sent = SentAlong.of(new HelpRequest.Attachment(address, content), one);

        assertEquals(List.of("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
                sent.courses().stream().map(SentAlong.Chosen::name).toList());
        assertEquals("Taal", sent.courses().get(0).now().name());
        assertNull(sent.courses().get(1).now());
        assertNull(sent.total());
        assertEquals(address, sent.compare());
        assertFalse(sent.unlisted());
    }

    @Test
    void theListIsAskedForOnceAndThatItIsAwayIsNotThatTheCoursesAreGone() {
        AtomicInteger asked = new AtomicInteger();
        KnownCourses away = ids -> {
            asked.incrementAndGet();
            return new Seen.Unavailable<>();
        };
        Map<String, String> content = Map.of("course1", "een", "course2", "twee");

        SentAlong sent = SentAlong.of(new HelpRequest.Attachment("/schools/compare?course=1&course=2", content), away);

        assertTrue(sent.unlisted());
        assertEquals(List.of("een", "twee"), sent.courses().stream().map(SentAlong.Chosen::name).toList());
        assertEquals(1, asked.get());
        assertFalse(SentAlong.of(new HelpRequest.Attachment("/costs/saved/1", Map.of("total", "1-2")), away).unlisted());
        assertEquals(1, asked.get(), "nobody wants to know");
    }

    @Test
    void aCalculationIsWhatCameOutOfIt() {
        SentAlong sent = SentAlong.of(new HelpRequest.Attachment("/costs/saved/1", Map.of("total", "6600.00-12000.50")), NONE);

        assertEquals(new SentAlong.Total(new BigDecimal("6600.00"), new BigDecimal("12000.50"), true), sent.total());
        assertEquals(List.of(), sent.courses());
        assertNull(sent.compare());
    }

    @Test
    void theHoursOfAWeekComeOutAsTheyWentIn() {
        WeekHours week = new WeekHours(LocalDate.of(2026, 11, 23), Map.of(WeekHours.Sort.LESSON, Duration.ofMinutes(540),
                WeekHours.Sort.WORK, Duration.ofMinutes(90)), Duration.ofMinutes(600));

        SentAlong sent = SentAlong.of(week.attachment(), NONE);

        assertEquals(week, sent.hours());
        assertEquals(List.of(WeekHours.Sort.LESSON, WeekHours.Sort.WORK), List.copyOf(sent.hours().bySort().keySet()));
        assertFalse(sent.isNothing());
        assertNull(sent.total());
        assertNull(SentAlong.of(new HelpRequest.Attachment("/costs/saved/1", Map.of("total", "1-2")), NONE).hours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6600", "-", "about 5", "1-2-3"})
    void whatIsNoTotalIsNotShownAsOne(String kept) {
        assertTrue(SentAlong.of(new HelpRequest.Attachment("/costs/saved/1", Map.of("total", kept)), NONE).isNothing());
    }

    @Test
    void nothingIsNothing() {
        assertTrue(SentAlong.of(null, NONE).isNothing());
    }
}

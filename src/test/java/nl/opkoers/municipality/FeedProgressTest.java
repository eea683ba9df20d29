package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.municipality.contract.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of the feed comes to: nothing is passed over, nothing is taken in twice. */
class FeedProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final UUID SERIES = new UUID(0, 1);
    private static final UUID OTHER_SERIES = new UUID(0, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // last | gaps    | asked | told          | laatste || happened  | last | gaps     | more
        "  10   | -       | 10    | -             | 10      |  -         | 10   | -        | false",
        "  10   | -       | 10    | 11,12         | 12      |  11,12     | 12   | -        | false",
        "  10   | -       | 10    | 11,12         | 20      |  11,12     | 12   | -        | true",
        "  10   | -       | 10    | 12,15         | 15      |  12,15     | 15   | 11,13-14 | false",
        "  10   | -       | 10    | 13,11,13,12   | 13      |  11,12,13  | 13   | -        | false",
        "  10   | -       | 10    | -             | 14      |  -         | 10   | -        | false",
        "  10   | -       | 10    | 11            | 10      |  11        | 11   | -        | false",
        "  10   | -       | 5     | 6,7,8,9,10,11 | 11      |  11        | 11   | -        | false",
        "  10   | 4,7-9   | 3     | 4,5,6,8       | 10      |  4,8       | 10   | 7,9      | false",
        "  10   | 4,7-9   | 10    | 11            | 11      |  11        | 11   | 4,7-9    | false",
        "  10   | 4,7-9   | 3     | 5,6,10        | 10      |  -         | 10   | 4,7-9    | false",
        "  10   | 4       | 3     | 4,5,12        | 12      |  4,12      | 12   | 11       | false"})
    void eachNumberIsTakenInOnceAndWhatIsMissingIsRemembered(long last, String gaps, long asked, String told, long highest,
            String happened, long newLast, String newGaps, boolean more) {
        FeedProgress.Step step = after(progress(last, gaps, NOW), asked, page(1, highest, told));

        assertEquals(numbers(happened), told(step));
        assertEquals(newLast, step.next().last());
        assertEquals(newGaps == null ? "" : newGaps, text(step.next().gaps()));
        assertEquals(more, step.more());
        assertFalse(step.anything());
        assertEquals(SERIES, step.next().series());
    }

    @Test
    void theVeryFirstTimeReadingBeginsAtTheEndAndNothingThatWasKeptIsTrusted() {
        FeedProgress.Step step = after(new FeedProgress(null, 0, List.of()), 0, page(3, 700, "3,4,5"));
        assertEquals(new FeedProgress.Step(new FeedProgress(SERIES, 700, List.of()), List.of(), true, false, 700), step);
    }

    @Test
    void aFeedThatBeganAnewIsReadFromItsStart() {
        Events page = new Events(OTHER_SERIES, 1, 40, List.of(event(11), event(12)));
        FeedProgress.Step step = after(progress(10, "4", NOW), 10, page);
        assertEquals(new FeedProgress(OTHER_SERIES, 0, List.of()), step.next());
        assertEquals(List.of(), told(step), "1 to 10 come first");
        assertTrue(step.anything());
        assertTrue(step.more());
    }

    @Test
    void aFeedThatBeganAnewAndIsStillEmptyIsAllRead() {
        FeedProgress.Step step = after(progress(10, null, NOW), 10, new Events(OTHER_SERIES, 1, 0, List.of()));
        assertEquals(new FeedProgress(OTHER_SERIES, 0, List.of()), step.next());
        assertTrue(step.anything());
        assertFalse(step.more());
    }

    @Test
    void numbersThatWereTakenBackAreReadAgain() {
        FeedProgress.Step step = after(progress(10, "4", NOW), 10, page(3, 9, null));
        assertEquals(new FeedProgress(SERIES, 2, List.of()), step.next());
        assertTrue(step.anything());
        assertTrue(step.more());
    }

    @Test
    void afterTooLongAnAbsenceNothingThatWasKeptIsTrustedAndWhatIsThereIsRead() {
        FeedProgress.Step step = after(progress(10, null, NOW), 10, page(50, 90, "50,52"));
        assertEquals(List.of(50L, 52L), told(step));
        assertTrue(step.anything());
        assertTrue(step.more());
        assertEquals("11-49,51", text(step.next().gaps()), "the oldest may only not be readable yet");
        FeedProgress.Step then = after(step.next(), 52, page(50, 90, "53"));
        assertFalse(then.anything(), "said once");
    }

    @Test
    void whereAllWasForgottenReadingGoesOnAtTheEnd() {
        FeedProgress.Step step = after(progress(10, null, NOW), 10, page(91, 90, null));
        assertEquals(90, step.next().last());
        assertTrue(step.anything());
        assertFalse(step.more());
        assertFalse(after(step.next(), 90, page(91, 90, null)).anything());
    }

    @ParameterizedTest
    @CsvSource({"1011, false", "1012, true"})
    void aLeapOfMoreThanAThousandIsNotTrusted(long next, boolean anything) {
        FeedProgress.Step step = after(progress(10, null, NOW), 10, page(1, next, String.valueOf(next)));
        assertEquals(anything, step.anything());
        assertEquals(List.of(next), told(step));
        assertEquals("11-" + (next - 1), text(step.next().gaps()), "and yet each of them may turn up");
    }

    @ParameterizedTest
    @CsvSource({"PT9M59S, 3, '3,5,10', '4'", "PT10M, 3, '5,10', ''", "PT10M, 10, '11', '4'", "PT10M, 3, '', ''"})
    void whatIsMissingIsGivenUpAfterAWhileButNotWithoutAskingOnceMore(Duration ago, long asked, String told, String left) {
        FeedProgress progress = progress(10, "4", NOW.minus(ago));
        FeedProgress.Step step = after(progress, asked, page(1, 11, told.isEmpty() ? null : told));
        assertEquals(left, text(step.next().gaps()));
        assertFalse(step.anything());
    }

    @Test
    void aNumberThatTurnsUpAtTheLastMomentIsTakenIn() {
        assertEquals(List.of(4L), told(after(progress(10, "4", NOW.minus(PATIENCE)), 3, page(1, 10, "4,5"))));
    }

    @Test
    void aMissingNumberThatMayHaveBeenTherePassedIsNotForgottenSilently() {
        FeedProgress.Step step = after(progress(10, "4", NOW.minus(PATIENCE)), 3, page(8, 10, "8,9,10"));
        assertEquals("", text(step.next().gaps()));
        assertTrue(step.anything());
    }

    @Test
    void gapsAreAskedForOneAfterAnother() {
        FeedProgress progress = progress(20, "4,7-9,15", NOW);
        assertEquals(OptionalLong.of(3), progress.gapBeyond(0));
        assertEquals(OptionalLong.of(6), progress.gapBeyond(4));
        assertEquals(OptionalLong.of(8), progress.gapBeyond(8));
        assertEquals(OptionalLong.of(14), progress.gapBeyond(9));
        assertEquals(OptionalLong.empty(), progress.gapBeyond(15));
        assertEquals(9, after(progress, 6, page(1, 20, "8,9")).upTo());
        assertEquals(20, after(progress, 19, page(1, 20, null)).upTo());
    }

    @Test
    void aPageThatCannotBeTrueChangesNothing() {
        FeedProgress progress = progress(10, null, NOW);
        Stream.of(new Events(null, 1, 12, List.of(event(11))), new Events(SERIES, 1, 12, List.of(event(0), event(-3))),
                new Events(SERIES, 1, -1, List.of()), new Events(SERIES, 14, 12, List.of()))
                .forEach(page -> assertThrows(MunicipalityUnreachable.class, () -> after(progress, 10, page), page::toString));
    }

    @Test
    void anEventWithoutAPlaceStopsNoOthersAndItsNumberIsMissing() {
        FeedProgress.Step step = after(progress(10, null, NOW), 10, new Events(SERIES, 1, 12, List.of(event(0), event(12))));
        assertEquals(List.of(12L), told(step));
        assertEquals("11", text(step.next().gaps()));
    }

    private static FeedProgress.Step after(FeedProgress progress, long asked, Events page) {
        return progress.after(asked, page, NOW, PATIENCE);
    }

    private static FeedProgress progress(long last, String gaps, Instant noticedAt) {
        return new FeedProgress(SERIES, last, gaps == null ? List.of() : Stream.of(gaps.split(","))
                .map(gap -> gap.split("-"))
                .map(ends -> new FeedProgress.Gap(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]), noticedAt))
                .toList());
    }

    private static Events page(long first, long last, String numbers) {
        return new Events(SERIES, first, last, numbers(numbers).stream().map(FeedProgressTest::event).toList());
    }

    private static Events.Event event(long number) {
        return new Events.Event(number, new UUID(1, number), "OK206", NOW, "p", null);
    }

    private static List<Long> numbers(String text) {
        return text == null ? Collections.emptyList() : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    private static List<Long> told(FeedProgress.Step step) {
        return step.happened().stream().map(Events.Event::number).toList();
    }

    private static String text(List<FeedProgress.Gap> gaps) {
        return gaps.stream().map(gap -> gap.first() == gap.last() ? "" + gap.first() : gap.first() + "-" + gap.last())
                .collect(Collectors.joining(","));
    }
}

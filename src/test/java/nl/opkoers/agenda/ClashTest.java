package nl.opkoers.agenda;

import static nl.opkoers.agenda.Items.at;
import static nl.opkoers.agenda.Items.cancelled;
import static nl.opkoers.agenda.Items.entry;
import static nl.opkoers.agenda.Items.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClashTest {

    @Test
    void aLessonDuringWorkClashesFromWhereBothAreOn() {
        Entry lesson = entry("lesson", "2026-11-17T09:00", "2026-11-17T12:00");
        Entry work = new Entry.Work(at("2026-11-17T11:00"), at("2026-11-17T19:00"));
        List<Clash> clashes = Clash.among(List.of(work, lesson));
        assertEquals(List.of(new Clash(lesson, work, at("2026-11-17T11:00"), at("2026-11-17T12:00"))), clashes);
        assertEquals(work, clashes.get(0).other(lesson));
        assertEquals(lesson, clashes.get(0).other(work));
        assertThrows(IllegalArgumentException.class, () -> clashes.get(0).other(entry("x", "2026-11-17T09:00", "2026-11-17T12:00")));
    }

    @Test
    void oneAfterTheOtherIsNoClash() {
        assertEquals(List.of(), Clash.among(List.of(entry("a", "2026-11-17T09:00", "2026-11-17T12:00"),
                entry("b", "2026-11-17T12:00", "2026-11-17T13:00"))));
    }

    @Test
    void whatIsCancelledOrHasNoEndClashesWithNothing() {
        assertEquals(List.of(), Clash.among(List.of(entry("a", "2026-11-17T09:00", "2026-11-17T12:00"),
                new Entry.Arranged(cancelled("b", "2026-11-17T09:00", "2026-11-17T12:00")),
                new Entry.Arranged(item("c", "Les", "Gepland", at("2026-11-17T10:00"), null)))));
    }

    @Test
    void theSameItemGivenTwiceDoesNotClashWithItself() {
        Entry item = entry("a", "2026-11-17T09:00", "2026-11-17T12:00");
        assertEquals(List.of(), Clash.among(List.of(item, item)));
    }

    @Test
    void threeAtOnceAreThreeClashes() {
        assertEquals("a-b, a-c, b-c", names(Clash.among(List.of(entry("c", "2026-11-17T11:00", "2026-11-17T12:00"),
                entry("a", "2026-11-17T09:00", "2026-11-17T13:00"), entry("b", "2026-11-17T10:00", "2026-11-17T13:00")))));
    }

    @Test
    void inTheHourThatComesTwiceTimesAreToldApart() {
        // 02:30 in summer time and 02:30 in winter time, an hour apart.
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Entry summer = new Entry.Work(first, first.plusSeconds(1_800));
        Entry winter = new Entry.Work(first.plusSeconds(3_600), first.plusSeconds(5_400));
        assertEquals(List.of(), Clash.among(List.of(summer, winter)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 10, 60, 200})
    void everyPairThatOverlapsIsFoundAndNoOther(int size) {
        for (int seed = 0; seed < 50; seed++) {
            List<Entry> entries = random(size, new Random(seed));
            List<Clash> clashes = Clash.among(entries);
            Set<Set<String>> found = clashes.stream().map(clash -> Set.of(clash.first().key(), clash.second().key()))
                    .collect(Collectors.toSet());
            assertEquals(bruteForce(entries), found, "seed " + seed);
            assertEquals(clashes.size(), found.size(), "told twice, seed " + seed);
            assertTrue(clashes.stream().allMatch(clash -> clash.from().isBefore(clash.until())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 60})
    void theTotalIsNeverMoreThanTheSortsTogetherNorLessThanTheLongest(int size) {
        Instant from = at("2026-10-19T00:00");
        Instant until = at("2026-10-26T00:00");
        for (int seed = 0; seed < 200; seed++) {
            List<Entry> entries = random(size, new Random(seed));
            Load load = Load.of(entries, from, until);
            Duration sum = load.bySort().values().stream().reduce(Duration.ZERO, Duration::plus);
            Duration longest = load.bySort().values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
            assertTrue(load.total().compareTo(sum) <= 0, "seed " + seed);
            assertTrue(load.total().compareTo(longest) >= 0, "seed " + seed);
            assertEquals(minutesByCounting(entries, from, until), load.total().toMinutes(), "seed " + seed);
            assertTrue(load.bySort().values().stream().noneMatch(Duration::isNegative));
        }
    }

    private static long minutesByCounting(List<Entry> entries, Instant from, Instant until) {
        Set<Long> minutes = new HashSet<>();
        for (Entry entry : entries) {
            for (Instant minute = entry.begin(); entry.takesTime() && minute.isBefore(entry.end()); minute = minute.plusSeconds(60)) {
                if (!minute.isBefore(from) && minute.isBefore(until)) {
                    minutes.add(minute.getEpochSecond());
                }
            }
        }
        return minutes.size();
    }

    private static Set<Set<String>> bruteForce(List<Entry> entries) {
        Set<Set<String>> pairs = new HashSet<>();
        for (Entry one : entries) {
            for (Entry other : entries) {
                if (!one.key().equals(other.key()) && one.takesTime() && other.takesTime()
                        && one.begin().isBefore(other.end()) && other.begin().isBefore(one.end())) {
                    pairs.add(Set.of(one.key(), other.key()));
                }
            }
        }
        return pairs;
    }

    /** Entries of up to ten hours in and around the week in which the clock goes back, on whole quarters so that ends meet. */
    private static List<Entry> random(int size, Random random) {
        String[] kinds = {"Les", "Examen", "Schooltoets", "PVT", "Participatie"};
        return new ArrayList<>(IntStream.range(0, size).<Entry>mapToObj(number -> {
            Instant begin = at("2026-10-18T00:00").plusSeconds(900L * random.nextInt(9 * 96));
            Instant end = begin.plusSeconds(900L * random.nextInt(41));
            boolean cancelled = random.nextInt(6) == 0;
            return new Entry.Arranged(item("i" + number, kinds[random.nextInt(kinds.length)],
                    cancelled ? "Vervallen" : "Gepland", begin, end));
        }).toList());
    }

    private static String names(List<Clash> clashes) {
        return clashes.stream().map(clash -> clash.first().key() + "-" + clash.second().key()).collect(Collectors.joining(", "));
    }
}

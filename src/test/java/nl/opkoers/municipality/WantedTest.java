package nl.opkoers.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import nl.opkoers.language.Dates;
import org.junit.jupiter.api.Test;

/** What Home wants to have read is read once, for its own municipality, and never more of it than can be kept up with. */
class WantedTest {

    private static final Refreshed AGENDAS = kind("agenda_snapshot");
    private static final Refreshed DOSSIERS = kind("dossier_snapshot");
    private static final String HERE = "9901";

    private Instant now = Instant.parse("2026-11-16T09:00:00Z");
    private final Wanted wanted = new Wanted(new Clock() {
        @Override
        public ZoneId getZone() {
            return Dates.AMSTERDAM;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }, Duration.ofMinutes(1));

    @Test
    void whatIsWantedOftenIsReadOnceInAMinuteInTheOrderInWhichItWasWanted() {
        List.of("selam", "nabil", "selam").forEach(this::want);
        assertEquals(List.of("selam", "nabil"), taken(10));
        want("selam");
        assertEquals(List.of(), taken(10), "it was tried just now");

        now = now.plusSeconds(60);
        want("selam");
        assertEquals(List.of("selam"), taken(10));
    }

    @Test
    void whatStillWaitsAfterAMinuteIsNotReadTwice() {
        want("selam");
        now = now.plusSeconds(61);
        want("selam");
        assertEquals(List.of("selam"), taken(10));
    }

    @Test
    void whatWasWantedWhileAClockRanAheadIsWantedAgain() {
        now = now.plus(Duration.ofDays(1));
        want("selam");
        assertEquals(List.of("selam"), taken(10));
        now = now.minus(Duration.ofDays(1));
        want("selam");
        assertEquals(List.of("selam"), taken(10));
    }

    @Test
    void eachKindAndEachMunicipalityTakesItsOwn() {
        wanted.read(AGENDAS, HERE, "selam");
        wanted.read(DOSSIERS, HERE, "nabil");
        wanted.read(AGENDAS, "9902", "selam");

        assertEquals(List.of("selam"), taken(10));
        assertEquals(List.of(), taken(10));
        assertEquals(List.of("nabil"), wanted.take(DOSSIERS, HERE, 10));
        assertEquals(List.of("selam"), wanted.take(AGENDAS, "9902", 10));
    }

    @Test
    void noMoreThanAThousandWaitAndWhoWasNotTakenOnMayComeAgain() {
        IntStream.range(0, Wanted.MOST + 1).forEach(each -> want("p" + each));
        assertEquals(Wanted.MOST - 1, taken(Wanted.MOST - 1).size());
        want("p" + Wanted.MOST);
        assertEquals(List.of("p" + (Wanted.MOST - 1), "p" + Wanted.MOST), taken(10));
    }

    private void want(String participant) {
        wanted.read(AGENDAS, HERE, participant);
    }

    private List<String> taken(int most) {
        return wanted.take(AGENDAS, HERE, most);
    }

    private static Refreshed kind(String table) {
        return new Refreshed() {
            @Override
            public String table() {
                return table;
            }

            @Override
            public MunicipalClient.Question asked() {
                return MunicipalClient.Question.AGENDA;
            }

            @Override
            public void refresh(String municipality, String participant) {
                throw new IllegalStateException("nobody reads here");
            }
        };
    }
}

package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the municipality has to hear of an entry: what is so now, and nothing twice. */
class ReportTest {

    private static final String GIVEN = "uren-7";

    private final UUID id = UUID.randomUUID();
    private final Entry waiting = Entry.of(id, List.of(Fiyori.sent(id, 60)));
    private final Entry accepted = waiting.after(Fiyori.accepted(1));
    private final Entry corrected = accepted.after(Fiyori.corrected(90));

    @Test
    void whatIsAcceptedIsTold() {
        Report report = Report.of(accepted, List.of()).orElseThrow();

        assertEquals(60, report.hours().minutes());
        assertEquals("M-1001", report.hours().judgedBy());
        assertEquals(accepted.judgement().orElseThrow().id(), report.judgement());
        assertEquals(null, report.given(), "it is told for the first time");
    }

    @Test
    void whatWaitsOrIsRefusedIsNotTold() {
        assertEquals(Optional.empty(), Report.of(waiting, List.of()));
        assertEquals(Optional.empty(), Report.of(waiting.after(Fiyori.refused(1)), List.of()));
    }

    @Test
    void nothingIsToldTwiceNorWhileSomethingIsUnderWay() {
        assertEquals(Optional.empty(), Report.of(accepted, List.of(told(accepted, true))));
        assertEquals(Optional.empty(), Report.of(corrected, List.of(told(accepted, null))));
    }

    @Test
    void whatIsCorrectedAfterwardsNoLongerCountsThereUntilItIsAcceptedAgain() {
        Report withdrawn = Report.of(corrected, List.of(told(accepted, true))).orElseThrow();
        assertTrue(withdrawn.hours().withdrawn());
        assertEquals(GIVEN, withdrawn.given());

        Entry again = corrected.after(Fiyori.accepted(3));
        Report report = Report.of(again, List.of(told(accepted, true), told(withdrawn, true))).orElseThrow();

        assertFalse(report.hours().withdrawn());
        assertEquals(90, report.hours().minutes());
        assertEquals(GIVEN, report.given());
    }

    @Test
    void whatNeverArrivedNeedNotBeTakenBack() {
        assertEquals(Optional.empty(), Report.of(corrected, List.of(told(accepted, false))));
    }

    @Test
    void whatTheMunicipalityRefusedIsToldAgainOnlyAfterACoachAcceptedItAgain() {
        Telling refused = told(accepted, false);
        assertEquals(Optional.empty(), Report.of(accepted, List.of(refused)));

        Act.Accepted later = new Act.Accepted(UUID.randomUUID(), Fiyori.NOW.plusSeconds(60), "M-1001", "Yusuf Demir", 3);
        Entry again = accepted.after(new Act.Returned(UUID.randomUUID(), Fiyori.NOW, refused.judgement(), null)).after(later);

        assertEquals(later.id(), Report.of(again, List.of(refused)).orElseThrow().judgement());
    }

    @Test
    void onlyHoursThatAreNotOfParticipationSayTheirKind() {
        assertEquals(null, Report.of(accepted, List.of()).orElseThrow().hours().kind());
        Written practice = new Written(Kind.PRACTICE, Activity.PLACEMENT, Fiyori.DAY, null, 60, null, null, null, null, null, null);
        Entry other = Entry.of(id, List.of(new Act.Sent(id, Fiyori.NOW, practice), Fiyori.accepted(1)));

        assertEquals("MAP-praktijkuren", Report.of(other, List.of()).orElseThrow().hours().kind());
    }

    @Test
    void whatSomebodyNotedForThemselvesIsNotTold() {
        Written noted = new Written(Kind.PARTICIPATION, Activity.CARE, Fiyori.DAY, null, 60, null, null, null, "mijn zus", "ik was moe",
                UUID.randomUUID());
        String told = Report.of(Entry.of(id, List.of(new Act.Sent(id, Fiyori.NOW, noted), Fiyori.accepted(1))), List.of())
                .orElseThrow().hours().toString();

        assertFalse(told.contains("zus") || told.contains("moe") || told.contains(noted.photo().toString()), told);
    }

    private static Telling told(Entry entry, Boolean taken) {
        return told(Report.of(entry, List.of()).orElseThrow(), taken);
    }

    private static Telling told(Report report, Boolean taken) {
        return new Telling(UUID.randomUUID(), report.judgement(), report.hours(), taken, Boolean.TRUE.equals(taken) ? GIVEN : null,
                taken == null ? null : Fiyori.NOW, null, null);
    }
}

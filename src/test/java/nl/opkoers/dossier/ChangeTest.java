package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is new since one was here last. */
class ChangeTest {

    private static final Case DOSSIER = Case.empty()
            .with("pip", "{'bijgewerktOp': 'today-3days at 10:00'}")
            .with("examens", "{'bijgewerktOp': 'today-1day at 10:00'}")
            .with("pvt", "{'bijgewerktOp': 'today-9days at 10:00'}")
            .with("map", "{'bijgewerktOp': null}");

    @Test
    void whatChangedSinceIsSaidTheLatestFirst() {
        assertEquals(List.of(Change.What.EXAMS, Change.What.PLAN), changes(Optional.of(daysAgo(5))));
        assertEquals(List.of(), changes(Optional.of(Case.NOW)));
    }

    @Test
    void atAFirstVisitNothingHasChanged() {
        assertEquals(List.of(), changes(Optional.empty()));
    }

    @Test
    void everyPartOfTheDossierIsWatched() {
        assertEquals(20, Change.What.values().length);
        Case all = Case.empty();
        List.of("persoon", "doelgroep", "inburgeringsplicht", "verhuizing", "pip", "termijn", "bredeIntake",
                "leerbaarheidstoets", "inburgeringsaanbod", "examens", "uren", "pvt", "map", "zroute", "vrijstellingen",
                "ontheffingen", "contactpersonen", "financieelOntzorgen", "voortgang", "afronding")
                .forEach(part -> all.with(part, "{'bijgewerktOp': 'today at 08:00'}"));
        assertEquals(20, Change.since(Optional.of(daysAgo(1)), all.dossier()).size());
        assertEquals(20, all.dossier().parts().count());
    }

    private static List<Change.What> changes(Optional<Instant> previousVisit) {
        return Change.since(previousVisit, DOSSIER.dossier()).stream().map(Change::what).toList();
    }

    private static Instant daysAgo(int days) {
        return Case.NOW.minus(Duration.ofDays(days));
    }
}

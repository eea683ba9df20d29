package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is new since one was here last. */
class ChangeTest {

    private static final Case DOSSIER = Case.empty()
            .with("pip", "{'bron': 'Gemeente Waterstad', 'bijgewerktOp': 'today-3days at 10:00'}")
            .with("examens", "{'bron': 'DUO', 'bijgewerktOp': 'today-1day at 10:00'}")
            .with("pvt", "{'bron': 'Gemeente Waterstad', 'bijgewerktOp': 'today-9days at 10:00'}")
            .with("map", "{'bijgewerktOp': null}");

    @Test
    void whatChangedSinceIsSaidTheLatestFirst() {
        assertEquals(List.of(Change.What.EXAMS, Change.What.PLAN), changes(Optional.of(daysAgo(5))));
        assertEquals(List.of(), changes(Optional.of(Case.NOW)));
    }

    @Test
    void atAFirstVisitNothingHasChanged() {
        assertEquals(List.of(), changes(Optional.empty()));
        assertEquals(List.of(), changes(Optional.empty(), news("OK203", 1)));
    }

    @Test
    void everyPartOfTheDossierIsWatchedAndTheAgendaToo() {
        assertEquals(21, Change.What.values().length);
        Case all = Case.empty();
        List.of("persoon", "doelgroep", "inburgeringsplicht", "verhuizing", "pip", "termijn", "bredeIntake",
                "leerbaarheidstoets", "inburgeringsaanbod", "examens", "uren", "pvt", "map", "zroute", "vrijstellingen",
                "ontheffingen", "contactpersonen", "financieelOntzorgen", "voortgang", "afronding")
                .forEach(part -> all.with(part, "{'bijgewerktOp': 'today at 08:00'}"));
        assertEquals(20, Change.since(Optional.of(daysAgo(1)), all.dossier(), List.of(), Map.of()).size());
        assertEquals(20, all.dossier().parts().count());
    }

    @ParameterizedTest
    @CsvSource({"OK201, AGENDA", "OK202, PEOPLE", "OK203, PLAN", "OK204, HOURS", "OK205, PROGRESS", "SS199, EXAMS",
        "SS102, TERM", "SS103, TERM", "SS106, COMPLETION", "SS121, MOVE", "SS125, GROUP"})
    void whatIsHeardIsSaidThoughTheDossierDoesNotShowItYet(String code, Change.What what) {
        Instant then = Case.NOW.minus(Duration.ofHours(20));
        assertEquals(List.of(what), changes(Optional.of(then), news(code, 0)));
    }

    @Test
    void whatIsHeardAndToldIsSaidOnceWithItsSourceAndTheLatestDate() {
        List<Change> changes = Change.since(Optional.of(daysAgo(5)), DOSSIER.dossier(),
                List.of(news("OK203", 2), news("SS199", 4), news("OK201", 0), news("OK201", 1)), Map.of());

        assertEquals(List.of(new Change(Change.What.AGENDA, null, daysAgo(0)),
                new Change(Change.What.EXAMS, "DUO", DOSSIER.dossier().exams().updatedAt()),
                new Change(Change.What.PLAN, "Gemeente Waterstad", daysAgo(2))), changes);
    }

    @Test
    void whatHappenedBeforeTheVisitAndWasHeardOfAfterItIsStillNews() {
        assertEquals(List.of(Change.What.PEOPLE), changes(Optional.of(Case.NOW), news("OK202", 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK206", "OK999", "SS000", "", "ok201"})
    void whatIsNotKnownIsNotSaid(String code) {
        assertEquals(List.of(), changes(Optional.of(Case.NOW), news(code, 0)));
    }

    private static List<Change.What> changes(Optional<Instant> previousVisit, News... news) {
        return Change.since(previousVisit, DOSSIER.dossier(), List.of(news), Map.of()).stream().map(Change::what).toList();
    }

    private static News news(String code, int daysAgo) {
        News news = new News();
        news.key = new News.Key("9901", "p7", UUID.randomUUID());
        news.code = code;
        news.happenedAt = daysAgo(daysAgo);
        return news;
    }

    private static Instant daysAgo(int days) {
        return Case.NOW.minus(Duration.ofDays(days));
    }
}

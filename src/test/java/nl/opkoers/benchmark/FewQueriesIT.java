package nl.opkoers.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.process.PortalProcess;
import org.junit.jupiter.api.Test;

/** Selam Tesfay looks at her pages, and then at them again: the database is asked once, or twice, however much is on one. */
class FewQueriesIT {

    private static final int OFTEN = 10;
    private static final double MOST = 2.4;
    private static final List<String> PAGES = List.of("/", "/plan", "/agenda", "/agenda/exams", "/agenda/letter", "/agenda/talk",
            "/agenda/work", "/agenda/work/new?kind=weekly", "/calendar", "/hours", "/hours/new", "/hours/week", "/messages", "/help",
            "/help/ask?topic=LETTER", "/help/choose-school", "/people", "/people/preference", "/my-data", "/my-data/looks",
            "/my-data/notices", "/my-data/wrong", "/my-data/forget", "/my-data/download", "/schools", "/schools/C-1001-1", "/costs",
            "/costs/calculate?hours=600&months=24", "/translation");

    @Test
    void aPageAsksTheDatabaseOnceOrTwice() {
        try (DemoWorld world = DemoWorldResource.worldAlone(); Wire wire = new Wire(world.database().port())) {
            Map<String, String> settings = new HashMap<>(world.settings());
            settings.putAll(Map.of("opkoers.database.url", "jdbc:postgresql://localhost:" + wire.port() + "/opkoers",
                    "opkoers.municipality.fresh-for", "PT1H", "opkoers.feed.every", "off", "opkoers.outbox.every", "off",
                    "opkoers.refresh.every", "off", "opkoers.operations.every", "off", "opkoers.notice.every", "off"));
            try (PortalProcess portal = PortalProcess.start(settings)) {
                Portal selam = Portal.visitor(portal.base(), Language.TI).signedIn("z-tigrinya");
                Map<String, Double> asked = new TreeMap<>();
                pages(selam).forEach(page -> asked.put(page, queries(wire, selam, page)));
                asked.forEach((page, queries) -> assertTrue(queries >= 1, page + " asks nothing"));
                asked.values().removeIf(queries -> queries < MOST);
                assertEquals(Map.of(), asked);
            }
        }
    }

    private static List<String> pages(Portal selam) {
        String item = selam.get("/agenda").document().select("main a[href^=/agenda/]").eachAttr("href").stream()
                .filter(address -> address.matches("/agenda/.*\\d.*")).findFirst().orElseThrow();
        String question = selam.submit(selam.get("/help/ask?topic=LETTER"), "/help/ask", Map.of("words", "?", "language", "ti")).location();
        Answer form = selam.get("/hours/new");
        selam.submit(form, "/hours", Map.of("activity", "VOLUNTEERING", "dutch", "ALITTLE", "length", "60",
                "when", LocalDate.now(Dates.AMSTERDAM).minusDays(1).toString()));
        String entry = "/hours/" + form.document().select("form[action=/hours] input[name=id]").val();
        return Stream.concat(PAGES.stream(), Stream.of(item, question.replaceFirst("\\?.*", ""), entry)).toList();
    }

    private static double queries(Wire wire, Portal selam, String page) {
        // Who comes for the first time is noted; that is not what a page asks each time.
        assertEquals(200, selam.get(page).status(), page);
        long before = wire.count().queries();
        for (int time = 0; time < OFTEN; time++) {
            selam.get(page);
        }
        return (double) (wire.count().queries() - before) / OFTEN;
    }
}

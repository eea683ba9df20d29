package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.LearningRoute;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PrintedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam brings her plan to a school, on paper. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class PlanFileTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void itIsInDutchWithHerOwnLanguageBeneathAndEveryLetterIsDrawn(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        HttpResponse<byte[]> answer = print(selam, language);
        PrintedPage paper = PrintedPage.of(answer.body());
        DossierMessages dutch = Texts.in(Language.NL, DossierMessages.class);

        HeaderInvariants.check(answer.headers(), true);
        assertEquals("attachment; filename=\"plan.pdf\"", answer.headers().firstValue("Content-Disposition").orElse("none"));
        reads(paper, dutch.paper_title(), "Selam Tesfay", "Gemeente Waterstad", dutch.route_name(LearningRoute.Z), dutch.paper_is());
        if (language != Language.AR) {
            reads(paper, Texts.in(language, DossierMessages.class).paper_is());
        }
        assertTrue(paper.letters().stream().noneMatch(drawn -> drawn.glyph() == 0));
        assertFalse(paper.text().contains("#"), paper.text());
    }

    @Test
    void itSaysNeitherWhoHelpsNorWhatOthersReported() {
        String paper = PrintedPage.of(print(Portal.signedIn("z-tigrinya", Language.NL), Language.NL).body()).text();
        for (String telling : List.of("Marloes", "+31", "@", "999990019")) {
            assertFalse(paper.contains(telling), telling + " in\n" + paper);
        }
    }

    @ParameterizedTest
    @CsvSource({"moved-arabic, true", "z-tigrinya, false"})
    void aPlanOfBeforeAMoveSaysThatItIs(String person, boolean former) {
        String paper = PrintedPage.of(print(Portal.signedIn(person, Language.NL), Language.NL).body()).text();

        assertEquals(former, paper.contains("U krijgt hier een nieuw plan."), paper);
    }

    @ParameterizedTest
    @CsvSource({"z-tigrinya, true", "moved-arabic, true", "before-pip-turkish, false", "old-law, false"})
    void whoHasNoPlanGetsNone(String person, boolean plan) {
        Portal portal = Portal.signedIn(person, Language.NL);
        assertEquals(plan ? 1 : 0, portal.get("/plan").document().select("main a[href=/plan.pdf]").size());
        String type = print(portal, Language.NL).headers().firstValue("Content-Type").orElse("none");
        assertEquals(plan, type.equals("application/pdf"), type);
    }

    @Test
    void itIsOnlyForWhoIsSignedIn() {
        Portal staff = Portal.visitor(Language.NL);
        staff.signIn("coach-a", "/");
        assertEquals(303, Portal.visitor(Language.NL).get("/plan.pdf").status());
        assertEquals(403, staff.get("/plan.pdf").status());
    }

    private static void reads(PrintedPage paper, String... expected) {
        for (String each : expected) {
            assertTrue(Answer.plain(paper.text().replaceAll("\\s+", " ")).contains(Answer.plain(each)), each + " in\n" + paper.text());
        }
    }

    private static HttpResponse<byte[]> print(Portal portal, Language language) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Portal.base() + "/plan.pdf")).header("Accept-Language", language.tag())
                .header("Cookie", "session=" + portal.cookies().get("session")).build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }
}

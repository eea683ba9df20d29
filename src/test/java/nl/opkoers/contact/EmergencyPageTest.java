package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.contract.Municipality;
import nl.opkoers.municipality.contract.OfficeHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom to call when something cannot wait. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class EmergencyPageTest {

    private static final List<String> OF_THE_COUNTRY = List.of("tel:112", "tel:08002000", "tel:113");

    private static List<String> numbers(Answer page) {
        return page.document().select("main a[href^=tel:]").eachAttr("href");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anybodyGetsThereFromAnyPageAndReadsWhomToCallInTheirLanguage(Language language) {
        EmergencyMessages words = Texts.in(language, EmergencyMessages.class);
        Portal visitor = Portal.visitor(language);
        String way = visitor.get("/").document().select("footer a").select(":containsOwn(" + words.title() + ")").attr("href");
        Answer page = visitor.get(way);
        assertEquals(OF_THE_COUNTRY, numbers(page).subList(0, 3));
        for (Emergency.What what : Emergency.What.values()) {
            assertTrue(page.document().text().contains(words.when(what)), what.name());
        }
        assertEquals(0, page.document().select("main a[href^=/help]").size(), "who is not signed in cannot ask here");
    }

    @Test
    void whoIsSignedInCanAskForHelpThatCanWait() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
        assertEquals(1, selam.get("/emergency").document().select("main a[href=/help/ask?topic=feeling]").size());
        assertEquals(1, selam.get("/help/ask?topic=feeling").document().select("main a[href=/emergency]").size());
    }

    @Test
    void theMunicipalitySaysWhenItAnswersItsPhone() {
        String text = Answer.plain(Portal.visitor(Language.EN).get("/emergency").document().select("section[aria-labelledby=municipality]").text());
        assertTrue(text.contains("Mon, Tue, Wed, Thu, Fri 09:00–17:00"), text);
        assertTrue(text.contains("+31 20 555 01 40"), text);
    }

    @Test
    void theNumbersOfTheCountryAreKnownWithoutTheMunicipality() {
        Emergency emergency = emergency(null);
        assertEquals(List.of(Emergency.What.values()), emergency.lines().stream().map(Emergency.Line::what).toList());
        assertEquals(List.of(), emergency.getOthers());
    }

    @Test
    void whatTheMunicipalityAddsIsNamedOnce() {
        var crisis = new Municipality.EmergencyNumber("Crisisdienst", "020 555 01 99");
        var without = new Municipality.EmergencyNumber("Wijkteam", null);
        assertEquals(List.of(crisis), emergency(municipality(new Municipality.EmergencyNumber("112", "112"), crisis, without)).getOthers());
    }

    private static Emergency emergency(Municipality municipality) {
        return Emergency.of(LawBook.standard(), LocalDate.of(2026, 11, 22), municipality);
    }

    private static Municipality municipality(Municipality.EmergencyNumber... numbers) {
        return new Municipality("Gemeente Waterstad", null, "9901", "Gemeente Waterstad", null,
                List.of(new OfficeHours("ma-vr", "09:00", "17:00")), List.of(numbers), null, null);
    }
}

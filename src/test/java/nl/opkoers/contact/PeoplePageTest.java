package nl.opkoers.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.contact.ContactPreference.Frequency;
import nl.opkoers.contact.ContactPreference.Way;
import nl.opkoers.demo.DemoWorld;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.demo.municipality.Fault;
import nl.opkoers.demo.municipality.Resource;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.municipality.contract.Contacts;
import nl.opkoers.page.HeaderInvariants;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Selam sees whom she can ask what, and says how often she wants to hear from them. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class PeoplePageTest {

    private static final String PEOPLE = "/people";
    private static final String PREFERENCE = "/people/preference";
    private static final String NEAR = "section[aria-labelledby=near] ";

    DemoWorld world;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    ContactPreferences preferences;

    @BeforeEach
    @AfterEach
    void everythingIsWell() {
        TestClock.runOn();
        world.municipality().faults().clear();
        breakers.resetAll();
        Stream.of("contact_preference", "dossier_snapshot", "agenda_snapshot", "kept_form").forEach(Rows::clear);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyAroundSelamHasOneCard(Language language) {
        Answer people = open(Portal.signedIn("z-tigrinya", language), PEOPLE, language);

        assertEquals(List.of("Marloes Hendriks", "Hanna de Lange", "Geertje Mulder"), people.document().select(NEAR + "h3").eachText());
        reads(people, words(language).not(Contacts.Role.GUIDE), words(language).office_not(Office.Name.DUO),
                words(language).ask(Office.Name.IND), Dates.of(language).timeRange(LocalTime.of(10, 0), LocalTime.of(15, 0)), "Klantmanager");
        assertEquals("tel:+31205550111", people.document().select(NEAR + "a[href^=tel:]").first().attr("href"));
        assertEquals("ltr", people.document().select(NEAR + "a[href^=tel:] bdi.phone").first().attr("dir"));
        assertEquals(1, people.document().select("main a[href=/help]").size());
    }

    @Test
    void daysAreReadInTigrinyaAndTheNextTalkHasItsDutchDate() {
        Answer people = open(Portal.signedIn("z-tigrinya", Language.TI), PEOPLE, Language.TI);

        reads(people, "ረቡዕ፡ ዓርቢ");
        String talk = people.document().select(NEAR + "p.state").first().text();
        assertTrue(talk.contains("13:30") && talk.matches("(?s).*\\(\\d\\d.*\\d{4}\\).*"), talk);
    }

    @Test
    void whileKarelIsAwayJoostHasACardOfHisOwn() {
        Answer people = open(Portal.signedIn("g-english-debt", Language.EN), PEOPLE, Language.EN);

        reads(people, "Karel Zijlstra", "is away now", "Joost van Wijk");
        assertEquals("Joost van Wijk", people.document().select(NEAR + ".card.next h3").text());
        assertEquals("tel:+31205550112", people.document().select(NEAR + ".card.next a[href^=tel:]").attr("href"));
    }

    @Test
    void whatCannotBeDialledOrWrittenToIsNotKnownAndTheMunicipalityIsCalledInstead() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.EN);
        selam.get("/");
        Rows.run("update dossier_snapshot set body = jsonb_set(body, '{contactpersonen,personen,0}', body #> '{contactpersonen,personen,0}'"
                + " || '{\"telefoonnummer\": \"via de receptie\", \"email\": \"onbekend\"}'), confirmed_at = '"
                + TestClock.now().plus(Duration.ofHours(1)) + "'");

        Answer people = open(selam, PEOPLE, Language.EN);

        reads(people, "Marloes Hendriks", words(Language.EN).no_phone());
        assertEquals(0, people.document().select(NEAR + "li:contains(Marloes) a[href^=mailto:]").size());
        assertEquals("tel:+31205550140", people.document().select("footer a[href^=tel:]").attr("href"));
    }

    @Test
    void imranReadsWhoIsNewAndWhoWasThereBefore() {
        reads(open(Portal.signedIn("switched-english", Language.EN), PEOPLE, Language.EN), "New since", "Before, this was \u2068Bart Oosting\u2069");
    }

    @Test
    void duringAnOutageItIsSaidOfWhenThisIs() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.EN);
        selam.get(PEOPLE);
        world.municipality().faults().set(Resource.PARTICIPANT, Fault.error());
        TestClock.advance(Duration.ofMinutes(5));

        Answer people = open(selam, PEOPLE, Language.EN);
        reads(people, "We cannot reach the municipality now.", "Marloes Hendriks");

        Rows.clear("dossier_snapshot");
        assertFalse(selam.get(PEOPLE).text().contains(words(Language.EN).near_nobody()), "an outage is not that nobody is there");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void selamSaysHowOftenAndHow(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        reads(open(selam, PEOPLE, language), words(language).not_chosen());

        Answer kept = say(selam, Map.of("frequency", "EVERY_TWO_MONTHS", "way", "TELEPHONE"));
        assertEquals(303, kept.status());
        assertEquals(PREFERENCE + "?saved=yes", kept.location());
        Answer form = open(selam, PREFERENCE + "?saved=yes", language);

        reads(form, words(language).saved(), words(language).chosen_on(Dates.of(language).date(TestClock.today())));
        assertEquals("EVERY_TWO_MONTHS", form.document().select("input[name=frequency][checked]").val());
        assertEquals("TELEPHONE", form.document().select("input[name=way][checked]").val());
        reads(open(selam, PEOPLE, language), words(language).frequency(Frequency.EVERY_TWO_MONTHS),
                words(language).chosen_way(words(language).way(Way.TELEPHONE)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void withoutHowOftenNothingIsKeptAndWhatWasChosenStays(Language language) {
        Portal selam = Portal.signedIn("z-tigrinya", language);
        Answer wrong = say(selam, Map.of("way", "OFFICE"));

        assertEquals(400, wrong.status());
        PageInvariants.check(wrong.body(), language, PREFERENCE);
        reads(wrong, words(language).frequency_missing());
        assertEquals("OFFICE", wrong.document().select("input[name=way][checked]").val());
        assertEquals(List.of(), Rows.of("select participant from contact_preference"));
    }

    @Test
    void videoIsOnlyOfferedWhereThereIsVideo() {
        Portal selam = Portal.signedIn("z-tigrinya", Language.EN);

        assertEquals(List.of("MESSAGE", "TELEPHONE", "OFFICE", ""), selam.get(PREFERENCE).document().select("input[name=way]").eachAttr("value"));
        say(selam, Map.of("frequency", "ONLY_WHEN_I_ASK", "way", Way.VIDEO.name()));
        assertEquals(List.of("null"), Rows.of("select coalesce(way, 'null') from contact_preference"));
    }

    @Test
    void staffHaveNoPeopleAround() {
        Portal marloes = Portal.visitor(Language.NL);
        marloes.signIn("coach-a", "/");

        assertEquals(403, marloes.get(PEOPLE).status());
        assertEquals(403, marloes.get(PREFERENCE).status());
    }

    private static Answer say(Portal selam, Map<String, String> chosen) {
        return selam.submit(selam.get(PREFERENCE), PREFERENCE, new HashMap<>(chosen));
    }

    private static Answer open(Portal portal, String path, Language language) {
        Answer page = portal.get(path);
        assertEquals(200, page.status(), page.body());
        PageInvariants.check(page.body(), language, path);
        HeaderInvariants.check(page.headers(), true);
        return page;
    }

    private static void reads(Answer page, String... texts) {
        for (String text : texts) {
            assertTrue(page.text().contains(Answer.plain(text)), text + "\n" + page.text());
        }
    }

    private static PeopleMessages words(Language language) {
        return Texts.in(language, PeopleMessages.class);
    }
}

package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.contract.PracticePlaces;
import nl.opkoers.municipality.contract.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a municipality sent, read without guessing: what is not understood is not known, and spoils nothing else. */
class ReadingTest {

    private static final Contract CONTRACT = new Contract();

    @Test
    void aCourseOfWhichNothingIsToldIsThereWithEverythingUnknown() {
        LessonCourse course = course("{'id':'c','naam':'Nederlands'}");

        assertNull(course.pricePerHour());
        assertNull(course.times());
        assertNull(course.childcare());
        assertNull(course.checkedOn());
        assertFalse(course.isFree());
        assertEquals(Set.of(), course.groups());
        assertEquals(LessonCourse.Schedule.UNKNOWN, course.schedule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'urenTotaal':'300 uur'", "'eerstvolgendeStart':'november'", "'lestijden':'di avond'", "'prijsPerUur':15",
        "'talen':'nl'", "'kinderopvang':'soms'", "'groepsgrootte':1e30", "'naam':7"})
    void aCourseOfWhichSomethingHasAnotherTypeSpoilsNoOthers(String odd) {
        String good = "{'id':'a-2','naam':'B','cursussen':[{'id':'c-2','naam':'Goed'}]}";
        assertEquals(List.of("c-1", "c-2"), courses("{'id':'a-1','naam':'A','cursussen':[{'id':'c-0','naam':'x'," + odd + "},"
                + "{'id':'c-1','naam':'Goed'}]}," + good));
        assertEquals(List.of("c-2"), courses("{'id':'a-1','naam':'A','cursussen':[{'id':'c-0','naam':'x'," + odd + "}]}," + good));
        assertEquals(List.of("c-2"), courses("{'id':'a-1','naam':'A','bijgewerktOp':'x','cursussen':[{'id':'c-1','naam':'x'}]}," + good));
        assertThrows(MunicipalityUnreachable.class, () -> courses("{'id':'a-1','naam':'A','cursussen':[{'id':'c-0'," + odd + "}]}"),
                "where nothing can be read it is not known what there is");
    }

    @Test
    void aPlaceOfWhichSomethingHasAnotherTypeSpoilsNoOthers() {
        assertEquals(List.of("p-2"), places("{'id':'p-1','naam':'x','kosten':'gratis'},{'id':'p-2','naam':'Goed'}"));
        assertThrows(MunicipalityUnreachable.class, () -> places("{'id':'p-1','naam':'x','kosten':'gratis'}"));
        assertEquals(List.of(), places(""), "that there are none is told");
    }

    private static List<String> courses(String providers) {
        return Reading.courses(CONTRACT.read(("{'aanbieders':[" + providers + "]}").replace('\'', '"'), Providers.class)).stream()
                .map(LessonCourse::id).toList();
    }

    private static List<String> places(String places) {
        return Reading.places(CONTRACT.read(("{'plekken':[" + places + "]}").replace('\'', '"'), PracticePlaces.class)).stream()
                .map(PracticePlace::id).toList();
    }

    @Test
    void freeIsAnAmountOfZeroAndNotAnUnknownOne() {
        assertTrue(course("{'id':'c','naam':'x','prijsPerUur':{'bedrag':0,'valuta':'EUR'}}").isFree());
        assertNull(course("{'id':'c','naam':'x','prijsPerUur':{'bedrag':0,'valuta':'USD'}}").price());
        assertNull(course("{'id':'c','naam':'x','prijsPerUur':{'bedrag':-5,'valuta':'EUR'}}").price());
    }

    @Test
    void noLessonTimesMeansThatOneChoosesAndOneThatIsGarbledThatTheyAreNotKnown() {
        assertEquals(List.of(), course("{'id':'c','naam':'x','lestijden':[]}").times());
        assertNull(course("{'id':'c','naam':'x','lestijden':[{'dag':'ma','van':'09:00'},{'dag':'someday'}]}").times());
        assertNull(course("{'id':'c','naam':'x','lestijden':[{'dag':'ma','van':'29:00','tot':'12:00'}]}").times().get(0).from());
        assertNull(course("{'id':'c','naam':'x','lestijden':[{'dag':'ma','van':'12:00','tot':'09:00'}]}").times().get(0).until());
    }

    @Test
    void wordsThatAreNotKnownYetAreNotKnown() {
        LessonCourse course = course("{'id':'c','naam':'x','leerroutes':['Q'],'niveauTot':'D1','rooster':'In overleg',"
                + "'deelOnline':140,'nieuwVeld':{'a':1}}");

        assertEquals(Set.of(), course.routes());
        assertNull(course.to());
        assertNull(course.onlinePercent());
        assertEquals(PracticePlace.Kind.OTHER, Reading.places(CONTRACT.read(
                "{\"plekken\":[{\"id\":\"p\",\"naam\":\"x\",\"bron\":\"y\",\"soort\":\"Wandelgroep\"}]}", PracticePlaces.class))
                .get(0).kind());
    }

    private static LessonCourse course(String course) {
        String body = "{'aanbieders':[{'id':'a','naam':'School','bron':'Gemeente','cursussen':[" + course + "]}]}";
        return Reading.courses(CONTRACT.read(body.replace('\'', '"'), Providers.class)).get(0);
    }
}

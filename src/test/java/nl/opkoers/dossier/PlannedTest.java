package nl.opkoers.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import nl.opkoers.law.ExamPart;
import nl.opkoers.municipality.contract.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has a time: the first one first, and what is off is said too. */
class PlannedTest {

    @Test
    void everyKindOfMeetingIsFoundTheFirstOneFirst() {
        Course course = Case.empty()
                .with("examens", "{'onderdelen': [{'onderdeel': 'SP', 'gepland': {'niveau': 'B1', 'afspraak': "
                        + at("today+6days") + "}}, {'onderdeel': 'LE', 'gepland': null}, {'onderdeel': 'KNM'}]}")
                .with("bredeIntake", part(at("today+1day")))
                .with("voortgang", "{'volgendGesprek': " + at("today+3days") + "}")
                .with("pvt", part(at("today+2days")))
                .with("map", part(at("today+4days")))
                .with("zroute", "{'eindgesprek': " + at("today+5days") + "}").course();
        assertEquals(List.of(Planned.Kind.INTAKE, Planned.Kind.PVT, Planned.Kind.TALK, Planned.Kind.MAP,
                Planned.Kind.CLOSING, Planned.Kind.EXAM), course.planned().stream().map(Planned::kind).toList());
        assertEquals(ExamPart.SPEAKING, course.planned().get(5).exam());
        assertEquals(Planned.Kind.INTAKE, course.getNext().kind());
    }

    @Test
    void twoMeetingsAtTheSameTimeAreBothKept() {
        Course course = Case.empty().with("pvt", part(at("today+1day"))).with("map", part(at("today+1day"))).course();
        assertEquals(2, course.planned().size());
    }

    @Test
    void nobodyIsSentToAMeetingThatIsOff() {
        Course course = Case.empty()
                .with("pvt", part("{'begin': 'today+1day at 10:00', 'status': 'Vervallen'}"))
                .with("map", part(at("today+2days"))).course();
        assertEquals(Planned.Kind.MAP, course.getNext().kind());
        assertEquals(List.of(Planned.Kind.PVT), course.getCancelled().stream().map(Planned::kind).toList());
    }

    @Test
    void whenAllIsOffThereIsNothingNext() {
        assertNull(Case.empty().with("pvt", part("{'begin': 'today+1day at 10:00', 'status': 'Vervallen'}")).course().getNext());
        assertNull(Case.empty().course().getNext());
    }

    @ParameterizedTest
    @CsvSource({"11:00, 13:00, 1", "11:00, 12:00, 0", "12:01, , 1", "11:59, , 0", "12:01, 11:00, 1"})
    void aMeetingIsThereUntilItsEnd(String begin, String end, int expected) {
        String meeting = "{'begin': 'today at " + begin + "'" + (end == null ? "" : ", 'einde': 'today at " + end + "'") + "}";
        assertEquals(expected, Case.empty().with("pvt", part(meeting)).course().planned().size());
    }

    @Test
    void aMeetingWithoutATimeIsNotPlanned() {
        assertEquals(List.of(), Case.empty().with("pvt", part("{'begin': null, 'status': 'Gepland'}")).course().planned());
    }

    @Test
    void anExamPartFromTomorrowIsPlannedWithoutAName() {
        Course course = Case.empty().with("examens", "{'onderdelen': [{'onderdeel': 'XX', 'gepland': {'afspraak': "
                + at("today+1day") + "}}]}").course();
        assertNull(course.getNext().exam());
        assertEquals(Planned.Kind.EXAM, course.getNext().kind());
    }

    @ParameterizedTest
    @CsvSource({"today-1day at 23:59, false", "today at 00:00, true", "today+1day at 09:00, true"})
    void aMeetingOfTodayIsStillOnUntilMidnight(String begin, boolean expected) {
        Meeting meeting = Case.empty().with("pvt", part("{'begin': '" + begin + "'}")).dossier().pvt().meeting();
        assertEquals(expected, Planned.stillOn(meeting, Case.TODAY));
    }

    private static String at(String day) {
        return "{'begin': '" + day + " at 10:00', 'einde': '" + day + " at 11:00', 'status': 'Gepland'}";
    }

    private static String part(String meeting) {
        return "{'afspraak': " + meeting + "}";
    }
}

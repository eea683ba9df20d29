package nl.opkoers.schools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import nl.opkoers.demo.DemoWorldResource;
import org.junit.jupiter.api.Test;

/** The offers of the invented municipality, as the portal knows them. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class OffersPageTest {

    @Inject
    Offers offers;

    @Test
    void whatTheMunicipalitySentIsReadOnceAndKept() {
        List<LessonCourse> courses = offers.courses().known().orElseThrow();
        assertSame(courses, offers.courses().known().orElseThrow(), "read again although nothing changed");
        LessonCourse compass = courses.stream().filter(course -> "9901003".equals(course.school().number()))
                .findFirst().orElseThrow();
        assertTrue(compass.times().stream().allMatch(time -> time.from().isAfter(LocalTime.NOON)), "an evening course");
        assertEquals(compass, offers.course(compass.id()).orElseThrow());
    }
}

package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.util.List;

/** The rest of the participants, beside the cast: nobody yet. */
final class Population {
    Population(Resources resources, Staff staff, CommonParts common, LocalDate today) {
    }

    List<Resident> residents() {
        return List.of();
    }
}

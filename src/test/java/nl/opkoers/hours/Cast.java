package nl.opkoers.hours;

import java.time.Clock;
import java.time.LocalDate;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.dossier.Course;
import nl.opkoers.language.Dates;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.contract.Dossier;

/** Where the people of the cast stand on one Saturday. */
final class Cast {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private Cast() {
    }

    /** @param key such as {@code z-tigrinya} */
    static Course of(String key) {
        Clock noon = Clock.fixed(TODAY.atTime(12, 0).atZone(Dates.AMSTERDAM).toInstant(), Dates.AMSTERDAM);
        return of(new Contract().read(CastJson.of(key, TODAY).toString(), Dossier.class), noon);
    }

    static Course of(Dossier dossier, Clock clock) {
        return Course.of(dossier, clock, LawBook.standard());
    }
}

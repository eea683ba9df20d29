package nl.opkoers.demo.municipality;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The dossiers of the cast, as true on the day of seeding. */
final class CastDossiers {

    private final Resources resources;
    private final RelativeDates dates;
    private final CommonParts common;

    CastDossiers(Resources resources, RelativeDates dates, CommonParts common) {
        this.resources = resources;
        this.dates = dates;
        this.common = common;
    }

    List<Resident> all() {
        return Cast.withDossier().stream().map(this::resident).toList();
    }

    /** The id under which others know a member of the cast. */
    static String id(String key) {
        return UUID.nameUUIDFromBytes(("inburgeraar " + key).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Resident resident(CastMember member) {
        ObjectNode dossier = (ObjectNode) dates.resolve(resources.read("cast/" + member.key() + ".json"));
        JsonNode written = dossier.path("lesrooster");
        dossier.remove("lesrooster");
        dossier.withObject("/persoon").put("aanspreeknaam", member.displayName());
        String id = id(member.key());
        Timetable timetable = CastTimetable.read(id, written, dossier, dates.today(), common.refreshed());
        return new Resident(id, member.key(), member.bsn(), member.vNumber(), null, null, common.complete(id, dossier), timetable);
    }
}

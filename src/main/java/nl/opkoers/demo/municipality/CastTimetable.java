package nl.opkoers.demo.municipality;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the timetable of a member of the cast: {@code patronen}, which run as long as the course does unless they say
 * otherwise; {@code wijzigingen} to the n-th lesson of one of them from tomorrow on; and what is {@code eenmalig}.
 */
final class CastTimetable {

    /** How long lessons go on when nobody knows until when. */
    static final int WEEKS_AHEAD = 40;

    private static final List<String> TIMES =
            List.of("dagen", "dag", "van", "tot", "eerste", "laatste", "omDeWeken", "patroon", "les", "vervalt");

    private final String owner;
    private final JsonNode course;
    private final LocalDate today;
    private final String refreshed;

    private CastTimetable(String owner, JsonNode course, LocalDate today, String refreshed) {
        this.owner = owner;
        this.course = course;
        this.today = today;
        this.refreshed = refreshed;
    }

    /**
     * @param written   the timetable as it lies in the file, dates worked out
     * @param dossier   says from when until when the course is, and at which school
     * @param refreshed the instant of the municipality's last nightly refresh
     */
    static Timetable read(String id, JsonNode written, JsonNode dossier, LocalDate today, String refreshed) {
        CastTimetable reader = new CastTimetable(id.substring(0, 8), dossier.path("inburgeringsaanbod"), today, refreshed);
        List<LessonPattern> patterns = new ArrayList<>();
        written.path("patronen").forEach(pattern -> patterns.add(reader.pattern(patterns.size(), pattern)));
        List<AgendaItem> single = new ArrayList<>();
        written.path("wijzigingen").forEach(change -> reader.changed(patterns, change).ifPresent(single::add));
        written.path("eenmalig").forEach(once -> single.add(reader.once(single.size(), once)));
        return new Timetable(patterns, single);
    }

    /** The last day of lessons of a course: not a day that is past, since who is still at it goes on. */
    static LocalDate lastDay(JsonNode course, LocalDate today) {
        String end = course.path("verwachteEinddatumOpleiding").asText("");
        LocalDate open = today.plusWeeks(WEEKS_AHEAD);
        return end.isEmpty() || LocalDate.parse(end).isBefore(today) ? open : LocalDate.parse(end);
    }

    private LessonPattern pattern(int number, JsonNode written) {
        List<Integer> days = new ArrayList<>();
        written.path("dagen").forEach(day -> days.add(day.intValue()));
        LocalDate first = LocalDate.parse(written.path("eerste").asText(
                course.path("verwachteStartdatumOpleiding").asText(today.toString())));
        LocalDate last = written.has("laatste") ? LocalDate.parse(written.path("laatste").textValue()) : lastDay(course, today);
        return new LessonPattern(owner + "-les-" + number, days, time(written, "van"), time(written, "tot"), first, last,
                written.path("omDeWeken").asInt(1), details(written).put("bijgewerktOp", refreshed));
    }

    private Optional<AgendaItem> changed(List<LessonPattern> patterns, JsonNode change) {
        Optional<AgendaItem> lesson = patterns.get(change.path("patroon").intValue())
                .between(today.plusDays(1), today.plusWeeks(WEEKS_AHEAD))
                .skip(change.path("les").intValue()).findFirst();
        return lesson.map(planned -> {
            ObjectNode content = planned.content().deepCopy();
            content.setAll(details(change));
            if (change.path("vervalt").booleanValue()) {
                return item(planned, content.put("status", AgendaItem.CANCELLED));
            }
            between(content, planned.day(), change);
            return item(planned, content.put("status", AgendaItem.CHANGED));
        });
    }

    private AgendaItem item(AgendaItem planned, ObjectNode content) {
        String begin = content.path("begin").textValue();
        boolean moved = !begin.equals(planned.begin().toString());
        return new AgendaItem(planned.id(), 2, moved ? planned.begin() : null, refreshed, content, false);
    }

    private AgendaItem once(int number, JsonNode written) {
        ObjectNode content = details(written);
        if (!content.has("status")) {
            content.put("status", AgendaItem.PLANNED);
        }
        LocalDate day = LocalDate.parse(written.path("dag").textValue());
        while (SchoolHolidays.covers(day)) {
            day = RelativeDates.workdayFrom(day.plusDays(1));
        }
        between(content, day, written);
        return new AgendaItem(owner + "-los-" + number, 1, null, refreshed, content, false);
    }

    private static void between(ObjectNode content, LocalDate day, JsonNode written) {
        if (written.has("van")) {
            content.put("begin", RelativeDates.instant(day, written.path("van").textValue()))
                    .put("einde", RelativeDates.instant(day, written.path("tot").textValue()));
        }
    }

    private ObjectNode details(JsonNode written) {
        ObjectNode details = written.deepCopy();
        details.remove(TIMES);
        if (!details.has("bron")) {
            details.put("bron", course.at("/instelling/naam").asText(Waterstad.NAME));
        }
        return details;
    }

    private static LocalTime time(JsonNode written, String field) {
        return LocalTime.parse(written.path(field).textValue());
    }
}

package nl.opkoers.demo.municipality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads a table of schools and courses, and gathers everything that is wrong with it, each with its line and column.
 * Every line is a course with its school, or a school alone. A column that is not there changes nothing; an empty cell
 * says that something is not known.
 */
final class OfferReading {

    /** What is wrong; the column is empty when it is about the whole line, the line 0 when it is about the whole file. */
    record Mistake(int line, String column, String code) {
    }

    /**
     * What a table says.
     *
     * @param schools fields of schools by id, in the order of the table
     * @param courses fields of courses, each with the {@code aanbieder} it is of
     */
    record Offers(Map<String, ObjectNode> schools, List<ObjectNode> courses) {

        /** As it is kept until somebody says that it is to be taken over. */
        ObjectNode written() {
            ObjectNode all = Json.object();
            schools.values().forEach(all.putArray("scholen")::add);
            courses.forEach(all.withArray("cursussen")::add);
            return all;
        }

        static Offers read(JsonNode written) {
            Offers offers = new Offers(new LinkedHashMap<>(), new ArrayList<>());
            written.path("scholen").forEach(school -> offers.schools.put(school.path("id").textValue(), (ObjectNode) school));
            written.path("cursussen").forEach(course -> offers.courses.add((ObjectNode) course));
            return offers;
        }
    }

    /** The field of a course that says which school it is of, while it is not kept under that school yet. */
    static final String SCHOOL = "aanbieder";

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Offers offers = new Offers(new LinkedHashMap<>(), new ArrayList<>());
    private final Set<String> seen = new HashSet<>();
    private final Map<Integer, OfferColumn> columns = new LinkedHashMap<>();

    private OfferReading() {
    }

    static OfferReading of(OfferTable table) {
        OfferReading reading = new OfferReading();
        if (table.rows().isEmpty()) {
            reading.mistakes.add(new Mistake(0, "", "leeg"));
        } else if (table.rows().size() > OfferTable.MOST_ROWS + 1) {
            reading.mistakes.add(new Mistake(0, "", "te-veel"));
        } else {
            reading.titles(table.rows().get(0));
            if (reading.mistakes.isEmpty()) {
                table.rows().stream().skip(1).forEach(reading::line);
            }
        }
        return reading;
    }

    List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Holds only when nothing is wrong. */
    Offers offers() {
        return offers;
    }

    private void titles(OfferTable.TableRow row) {
        for (int at = 0; at < row.cells().size(); at++) {
            String title = row.cell(at);
            Optional<OfferColumn> column = OfferColumn.titled(title);
            if (column.isEmpty() && !title.isEmpty()) {
                mistakes.add(new Mistake(row.number(), title, "onbekende-kolom"));
            } else if (column.isPresent() && columns.containsValue(column.get())) {
                mistakes.add(new Mistake(row.number(), title, "kolom-dubbel"));
            }
            int place = at;
            column.ifPresent(known -> columns.put(place, known));
        }
        for (OfferColumn needed : List.of(OfferColumn.SCHOOL_ID, OfferColumn.SCHOOL_NAME)) {
            if (!columns.containsValue(needed)) {
                mistakes.add(new Mistake(row.number(), needed.title(), "kolom-ontbreekt"));
            }
        }
    }

    private void line(OfferTable.TableRow row) {
        ObjectNode school = Json.object();
        ObjectNode course = Json.object();
        columns.forEach((at, column) -> {
            try {
                (column.part() == OfferColumn.Part.SCHOOL ? school : course).set(column.field(), column.read(row.cell(at)));
            } catch (OfferColumn.Unreadable unreadable) {
                mistakes.add(new Mistake(row.number(), column.title(), unreadable.getMessage()));
            }
        });
        needs(row, school, OfferColumn.SCHOOL_ID);
        needs(row, school, OfferColumn.SCHOOL_NAME);
        school(row, school);
        if (course.properties().stream().anyMatch(field -> !field.getValue().isNull())) {
            needs(row, course, OfferColumn.COURSE_ID);
            needs(row, course, OfferColumn.COURSE_NAME);
            course(row, course, school);
        }
    }

    private void needs(OfferTable.TableRow row, ObjectNode fields, OfferColumn column) {
        boolean told = mistakes.stream().anyMatch(mistake -> mistake.line() == row.number() && mistake.column().equals(column.title()));
        if (!told && !fields.hasNonNull(column.field())) {
            mistakes.add(new Mistake(row.number(), column.title(), "verplicht"));
        }
    }

    private void school(OfferTable.TableRow row, ObjectNode school) {
        ObjectNode before = school.hasNonNull("id") ? offers.schools.putIfAbsent(school.path("id").textValue(), school) : null;
        if (before != null && !before.equals(school)) {
            mistakes.add(new Mistake(row.number(), differs(before, school), "school-verschilt"));
        }
    }

    private void course(OfferTable.TableRow row, ObjectNode course, ObjectNode school) {
        if (course.hasNonNull("id") && !seen.add(course.path("id").textValue())) {
            mistakes.add(new Mistake(row.number(), OfferColumn.COURSE_ID.title(), "cursus-dubbel"));
        }
        offers.courses.add(course.put(SCHOOL, school.path("id").textValue()));
    }

    private static String differs(ObjectNode before, ObjectNode school) {
        for (OfferColumn column : OfferColumn.values()) {
            if (column.part() == OfferColumn.Part.SCHOOL && !before.path(column.field()).equals(school.path(column.field()))) {
                return column.title();
            }
        }
        return "";
    }
}

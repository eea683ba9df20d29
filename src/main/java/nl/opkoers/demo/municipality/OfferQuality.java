package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How good the list of schools and courses is, and that list as a table. */
final class OfferQuality {

    /** After this many days nobody can rely on it any more: a choice of this desk. */
    static final int FRESH_FOR_DAYS = 90;

    /** A course with its school; both as the contract has them. */
    record Row(JsonNode school, JsonNode course) {

        String name() {
            return school.path("naam").asText() + ": " + course.path("naam").asText();
        }

        /** The last day on which somebody looked whether it is still so; null when nobody is known to have. */
        LocalDate checked() {
            return course.hasNonNull("gecontroleerdOp") ? LocalDate.parse(course.path("gecontroleerdOp").textValue()) : null;
        }
    }

    private final OfferStore offers;

    OfferQuality(OfferStore offers) {
        this.offers = offers;
    }

    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        Json.parse(offers.providers()).path("aanbieders").forEach(school ->
                school.path("cursussen").forEach(course -> rows.add(new Row(school, course))));
        return rows;
    }

    static List<Row> withoutPrice(List<Row> rows) {
        return rows.stream().filter(row -> !row.course().hasNonNull("prijsPerUur") && !row.course().hasNonNull("prijsTotaal")).toList();
    }

    static List<Row> unchecked(List<Row> rows, LocalDate today) {
        LocalDate oldest = today.minusDays(FRESH_FOR_DAYS);
        return rows.stream().filter(row -> row.checked() == null || row.checked().isBefore(oldest)).toList();
    }

    /** The whole list as a table that can be read in again, where it changes nothing. */
    String table() {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT.builder().setDelimiter(';').get())) {
            printer.printRecord(Stream.of(OfferColumn.values()).map(OfferColumn::title));
            for (Row row : all()) {
                printer.printRecord(Stream.of(OfferColumn.values()).map(column -> written(
                        (column.part() == OfferColumn.Part.SCHOOL ? row.school() : row.course()).path(column.field()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String written(JsonNode value) {
        if (value.isArray() && value.isEmpty()) {
            return OfferColumn.NOTHING;
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(OfferQuality::written).collect(Collectors.joining(", "));
        }
        if (value.has("bedrag")) {
            return value.path("bedrag").decimalValue().setScale(2).toPlainString().replace('.', ',');
        }
        if (value.has("dag")) {
            return value.path("dag").asText() + " " + value.path("van").asText() + "-" + value.path("tot").asText();
        }
        return value.isBoolean() ? value.booleanValue() ? "ja" : "nee" : harmless(value.asText(""));
    }

    /** A spreadsheet takes a text that begins with such a sign for a formula. */
    private static String harmless(String text) {
        return text.matches("[=+\\-@].*") ? "'" + text : text;
    }
}

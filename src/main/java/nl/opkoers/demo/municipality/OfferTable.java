package nl.opkoers.demo.municipality;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * A table as somebody keeps it in a spreadsheet: CSV, as Dutch and other spreadsheets write it, or the first sheet of XLSX.
 *
 * @param rows every row with its number as a spreadsheet shows it; empty rows are left out
 */
record OfferTable(List<TableRow> rows) {

    /** More schools and courses than any municipality has. */
    static final int MOST_ROWS = 5_000;

    private static final Charset OLD_SPREADSHEETS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** By which a spreadsheet would take a text for a formula. */
    private static final String FORMULA = "'[=+\\-@].*";

    /** One row. */
    record TableRow(int number, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** What stands in this column; empty when the row is shorter. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** @throws IOException when it is no such table */
    static OfferTable read(byte[] file) throws IOException {
        byte[] start = file.length < 4 ? new byte[4] : java.util.Arrays.copyOf(file, 4);
        List<TableRow> rows = ReadableWorkbook.isOOXMLZipHeader(start) ? workbook(file) : text(decoded(file));
        return new OfferTable(rows.stream().filter(row -> !row.isEmpty()).toList());
    }

    private static List<TableRow> workbook(byte[] file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS + 2L).map(OfferTable::row).toList();
        } catch (ExcelReaderException | DateTimeException | IllegalArgumentException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static TableRow row(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column).map(OfferTable::written).orElse("").strip());
        }
        return new TableRow(row.getRowNum(), cells);
    }

    /** As somebody would type it in a CSV file. */
    private static String written(Cell cell) {
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean() ? "ja" : "nee";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.EMPTY ? "" : cell.getText();
        }
        if (format.matches("(?i).*[dy].*")) {
            return cell.asDate().toLocalDate().toString();
        }
        BigDecimal number = format.contains("%") ? cell.asNumber().movePointRight(2) : cell.asNumber();
        return number.stripTrailingZeros().toPlainString();
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException old) {
            return new String(file, OLD_SPREADSHEETS);
        }
    }

    private static List<TableRow> text(String text) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.stream().limit(MOST_ROWS + 2L).map(OfferTable::row).toList();
        } catch (IllegalArgumentException | java.io.UncheckedIOException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static TableRow row(CSVRecord read) {
        return new TableRow((int) read.getRecordNumber(), read.stream()
                .map(cell -> cell.matches(FORMULA) ? cell.substring(1) : cell).map(String::strip).toList());
    }

    /** Dutch spreadsheets put a semicolon where others put a comma. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        return Stream.of(';', '\t', ',')
                .max((one, other) -> Long.compare(count(header, one), count(header, other))).orElseThrow();
    }

    private static long count(String header, char sign) {
        return header.chars().filter(each -> each == sign).count();
    }
}

package nl.opkoers.demo.municipality;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The desk's pages about schools: how good the list is, and reading in another one. */
final class DeskOffers {

    private static final int MOST_SHOWN = 100;

    /** A page and the status it is answered with. */
    record Page(int status, String html) {
    }

    private final DeskTemplates templates;
    private final Texts texts;
    private final OfferReports reports;
    private final OfferQuality quality;
    private final OfferImports imports;
    private final Clock clock;

    DeskOffers(DeskTemplates templates, Texts texts, Store store, Clock clock) {
        this.templates = templates;
        this.texts = texts;
        this.reports = new OfferReports(store);
        this.quality = new OfferQuality(new OfferStore(store));
        this.imports = new OfferImports(store, clock);
        this.clock = clock;
    }

    String quality(String done) {
        List<OfferQuality.Row> all = quality.all();
        Map<String, Object> data = data(done);
        data.put("courses", all.size());
        data.put("reports", reports.open().stream().map(this::report).toList());
        data.put("lists", List.of(
                list("zonder_prijs", OfferQuality.withoutPrice(all)),
                list("niet_gecontroleerd", OfferQuality.unchecked(all, LocalDate.now(clock.withZone(RelativeDates.ZONE))))));
        return templates.render("offers", data);
    }

    /** Whether there was such a report. */
    boolean dealtWith(String report) {
        return reports.dealtWith(report, clock.instant());
    }

    String table() {
        return quality.table();
    }

    String choose() {
        Map<String, Object> data = data("");
        data.put("columns", String.join(", ", java.util.stream.Stream.of(OfferColumn.values()).map(OfferColumn::title).toList()));
        data.put("wrong", List.of());
        data.put("more", false);
        return templates.render("import", data);
    }

    /** What the table would change; or all that is wrong with it, and then nothing is kept of it. */
    Page preview(byte[] file) {
        List<OfferReading.Mistake> mistakes = new ArrayList<>();
        try {
            OfferReading reading = OfferReading.of(OfferTable.read(file));
            mistakes.addAll(reading.mistakes());
            if (mistakes.isEmpty()) {
                OfferImports.Preview preview = imports.keep(reading.offers());
                preview.alien().forEach(id -> mistakes.add(new OfferReading.Mistake(0, id, "andere-school")));
                if (mistakes.isEmpty()) {
                    return new Page(200, preview(preview));
                }
            }
        } catch (IOException unreadable) {
            mistakes.add(new OfferReading.Mistake(0, "", "onleesbaar"));
        }
        return new Page(400, refused(mistakes));
    }

    /** Empty when there was no such table any more. */
    Optional<List<OfferImports.Change>> takeOver(String id) {
        return imports.takeOver(id);
    }

    private String preview(OfferImports.Preview preview) {
        List<OfferImports.Change> changes = preview.changes().stream().filter(change -> !change.isNone()).toList();
        Map<String, Object> data = data("");
        data.put("id", preview.id());
        data.put("fresh", changes.stream().filter(OfferImports.Change::isNew).count());
        data.put("changed", changes.stream().filter(change -> !change.isNew()).count());
        data.put("same", preview.changes().size() - changes.size());
        data.put("changes", changes.stream().limit(MOST_SHOWN).map(this::change).toList());
        data.put("more", changes.size() > MOST_SHOWN);
        return templates.render("preview", data);
    }

    private String refused(List<OfferReading.Mistake> mistakes) {
        Map<String, Object> data = data("");
        data.put("problem", texts.get("inlezen_niets"));
        data.put("columns", String.join(", ", java.util.stream.Stream.of(OfferColumn.values()).map(OfferColumn::title).toList()));
        data.put("wrong", mistakes.stream().limit(MOST_SHOWN).map(this::mistake).toList());
        data.put("more", mistakes.size() > MOST_SHOWN);
        return templates.render("import", data);
    }

    private Map<String, Object> mistake(OfferReading.Mistake mistake) {
        return Map.of("line", mistake.line() == 0 ? "" : Integer.toString(mistake.line()), "column", mistake.column(),
                "what", texts.get("inlezen_fout_" + mistake.code()));
    }

    private Map<String, Object> change(OfferImports.Change change) {
        return Map.of("school", change.school(), "course", Objects.requireNonNullElse(change.course(), ""),
                "what", change.isNew() ? texts.get("inlezen_nieuw") : String.join(", ", change.columns()));
    }

    private Map<String, Object> report(OfferReports.Report report) {
        return Map.of("id", report.id(), "name", report.name(), "course", Objects.requireNonNullElse(report.course(), ""),
                "kind", report.kind(), "note", Objects.requireNonNullElse(report.note(), ""), "language", report.language(),
                "moment", DeskDates.exact(report.at()));
    }

    private Map<String, Object> list(String key, List<OfferQuality.Row> rows) {
        return Map.of("id", key, "title", texts.get(key), "count", rows.size(), "more", rows.size() > MOST_SHOWN,
                "rows", rows.stream().limit(MOST_SHOWN).map(row -> Map.of("name", row.name(), "id", row.course().path("id").asText(),
                        "checked", row.checked() == null ? "" : row.checked().toString())).toList());
    }

    private Map<String, Object> data(String done) {
        Map<String, Object> data = new HashMap<>();
        data.put("text", texts.all());
        data.put("done", texts.find("gedaan_" + done).orElse(""));
        data.put("problem", "");
        data.put("mistakes", List.of());
        return data;
    }
}

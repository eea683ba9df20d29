package nl.opkoers.own;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.opkoers.file.Document;
import nl.opkoers.file.Documents;
import nl.opkoers.file.Picture;
import nl.opkoers.file.Pictures;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.law.KeptKind;

/**
 * Writes what is held of somebody as one ZIP: {@code my-data.json} for a machine, {@code my-data.html} to read without a network,
 * and their files. What the JSON looks like is told in {@code src/docs/my-data.md}.
 */
@ApplicationScoped
class HoldingFiles {

    private static final String FORMAT = "op-koers my-data 1";

    private final Pictures pictures;
    private final Documents documents;
    private final ObjectMapper json;

    HoldingFiles(Pictures pictures, Documents documents, ObjectMapper json) {
        this.pictures = pictures;
        this.documents = documents;
        this.json = json;
    }

    /** One kind, to read. @param rows the lines of each row */
    record Chapter(KeptKind kind, Period keptFor, List<List<Readable.Line>> rows) {
    }

    @CheckedTemplate(basePath = "own")
    static class Templates {
        static native TemplateInstance file(Instant made, List<Chapter> chapters, List<String> addresses, List<String> files);

        private Templates() {
        }
    }

    /** The page to read, which the language of the request decides; made before anything is sent. */
    TemplateInstance page(Holding holding) {
        List<String> files = Stream.concat(holding.files("picture").stream().map(HoldingFiles::jpeg),
                holding.files("document").stream().map(HoldingFiles::pdf)).toList();
        return Templates.file(holding.made(), holding.parts().stream().map(HoldingFiles::chapter).toList(), holding.addresses(), files);
    }

    private static Chapter chapter(Holding.Part part) {
        return new Chapter(part.kind(), part.keptFor(), part.tables().values().stream().flatMap(List::stream)
                .map(row -> Readable.of(part.kind(), row)).filter(lines -> !lines.isEmpty()).toList());
    }

    /**
     * Writes the ZIP: one file at a time, so that no more of them is in memory than one.
     *
     * @throws IOException when what is listed is not there any more; what was written until then is no whole ZIP
     */
    void write(ParticipantKey key, Holding holding, String page, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        put(zip, "my-data.json", json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(json(holding)));
        put(zip, "my-data.html", page.getBytes(StandardCharsets.UTF_8));
        for (UUID id : holding.files("picture")) {
            put(zip, jpeg(id), pictures.find(key, id).map(Picture::jpeg));
        }
        for (UUID id : holding.files("document")) {
            put(zip, pdf(id), documents.find(key, id).map(Document::pdf));
        }
        zip.finish();
    }

    private ObjectNode json(Holding holding) {
        ObjectNode whole = json.createObjectNode().put("format", FORMAT).put("made", holding.made().toString());
        ObjectNode kinds = whole.putObject("kinds");
        holding.parts().forEach(part -> {
            ObjectNode kind = kinds.putObject(part.kind().name()).put("keptFor", part.keptFor().toString());
            part.tables().forEach((table, rows) -> rows.forEach(kind.withArray("/" + table)::add));
        });
        holding.addresses().forEach(whole.putArray("addresses")::add);
        holding.notGiven().forEach(whole.putObject("notGiven")::put);
        return whole;
    }

    private static void put(ZipOutputStream zip, String name, Optional<byte[]> content) throws IOException {
        // Without it the ZIP would look complete: rather none, which is asked for again.
        put(zip, name, content.orElseThrow(() -> new IOException("A file cannot be found any more")));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String jpeg(UUID id) {
        return "files/" + id + ".jpg";
    }

    private static String pdf(UUID id) {
        return "files/" + id + ".pdf";
    }
}

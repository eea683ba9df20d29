package nl.opkoers.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.opkoers.identity.ParticipantKey;
import org.jboss.logging.Logger;

/**
 * The letters that people sent as PDF. A file is known by its content and never by its name; it is kept as it is, and nothing
 * here reads it. A document is only found under the key of the person whose it is.
 */
@ApplicationScoped
public class Documents {

    /** The most bytes of a file that is kept: 10 MiB. */
    public static final int MOST_BYTES = Pictures.MOST_BYTES;
    /** The most documents of one person: more letters than anybody asks about. */
    static final int MOST = 500;

    private static final Logger LOG = Logger.getLogger(Documents.class);
    /** How a PDF file begins (ISO 32000-1, section 7.5.2). What has it further on may be something else as well. */
    private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final DocumentRows rows;
    private final Checking check;
    private final Clock clock;

    Documents(DocumentRows rows, Checking check, Clock clock) {
        this.rows = rows;
        this.check = check;
        this.clock = clock;
    }

    /** Whether a file is a PDF, by how it begins. */
    static boolean isDocument(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(BEGINNING.length), BEGINNING);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * Keeps a document: the same one sent twice is one, and another one does not take its place.
     *
     * @param id   chosen where it was picked; that of what is kept, unless another document has it
     * @param file one that is a PDF by how it begins
     */
    public Received keep(ParticipantKey key, UUID id, Path file) {
        byte[] bytes = read(file);
        Optional<Refusal> refusal = refusal(key, bytes);
        if (refusal.isPresent()) {
            // Whose it is can be asked of them; what is in it is nobody's business.
            LOG.warnf("A document was not kept: %s, %d bytes", refusal.get(), bytes.length);
            return new Received.Refused(refusal.get());
        }
        boolean taken = find(key, id).filter(before -> !Arrays.equals(before.pdf(), bytes)).isPresent();
        Document document = new Document(taken ? Received.besides(id, bytes) : id, bytes);
        rows.keep(key, document, clock.instant());
        return new Received.Kept(document.id());
    }

    private Optional<Refusal> refusal(ParticipantKey key, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        return check.refusal(bytes).or(() -> rows.number(key) < MOST ? Optional.empty() : Optional.of(Refusal.TOO_MANY));
    }

    private static byte[] read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(MOST_BYTES + 1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A document of this person; empty when they have none with this id. */
    public Optional<Document> find(ParticipantKey key, UUID id) {
        return rows.find(key, id);
    }

    /** Whether this person has a document with this id. */
    public boolean has(ParticipantKey key, UUID id) {
        return !among(key, Set.of(id)).isEmpty();
    }

    /** Which of these ids are documents of this person. */
    public Set<UUID> among(ParticipantKey key, Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : rows.among(key, ids);
    }
}

package nl.opkoers.file;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.opkoers.identity.ParticipantKey;
import org.jboss.logging.Logger;

/**
 * The pictures that people sent. A file is known by its content and never by its name; what is kept is made anew from its
 * pixels. A picture is only found under the key of the person whose it is. Templates know this as {@code inject:pictures}.
 */
@Named("pictures")
@ApplicationScoped
@Unremovable
public class Pictures {

    /** The most bytes of a file that is read: 10 MiB. */
    public static final int MOST_BYTES = 10 << 20;
    /** The most pictures of one person: as many as they can have entries. */
    static final int MOST = 5_000;

    private static final Logger LOG = Logger.getLogger(Pictures.class);
    /** So many are read at the same time: each takes up to some hundred megabytes while it is. */
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_READ = Duration.ofSeconds(15);

    private final PictureRows rows;
    private final Checking check;
    private final HeicProgram heic;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Pictures(PictureRows rows, Checking check, HeicProgram heic, Clock clock) {
        this.rows = rows;
        this.check = check;
        this.heic = heic;
        this.clock = clock;
    }

    /**
     * Keeps a picture: the same one sent twice is one, and another one does not take its place.
     *
     * @param id chosen where it was picked; that of what is kept, unless another picture has it
     */
    public Received keep(ParticipantKey key, UUID id, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return keep(key, id, bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** As {@link #keep(ParticipantKey, UUID, Path)}; reads no more than it may keep. */
    public Received keep(ParticipantKey key, UUID id, InputStream file) {
        byte[] bytes = read(file);
        try {
            Picture picture = besideOthers(key, develop(key, id, bytes));
            rows.keep(key, picture, clock.instant());
            return new Received.Kept(picture.id());
        } catch (Unreadable refused) {
            // Whose it is can be asked of them; what is in it is nobody's business.
            LOG.warnf("A picture was not kept: %s, %d bytes, begins as %s", refused.why(), bytes.length,
                    PictureFormat.of(bytes).map(PictureFormat::name).orElse("none"));
            return new Received.Refused(refused.why());
        }
    }

    /** Of the same file comes the same picture, so that those that are not the same are of two. */
    private Picture besideOthers(ParticipantKey key, Picture picture) {
        return rows.find(key, picture.id()).filter(before -> !Arrays.equals(before.jpeg(), picture.jpeg()))
                .map(before -> picture.withId(Received.besides(picture.id(), picture.jpeg()))).orElse(picture);
    }

    /** A picture of this person; empty when they have none with this id. */
    public Optional<Picture> find(ParticipantKey key, UUID id) {
        return rows.find(key, id);
    }

    /** Whether this person has a picture with this id. */
    public boolean has(ParticipantKey key, UUID id) {
        return rows.has(key, id);
    }

    /** Forgets a picture; nothing happens when there is none. */
    public void remove(ParticipantKey key, UUID id) {
        rows.remove(key, id);
    }

    /** Whether HEIC can be read here. Where it is not asked for, most phones send JPEG by themselves. */
    public boolean isReadsHeic() {
        return heic.isThere();
    }

    private static byte[] read(InputStream file) {
        try {
            return file.readNBytes(MOST_BYTES + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Picture develop(ParticipantKey key, UUID id, byte[] bytes) throws Unreadable {
        require(bytes.length > 0, Refusal.EMPTY);
        require(bytes.length <= MOST_BYTES, Refusal.TOO_LARGE);
        Optional<Refusal> found = check.refusal(bytes);
        if (found.isPresent()) {
            throw new Unreadable(found.get());
        }
        PictureFormat format = PictureFormat.of(bytes).orElseThrow(() -> new Unreadable(Refusal.NO_PICTURE));
        require(rows.number(key) < MOST, Refusal.TOO_MANY);
        require(waited(), Refusal.TOO_SLOW);
        try {
            Patience patience = new Patience(clock, LONGEST_READ);
            return format == PictureFormat.HEIC
                    ? Darkroom.develop(id, PictureFormat.JPEG, heic.toJpeg(bytes), true, patience)
                    : Darkroom.develop(id, format, bytes, false, patience);
        } finally {
            places.release();
        }
    }

    private boolean waited() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void require(boolean holds, Refusal otherwise) throws Unreadable {
        if (!holds) {
            throw new Unreadable(otherwise);
        }
    }
}

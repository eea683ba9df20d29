package nl.opkoers.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** How long a picture may be read; asked at every step, as a reader can only be stopped from within. */
final class Patience implements IIOReadProgressListener {

    private final Clock clock;
    private final Instant end;

    Patience(Clock clock, Duration longest) {
        this.clock = clock;
        this.end = clock.instant().plus(longest);
    }

    /** @throws Unreadable when it took too long */
    void check() throws Unreadable {
        if (isOver()) {
            throw new Unreadable(Refusal.TOO_SLOW);
        }
    }

    private boolean isOver() {
        return clock.instant().isAfter(end);
    }

    @Override
    public void imageProgress(ImageReader reader, float percentage) {
        if (isOver()) {
            reader.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader reader, int first) {
        imageProgress(reader, 0);
    }

    @Override
    public void sequenceComplete(ImageReader reader) {
        imageProgress(reader, 0);
    }

    @Override
    public void imageStarted(ImageReader reader, int number) {
        imageProgress(reader, 0);
    }

    @Override
    public void imageComplete(ImageReader reader) {
        imageProgress(reader, 0);
    }

    @Override
    public void thumbnailStarted(ImageReader reader, int number, int thumbnail) {
        imageProgress(reader, 0);
    }

    @Override
    public void thumbnailProgress(ImageReader reader, float percentage) {
        imageProgress(reader, percentage);
    }

    @Override
    public void thumbnailComplete(ImageReader reader) {
        imageProgress(reader, 0);
    }

    @Override
    public void readAborted(ImageReader reader) {
        imageProgress(reader, 0);
    }
}

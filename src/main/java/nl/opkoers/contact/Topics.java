package nl.opkoers.contact;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** What one can ask about, and where each is asked. Templates know this as {@code inject:topics}. */
@Named("topics")
@ApplicationScoped
@Unremovable
public class Topics {

    /** In the order in which they are offered. */
    public List<Topic> getAll() {
        return List.of(Topic.values());
    }

    /** The page on which something is asked: some subjects have one of their own, where there is more to see. */
    public String door(Topic topic) {
        return switch (topic) {
            case SCHOOL -> "/help/choose-school";
            case TOOMUCH -> "/agenda/talk";
            case DATA -> "/my-data/wrong";
            default -> "/help/ask?topic=" + topic.name().toLowerCase(Locale.ROOT);
        };
    }

    /** When somebody can be called. */
    public List<Opening.CallBack> getCalls() {
        return List.of(Opening.CallBack.values());
    }

    /** Whom somebody would rather speak with. */
    public List<Opening.Gender> getGenders() {
        return List.of(Opening.Gender.values());
    }
}

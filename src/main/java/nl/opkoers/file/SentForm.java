package nl.opkoers.file;

import jakarta.enterprise.context.RequestScoped;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.page.Ids;
import nl.opkoers.page.Typed;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** The form that came with this request, with a file in it (multipart/form-data) or without. */
@RequestScoped
public class SentForm {

    private final Pictures pictures;
    private final Documents documents;

    SentForm(Pictures pictures, Documents documents) {
        this.pictures = pictures;
        this.documents = documents;
    }

    /** What was typed, by name; of several values the first one, each as {@link Typed#text} reads it. */
    public Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        FormData form = form();
        for (String name : form) {
            FormValue first = form.getFirst(name);
            if (first != null && !first.isFileItem()) {
                typed.put(name, Typed.text(first.getValue()));
            }
        }
        return typed;
    }

    /**
     * The field of the picture as it is now: what was sent is kept at once, so that it is still there when something else in
     * the form is wrong; what is refused takes nothing away that was there before.
     *
     * @param key of who is signed in
     */
    public PictureField picture(ParticipantKey key) {
        Map<String, String> typed = typed();
        UUID before = before(typed, id -> pictures.has(key, id)).orElse(null);
        Optional<Path> file = file();
        if (file.isEmpty()) {
            return PictureField.of(before);
        }
        UUID next = Ids.of(typed.get(PictureField.NEXT)).orElseGet(UUID::randomUUID);
        Received received = pictures.keep(key, next, file.get());
        return received instanceof Received.Kept now ? PictureField.of(now.id())
                : PictureField.with(before, ((Received.Refused) received).why());
    }

    /**
     * As {@link #picture}, where a PDF will do as well.
     *
     * @param key of who is signed in
     */
    public LetterField letter(ParticipantKey key) {
        Map<String, String> typed = typed();
        Optional<UUID> document = before(typed, id -> documents.has(key, id));
        Optional<Path> sent = file().filter(Documents::isDocument);
        if (sent.isEmpty()) {
            PictureField field = picture(key);
            return document.isPresent() && field.kept() == null
                    ? LetterField.of(PictureField.with(document.get(), field.refusal()), true) : LetterField.of(field, false);
        }
        UUID next = Ids.of(typed.get(PictureField.NEXT)).orElseGet(UUID::randomUUID);
        Received received = documents.keep(key, next, sent.get());
        if (received instanceof Received.Kept now) {
            return LetterField.of(PictureField.of(now.id()), true);
        }
        UUID before = document.or(() -> before(typed, id -> pictures.has(key, id))).orElse(null);
        return LetterField.of(PictureField.with(before, ((Received.Refused) received).why()), document.isPresent());
    }

    /** The file that was there already, when it is one of theirs of this kind and still wanted. */
    private static Optional<UUID> before(Map<String, String> typed, Predicate<UUID> isTheirs) {
        return typed.containsKey(PictureField.WITHOUT) ? Optional.empty() : Ids.of(typed.get(PictureField.KEPT)).filter(isTheirs);
    }

    /**
     * The field of a letter in a form that was kept for later: a file that was in it is not there any more, which is said.
     *
     * @param key   of who is signed in
     * @param typed what was in the form, by name; a file by its own name
     */
    public LetterField letterOf(ParticipantKey key, Map<String, String> typed) {
        PictureField field = PictureField.ofKept(typed);
        boolean document = field.kept() != null && documents.has(key, field.kept());
        return document || field.kept() == null || pictures.has(key, field.kept()) ? LetterField.of(field, document)
                : LetterField.of(PictureField.with(null, field.refusal()), false);
    }

    /** A browser sends a part without a name when no file was chosen. */
    private static Optional<Path> file() {
        FormValue sent = form().getFirst(PictureField.FILE);
        return sent == null || !sent.isFileItem() || sent.getFileName() == null || sent.getFileName().isBlank()
                ? Optional.empty() : Optional.of(sent.getFileItem().getFile());
    }

    private static FormData form() {
        FormData form = CurrentRequestManager.get().getFormData();
        return form == null ? new FormData(0) : form;
    }
}

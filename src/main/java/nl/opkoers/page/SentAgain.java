package nl.opkoers.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * What somebody sent that was not taken now, so that they need not type it again: the same form with a button.
 *
 * @param action where it was sent; {@code null} when it was no form
 * @param fields what was typed
 * @param files  the names of fields in which a file was; the files themselves have to be chosen again
 */
public record SentAgain(String action, List<Field> fields, List<String> files) {

    private static final String TOKEN = "csrf-token";

    /** One thing that was typed. */
    public record Field(String name, String value) {
    }

    static SentAgain nothing() {
        return new SentAgain(null, List.of(), List.of());
    }

    /** Of a form that was read before any page was asked; empty when none was. */
    static SentAgain of(HttpServerRequest request) {
        return of(request, List.of());
    }

    /** As {@link #of(HttpServerRequest)}, with the names of fields in which a file was. */
    static SentAgain of(HttpServerRequest request, List<String> files) {
        List<Field> fields = request.formAttributes().entries().stream().map(each -> new Field(each.getKey(), each.getValue())).toList();
        return fields.isEmpty() ? nothing() : new SentAgain(action(request), fields, files);
    }

    static SentAgain of(HttpServerRequest request, FormData form) {
        if (!HttpMethod.POST.equals(request.method()) || form == null) {
            return nothing();
        }
        List<Field> fields = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (String name : form) {
            for (FormValue value : form.get(name)) {
                if (!value.isFileItem()) {
                    fields.add(new Field(name, value.getValue()));
                } else if (isChosen(value)) {
                    files.add(name);
                }
            }
        }
        return new SentAgain(action(request), fields, files);
    }

    /** A field that was left empty is sent as a file without a name. */
    private static boolean isChosen(FormValue file) {
        return file.getFileName() != null && !file.getFileName().isBlank();
    }

    /** The same with a token of forms that holds, in the place of the one that came along. */
    SentAgain withToken(String token) {
        return with(TOKEN, token);
    }

    /** The same with this value in the field of this name, alone. */
    SentAgain with(String name, String value) {
        List<Field> renewed = new ArrayList<>(fields);
        renewed.removeIf(each -> name.equals(each.name()));
        renewed.add(new Field(name, value));
        return new SentAgain(action, renewed, files);
    }

    /** The same with each value otherwise. */
    SentAgain with(UnaryOperator<String> change) {
        return new SentAgain(action, fields.stream().map(each -> new Field(each.name(), change.apply(each.value()))).toList(), files);
    }

    /** Whether a field of this name came along. */
    boolean has(String name) {
        return value(name).isPresent();
    }

    /** What came in the field of this name; empty when there was none. */
    Optional<String> value(String name) {
        return fields.stream().filter(each -> name.equals(each.name())).map(Field::value).findFirst();
    }

    /** What was written in words, for who can send it no more: not the one word of a choice, nor what a page puts in by itself. */
    public List<String> getWords() {
        return fields.stream().map(Field::value).filter(value -> value.strip().matches("(?s).*\\s.*")).toList();
    }

    /** With one slash: two would name another site. */
    private static String action(HttpServerRequest request) {
        return request.uri().replaceFirst("^/+", "/");
    }
}

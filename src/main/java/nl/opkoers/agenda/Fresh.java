package nl.opkoers.agenda;

import io.quarkus.qute.TemplateExtension;
import java.util.UUID;

/** Gives a form the id of what will be sent with it: {@code {fresh:id}}. Made with the page, so that two taps are one. */
@TemplateExtension(namespace = "fresh")
final class Fresh {

    private Fresh() {
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}

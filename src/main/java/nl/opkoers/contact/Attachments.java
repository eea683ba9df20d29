package nl.opkoers.contact;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;

/** What goes along with a question for help, as it is kept. */
final class Attachments {

    private static final String ADDRESS = "address";
    private static final String CONTENT = "content";

    private Attachments() {
    }

    static String write(HelpRequest.Attachment attachment) {
        JsonObject content = new JsonObject();
        attachment.content().forEach(content::put);
        return new JsonObject().put(ADDRESS, attachment.address()).put(CONTENT, content).encode();
    }

    static HelpRequest.Attachment read(String kept) {
        JsonObject json = new JsonObject(kept);
        Map<String, String> content = json.getJsonObject(CONTENT).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        return new HelpRequest.Attachment(json.getString(ADDRESS), content);
    }
}

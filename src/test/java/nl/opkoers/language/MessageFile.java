package nl.opkoers.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message file as a translator left it: one message on a line, {@code key=text}.
 *
 * @param faults what cannot be read as messages: a line without a key, a key that comes twice, a line that goes on
 */
record MessageFile(Language language, Map<String, String> texts, List<String> faults) {
    static MessageFile read(Language language) {
        return of(language, content("translations/messages/msg_" + language.tag() + ".properties"));
    }

    static MessageFile of(Language language, String content) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (String line : content.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String key = line.substring(0, Math.max(equals, 0));
            if (!key.matches("[a-z][A-Za-z0-9_$]*") || line.endsWith("\\")) {
                faults.add(language.tag() + ": not “key=text” on one line: " + line);
            } else if (texts.put(key, line.substring(equals + 1)) != null) {
                faults.add(language.tag() + ":" + key + " comes twice");
            }
        }
        return new MessageFile(language, texts, faults);
    }

    /** The lines of a list beside the messages: everything before the first “=” by what follows it. */
    static Map<String, String> list(String content) {
        Map<String, String> list = new LinkedHashMap<>();
        for (String line : content.split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                list.put(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
            }
        }
        return list;
    }

    static String content(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

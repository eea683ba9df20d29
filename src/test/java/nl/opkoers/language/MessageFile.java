package nl.opkoers.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One message file as a translator left it: one message on a line, {@code key=text}.
 *
 * @param bundle the name of the bundle, before the tag of the language in the file's name
 * @param faults what cannot be read as messages: a line without a key, a key that comes twice, a line that goes on
 */
record MessageFile(String bundle, Language language, Map<String, String> texts, List<String> faults) {
    private static final Path FOLDER = Path.of("translations/messages");

    /** The bundles there are, by the files in Dutch: the common one and one for every room that has texts of its own. */
    static List<String> bundles() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("_nl.properties"))
                    .map(name -> name.replace("_nl.properties", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageFile read(String bundle, Language language) {
        return of(bundle, language, content(FOLDER.resolve(bundle + "_" + language.tag() + ".properties").toString()));
    }

    static MessageFile of(String bundle, Language language, String content) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        String file = bundle + "_" + language.tag();
        for (String line : content.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String key = line.substring(0, Math.max(equals, 0));
            if (!key.matches("[a-z][A-Za-z0-9_$]*") || line.endsWith("\\")) {
                faults.add(file + ": not “key=text” on one line: " + line);
            } else if (texts.put(key, line.substring(equals + 1)) != null) {
                faults.add(file + ":" + key + " comes twice");
            }
        }
        return new MessageFile(bundle, language, texts, faults);
    }

    /** How a text is called in findings and in the lists beside the messages: {@code msg_en:nav_home}. */
    String named(String key) {
        return bundle + "_" + language.tag() + ":" + key;
    }

    /** How a text is called whatever its language, as in a template: {@code msg:nav_home}. */
    String anyLanguage(String key) {
        return bundle + ":" + key;
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

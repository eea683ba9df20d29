package nl.opkoers.signin;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import nl.opkoers.language.Language;

/** Texts as translators wrote them, for tests without a portal in their own process. */
public enum TextFile {
    PORTAL("translations/messages/msg_"),
    THEME("docker/keycloak/themes/opkoers/login/messages/messages_");

    private final String path;

    TextFile(String path) {
        this.path = path;
    }

    public String text(Language language, String key) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(Files.readString(Path.of(path + language.tag() + ".properties"))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (!texts.containsKey(key)) {
            throw new AssertionError("no text " + key);
        }
        return texts.getProperty(key);
    }
}

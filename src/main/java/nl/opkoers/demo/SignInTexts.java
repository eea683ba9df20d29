package nl.opkoers.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;

/**
 * The texts of the demo's sign-in page, from the same files as every other text of the portal.
 *
 * <p>The page is shown outside the portal, also before that starts, so the texts cannot come from its message bundle.
 * None of them holds a value.
 */
final class SignInTexts {
    private final Map<Language, Messages> texts = new EnumMap<>(Language.class);

    SignInTexts() {
        for (Language language : Language.values()) {
            texts.put(language, messages(read("/messages/msg_" + language.tag() + ".properties")));
        }
    }

    Messages in(Language language) {
        return texts.get(language);
    }

    private static Messages messages(Properties texts) {
        return (Messages) Proxy.newProxyInstance(Messages.class.getClassLoader(), new Class<?>[] {Messages.class},
                (proxy, method, values) -> Objects.requireNonNull(texts.getProperty(method.getName()),
                        method.getName()));
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(SignInTexts.class.getResourceAsStream(resource), resource)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

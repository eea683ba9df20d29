package nl.opkoers.language;

import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java side of a bundle: the interface whose methods are the messages. */
record MessageInterface(String bundle, Class<?> type) {
    private static final Path SOURCES = Path.of("src/main/java");

    /** Every interface of messages in the house; each is in a file whose name ends in {@code Messages}. */
    static List<MessageInterface> all() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("Messages.java")).map(MessageInterface::type)
                    .filter(type -> type.isAnnotationPresent(MessageBundle.class)).map(MessageInterface::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageInterface of(Class<?> type) {
        String name = type.getAnnotation(MessageBundle.class).value();
        return new MessageInterface(name.equals(MessageBundle.DEFAULTED_NAME) ? "msg" : name, type);
    }

    private static Class<?> type(Path source) {
        String name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
        try {
            return Class.forName(name, false, MessageInterface.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The keys that the files must have and no other: that of a method, or one for each constant that it is given. */
    Set<String> keys() {
        return Stream.of(type.getMethods()).flatMap(method -> keys(method).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keys(Method method) {
        List<String> keys = new ArrayList<>();
        List<String> constants = constants(method);
        String join = constants.stream().anyMatch(constant -> constant.contains("_")) ? "_$" : "_";
        constants.forEach(constant -> keys.add(method.getName() + join + constant));
        return keys.isEmpty() ? List.of(method.getName()) : keys;
    }

    private static List<String> constants(Method method) {
        Parameter[] parameters = method.getParameters();
        return parameters.length != 1 || !parameters[0].getType().isEnum() ? List.of()
                : Stream.of(parameters[0].getType().getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList();
    }
}

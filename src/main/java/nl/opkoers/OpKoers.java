package nl.opkoers;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.opkoers.demo.Demo;
import nl.opkoers.demo.DemoFailure;
import nl.opkoers.demo.MunicipalityProcess;

/**
 * The way in. One program with three roles, named by its first word or, without one, by {@code opkoers.role}: {@code portal}, as
 * in production and when nothing is said; {@code municipality}, the reference municipality alone; {@code demo}, both, in a world of
 * their own with invented people.
 */
@QuarkusMain
public final class OpKoers {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private OpKoers() {}

    /** Starts what is asked for. Exit code 1: a setting is missing or the demo cannot start; 2: no such role. */
    public static void main(String... words) {
        String role = words.length == 0 ? EarlySettings.value("opkoers.role").orElse("portal") : words[0];
        try {
            switch (role) {
                case "portal" -> portal(rest(words));
                case "demo" -> Demo.run(demoDirectory(), rest(words));
                case "municipality" -> MunicipalityProcess.run(demoDirectory(), rest(words));
                default -> end(MISUSED, "No such role: " + role + ". There are portal, municipality and demo.");
            }
        } catch (DemoFailure failure) {
            end(FAILED, failure.explained());
        }
    }

    private static void portal(String... words) {
        List<String> problems = Stream.concat(RequiredSettings.problems(EarlySettings::value).stream(),
                WeakSettings.problems(EarlySettings::value, EarlySettings.names()).stream()).toList();
        if (problems.isEmpty()) {
            Quarkus.run(words);
        } else {
            end(FAILED, RequiredSettings.explained(problems));
        }
    }

    private static Path demoDirectory() {
        return Path.of(".demo");
    }

    private static String[] rest(String... words) {
        return words.length == 0 ? words : Arrays.copyOfRange(words, 1, words.length);
    }

    private static void end(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}

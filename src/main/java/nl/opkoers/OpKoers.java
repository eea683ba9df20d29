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
 * The way in: without a word the portal as in production; {@code demo} the portal in a world of its own with invented
 * people; {@code municipality} the reference municipality of that world alone.
 */
@QuarkusMain
public final class OpKoers {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private OpKoers() {}

    /** Starts what the first word asks for. Exit code 1: a setting is missing or the demo cannot start; 2: other word. */
    public static void main(String... words) {
        String word = words.length == 0 ? "" : words[0];
        try {
            switch (word) {
                case "" -> portal(words);
                case "demo" -> Demo.run(demoDirectory(), rest(words));
                case "municipality" -> MunicipalityProcess.run(demoDirectory(), rest(words));
                default -> end(MISUSED, "Unknown word: " + word + ". Use none, demo or municipality.");
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
        return Arrays.copyOfRange(words, 1, words.length);
    }

    private static void end(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}

package nl.opkoers.identity;

import io.micrometer.core.instrument.Metrics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.Answer;
import nl.opkoers.Numbers;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.municipality.CallsMade;
import nl.opkoers.notice.NoticeLinks;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.MDC;

/** Everything that is left of what people did, wherever that is: to look for what should be in none of it. */
final class LeftBehind implements AutoCloseable {

    /** The one call that may bear a number, and in its body alone. */
    private static final String LOOK_UP = "/inburgeraars/_zoek";
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9_-]{12,}");

    private final SessionCookie sessions;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Listener(log);
    private final List<CallsMade.Call> calls = CallsMade.from();
    private final List<Portal> portals = new ArrayList<>();
    private final Level usual = house().getLevel();

    LeftBehind(SessionCookie sessions) {
        this.sessions = sessions;
        house().setLevel(Level.ALL);
        LogManager.getLogManager().getLogger("").addHandler(listener);
    }

    /** What this browser was answered counts too. */
    Portal of(Portal portal) {
        portals.add(portal);
        return portal;
    }

    Handler listener() {
        return listener;
    }

    List<String> log() {
        return List.copyOf(log);
    }

    /** All of it, by where it is. */
    Map<String, List<String>> everywhere() {
        List<Answer> answers = portals.stream().flatMap(portal -> portal.answers().stream()).toList();
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("the log", log());
        all.put("addresses of the portal", answers.stream().map(answer -> answer.address().toString()).toList());
        all.put("headers and redirects", answers.stream().map(answer -> answer.headers().map().toString()).toList());
        all.put("pages", answers.stream().map(Answer::body).toList());
        all.put("cookies", Stream.concat(portals.stream().flatMap(portal -> portal.cookies().values().stream()),
                answers.stream().flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())).flatMap(LeftBehind::opened).toList());
        all.put("sessions", answers.stream().flatMap(answer -> answer.setCookies("session").stream())
                .map(line -> line.replaceFirst("session=([^;]*).*", "$1")).filter(value -> !value.isEmpty())
                .map(value -> sessions.decrypt(value).orElseThrow() + claims(value)).toList());
        all.put("rows", Rows.everything());
        all.put("addresses of the municipality", calls.stream().map(call -> call.address() + " " + call.headers()).toList());
        all.put("what the municipality is told", calls.stream().filter(call -> !call.address().endsWith(LOOK_UP))
                .map(call -> String.valueOf(call.body())).toList());
        all.put("notices", List.of(NoticeLinks.brought()));
        all.put("measures", Metrics.globalRegistry.getMeters().stream().map(meter -> meter.getId().toString()).toList());
        all.put("names of threads", Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList());
        return all;
    }

    /** One line for each place that holds a number. */
    List<String> holding(Numbers numbers) {
        return everywhere().entrySet().stream().flatMap(place -> place.getValue().stream().flatMap(text -> numbers.in(text).stream())
                .map(number -> place.getKey() + " hold " + number).distinct()).toList();
    }

    /** The body of the call that looks somebody up: how often a number was told there. */
    long lookedUp() {
        return calls.stream().filter(call -> call.address().endsWith(LOOK_UP) && call.body() != null).count();
    }

    /** All that is in a session, also what the portal would not read out of it. */
    private static String claims(String value) {
        return TestSessions.claims(ConfigProvider.getConfig().getValue("opkoers.session.secret", String.class), value);
    }

    /** A cookie, and each part of it that may be something else in Base64. */
    private static Stream<String> opened(String value) {
        return Stream.concat(Stream.of(value), BASE64.matcher(value).results().map(match -> {
            byte[] bytes = Base64.getUrlDecoder().decode(match.group().substring(0, match.group().length() / 4 * 4));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }));
    }

    private static Logger house() {
        return Logger.getLogger("nl.opkoers");
    }

    @Override
    public void close() {
        LogManager.getLogManager().getLogger("").removeHandler(listener);
        house().setLevel(usual);
        CallsMade.enough();
    }

    private static final class Listener extends Handler {

        private final List<String> lines;

        Listener(List<String> lines) {
            this.lines = lines;
        }

        /** With what it was made of, and with what a thread knows of whom it works for. */
        @Override
        public void publish(LogRecord line) {
            StringWriter told = new StringWriter();
            told.append(line.getLoggerName()).append(' ').append(new SimpleFormatter().formatMessage(line)).append(' ')
                    .append(Arrays.toString(line.getParameters())).append(' ').append(String.valueOf(MDC.getMap()));
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(told));
            }
            lines.add(told.toString());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}

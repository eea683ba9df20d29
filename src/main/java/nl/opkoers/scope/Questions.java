package nl.opkoers.scope;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each page asks the database at once: written down when that page is first asked for, and the same from then on. */
@ApplicationScoped
class Questions {

    private static final Pattern WHOSE = Pattern.compile(":(municipality|participant)\\b");
    /** By which a page that asks for nothing of its own is called: there are more addresses than could be kept. */
    private static final String ANY = "";

    private final List<Part> parts;
    private final Map<String, Question> questions = new ConcurrentHashMap<>();

    Questions(@All List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A query.
     *
     * @param names of the parts
     * @param sql   the rows of all of them, each after the name of its part
     * @param whose for each parameter, whether it is the municipality; else it is the participant
     */
    record Question(List<String> names, String sql, List<Boolean> whose, int width) {

        private static Question of(List<Part> parts) {
            int width = parts.stream().mapToInt(part -> part.columns().size()).max().orElse(0);
            Matcher whose = WHOSE.matcher(parts.stream().map(part -> part.query(width)).collect(Collectors.joining(" union all ")));
            List<Boolean> parameters = new ArrayList<>();
            String sql = whose.replaceAll(found -> {
                parameters.add(found.group(1).equals("municipality"));
                return "?";
            });
            return new Question(parts.stream().map(Part::name).toList(), sql, List.copyOf(parameters), width);
        }

        /** What its parameters are for somebody. */
        List<String> values(WhoAsks.Who who) {
            return whose.stream().map(municipality -> municipality ? who.municipality() : who.participant()).toList();
        }
    }

    /** What the page at this address asks. */
    Question of(String page) {
        String known = parts.stream().anyMatch(part -> part.pages().contains(page)) ? page : ANY;
        return questions.computeIfAbsent(known, each -> Question.of(parts.stream().filter(part -> part.isFor(each)).toList()));
    }
}

package nl.opkoers.scope;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What each page asks the database at once: written down when that page is first asked for, and the same from then on. */
@ApplicationScoped
class Questions {

    private static final Pattern PARAMETER = Pattern.compile(":(municipality|participant|id)\\b");
    /** What an id (RFC 9562) in an address is called there. */
    private static final String NAME_OF_ID = ":id";
    private static final Pattern ID = Pattern.compile("(?<=/)\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}(?=/|$)");
    private static final Pattern LAST = Pattern.compile("[^/]+$");
    /** By which a page that asks for nothing of its own is called: there are more addresses than could be kept. */
    private static final String ANY = "";

    private final List<Part> parts;
    /** The pages that ask for something of their own. */
    private final Set<String> pages;
    private final Map<String, Question> questions = new ConcurrentHashMap<>();

    Questions(@All List<Part> parts) {
        this.parts = parts;
        this.pages = parts.stream().flatMap(part -> part.pages().stream()).collect(Collectors.toSet());
    }

    /**
     * A query.
     *
     * @param names      of the parts
     * @param sql        the rows of all of them, each after the name of its part
     * @param parameters what each stands for, in their order
     * @param width      how many columns each row has after that name
     */
    record Question(List<String> names, String sql, List<String> parameters, int width) {

        private static Question of(List<Part> parts) {
            int width = parts.stream().mapToInt(part -> part.columns().size()).max().orElse(0);
            Matcher each = PARAMETER.matcher(parts.stream().map(part -> part.query(width)).collect(Collectors.joining(" union all ")));
            List<String> parameters = new ArrayList<>();
            String sql = each.replaceAll(found -> {
                parameters.add(found.group(1));
                return "?";
            });
            return new Question(parts.stream().map(Part::name).toList(), sql, List.copyOf(parameters), width);
        }
    }

    /**
     * What the page at an address asks for somebody.
     *
     * @param values of the parameters, in their order
     */
    record Asked(Question question, List<String> values) {
    }

    Asked of(String address, WhoAsks.Who who) {
        // Who types the name of an id where one belongs asks for no page.
        Matcher id = ID.matcher(address.contains(NAME_OF_ID) ? ANY : address);
        String found = id.find() ? id.group() : "";
        Question question = of(id.replaceFirst(NAME_OF_ID));
        Map<String, String> values = Map.of("municipality", who.municipality(), "participant", who.participant(), "id", found);
        return new Asked(question, question.parameters().stream().map(values::get).toList());
    }

    private Question of(String page) {
        String like = pages.contains(page) ? page : LAST.matcher(page).replaceFirst("*");
        String known = pages.contains(like) ? like : ANY;
        return questions.computeIfAbsent(known, each -> Question.of(parts.stream().filter(part -> part.isFor(each)).toList()));
    }
}

package nl.opkoers;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.language.Language;

/** Every page of every participant of the cast in every language, each read once for all tests that look at them. */
public final class CastPages {

    /** What a participant can open. */
    public static final List<String> PATHS =
            List.of("/", "/plan", "/agenda", "/agenda/exams", "/agenda/letter", "/agenda/talk", "/agenda/work", "/agenda/work/new",
                    "/calendar", "/hours", "/hours/certificate", "/hours/new", "/hours/week", "/messages", "/my-data", "/my-data/looks", "/my-data/notices", "/my-data/download", "/my-data/wrong", "/my-data/forget",
                    "/people", "/people/preference", "/emergency", "/schools", "/translation", "/translation/thanks", "/unsent",
                    "/schools/C-1003-5", "/schools/places/P-101",
                    "/schools/shortlist", "/schools/compare", "/help", "/help/ask?topic=letter", "/help/ask?topic=feeling", "/help/choose-school", "/costs", "/costs/calculate",
                    "/costs/self-study");

    private static final Map<String, Map<Language, Map<String, Answer>>> READ = new ConcurrentHashMap<>();

    private CastPages() {
    }

    /** The keys of the participants with a dossier. */
    public static Stream<String> people() {
        return Cast.all().stream().filter(member -> member.kind() == CastMember.Kind.PARTICIPANT).map(CastMember::key)
                .filter(key -> !key.equals(Cast.UNKNOWN_PERSON));
    }

    /** A page as this person sees it. */
    public static Answer page(String person, Language language, String path) {
        return READ.computeIfAbsent(person, CastPages::read).get(language).get(path);
    }

    /** All pages of one person, in all languages. */
    public static Stream<Answer> pages(String person) {
        return Stream.of(Language.values()).flatMap(language -> pages(person, language));
    }

    /** All pages of one person in one language. */
    public static Stream<Answer> pages(String person, Language language) {
        return PATHS.stream().map(path -> page(person, language, path));
    }

    private static Map<Language, Map<String, Answer>> read(String person) {
        Portal portal = Portal.signedIn(person, Language.NL);
        Map<Language, Map<String, Answer>> read = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            portal.reading(language);
            Map<String, Answer> pages = new LinkedHashMap<>();
            PATHS.forEach(path -> pages.put(path, portal.get(path)));
            read.put(language, pages);
        }
        return read;
    }
}

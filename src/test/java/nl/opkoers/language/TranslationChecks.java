package nl.opkoers.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold for the message files. Every check gives its findings in words; none means that all is well. */
final class TranslationChecks {
    private static final Pattern VALUE = Pattern.compile("\\{([a-z]\\w*)}");
    private static final Pattern PLURAL = Pattern.compile("\\{#plural ([a-z]\\w*)}(.*?)\\{/plural}");
    private static final Pattern BRANCH = Pattern.compile("\\{#(none|zero|one|two|few|many|other)}");
    private static final Pattern SYNTAX = Pattern.compile(PLURAL.pattern() + "|" + VALUE.pattern());
    private static final Pattern USED = Pattern.compile("\\b(\\w++):([a-z]\\w*)|(?:\\bdutch\\.|::)([a-z]\\w*)|\\.([a-z]\\w*)\\(");
    /** For what is used without its bundle being said. */
    private static final String ANY_BUNDLE = "";
    /**
     * Above this many messages Quarkus 3.31.3 spreads the look-up of a bundle over several generated methods, of which
     * the first passes itself to the next where the answer should be (MessageBundleProcessor.implementResolve). The build
     * succeeds, and the class is then refused by the JVM.
     */
    private static final int MOST_MESSAGES = 300;
    private static final Pattern CONSTANT = Pattern.compile("([a-z][a-z0-9_]*?)_\\$?[A-Z][A-Z0-9_$]*");

    private TranslationChecks() {
    }

    static List<String> keysThatDiffer(MessageFile dutch, MessageFile other) {
        Set<String> differing = new TreeSet<>(dutch.texts().keySet());
        differing.addAll(other.texts().keySet());
        differing.removeIf(key -> dutch.texts().containsKey(key) && other.texts().containsKey(key));
        return differing.stream().map(key -> named(other, key, "is not in both files")).toList();
    }

    /** @param keys those that the bundle's interface asks for */
    static List<String> keysThatNoMethodHas(MessageFile dutch, Set<String> keys) {
        List<String> findings = new ArrayList<>();
        keys.stream().filter(key -> !dutch.texts().containsKey(key))
                .forEach(key -> findings.add(named(dutch, key, "is asked for by the interface but has no text")));
        dutch.texts().keySet().stream().filter(key -> !keys.contains(key))
                .forEach(key -> findings.add(named(dutch, key, "is of no method, or of no constant")));
        return findings;
    }

    static List<String> tooManyMessages(MessageFile file) {
        return file.texts().size() <= MOST_MESSAGES ? List.of() : List.of(file.bundle() + " has " + file.texts().size()
                + " messages, more than " + MOST_MESSAGES + ": give the room a bundle of its own");
    }

    /**
     * The messages that are used, by the bundle that is said beside them.
     *
     * @param sources all templates and Java code in which a message may be used
     */
    static Map<String, Set<String>> uses(String sources) {
        Map<String, Set<String>> uses = new HashMap<>();
        USED.matcher(sources).results().forEach(match -> uses
                .computeIfAbsent(match.group(1) == null ? ANY_BUNDLE : match.group(1), bundle -> new HashSet<>())
                .add(IntStream.rangeClosed(2, 4).mapToObj(match::group).filter(Objects::nonNull).findFirst().orElseThrow()));
        return uses;
    }

    static List<String> unused(MessageFile dutch, Map<String, Set<String>> uses, Set<String> notUsedYet) {
        Set<String> used = Stream.of(dutch.bundle(), ANY_BUNDLE).flatMap(bundle -> uses.getOrDefault(bundle, Set.of()).stream())
                .collect(Collectors.toSet());
        return dutch.texts().keySet().stream()
                .filter(key -> (used.contains(key) || used.contains(family(key)))
                        == notUsedYet.contains(dutch.anyLanguage(key)))
                .map(key -> named(dutch, key, notUsedYet.contains(dutch.anyLanguage(key))
                        ? "is listed as not used yet but is used" : "is used nowhere")).toList();
    }

    /** The message of which a key gives the text for one constant: {@code hours_state_SENT} is of {@code hours_state}. */
    private static String family(String key) {
        Matcher constant = CONSTANT.matcher(key);
        return constant.matches() ? constant.group(1) : key;
    }

    static List<String> untranslated(MessageFile dutch, MessageFile other, Set<String> sameAsDutch) {
        return findings(other, (key, text) -> {
            boolean same = text.equals(dutch.texts().get(key)) && text.replaceAll("\\{.*?}", "").matches(".*\\p{L}.*");
            return same != sameAsDutch.contains(other.named(key))
                    ? List.of(same ? "is the Dutch text" : "is listed as the Dutch text but is not") : List.of();
        });
    }

    static List<String> valuesThatDiffer(MessageFile dutch, MessageFile other) {
        return findings(other, (key, text) -> {
            Set<String> expected = values(dutch.texts().getOrDefault(key, text));
            return expected.equals(values(text)) ? List.of() : List.of("needs the values " + expected);
        });
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        for (Pattern pattern : List.of(VALUE, PLURAL)) {
            pattern.matcher(text).results().map(match -> match.group(1)).forEach(values::add);
        }
        return values;
    }

    /** Every plural has a filled branch for each category of its language, and no other than {@code {#none}}. */
    static List<String> pluralsThatDoNotFit(MessageFile file) {
        Set<String> needed = file.language().pluralCategories().stream()
                .map(PluralCategory::keyword).collect(Collectors.toCollection(TreeSet::new));
        return findings(file, (key, text) -> PLURAL.matcher(text).results()
                .filter(plural -> !fits(plural.group(2), needed))
                .map(plural -> "needs one filled branch for each of " + needed + " and nothing before them").toList());
    }

    private static boolean fits(String branches, Set<String> needed) {
        List<String> labels = BRANCH.matcher(branches).results().map(match -> match.group(1))
                .filter(label -> !label.equals("none")).toList();
        String[] texts = BRANCH.split(branches, -1);
        boolean filled = texts[0].isBlank();
        for (int branch = 1; branch < texts.length; branch++) {
            filled &= !texts[branch].isBlank();
        }
        return filled && labels.size() == needed.size() && Set.copyOf(labels).equals(needed);
    }

    /** What would break on the page in any language: braces, markup, straight apostrophes, stray spaces. */
    static List<String> brokenTexts(MessageFile file) {
        List<String> findings = new ArrayList<>(file.faults());
        findings.addAll(findings(file, (key, text) -> {
            List<String> broken = new ArrayList<>();
            String rest = PLURAL.matcher(text).replaceAll(plural -> Matcher.quoteReplacement(
                    BRANCH.matcher(plural.group(2)).replaceAll("")));
            report(broken, VALUE.matcher(rest).replaceAll("").matches(".*[{}].*"), "has a brace that is no value");
            report(broken, text.matches(".*(<|&#?\\w+;|\\\\).*"), "has markup, which would be shown as text");
            report(broken, text.contains("'"), "has a straight apostrophe; use ’");
            report(broken, text.isBlank() || !text.equals(text.strip()) || text.contains("  "), "has a stray space");
            report(broken, text.contains("Ã") || text.contains("Ø§") || text.contains("\uFFFD"), "is wrongly encoded");
            return broken;
        }));
        return findings;
    }

    static List<String> exclamations(MessageFile file, Set<String> congratulations) {
        return findings(file, (key, text) -> text.matches(".*[!！].*") && !congratulations.contains(file.anyLanguage(key))
                ? List.of("shouts; only congratulations have an exclamation mark") : List.of());
    }

    static List<String> wrongPunctuation(MessageFile file) {
        return findings(file, (key, text) -> {
            List<String> wrong = new ArrayList<>();
            String plain = SYNTAX.matcher(text).replaceAll(TranslationChecks::readable);
            switch (file.language()) {
                case AR -> report(wrong, plain.matches(".*([,;?](?!\\d)|\\s[،؛؟.]).*"), "needs ، ؛ ؟ with no space before");
                case TI -> {
                    report(wrong, plain.matches(".*([,;፣፤፧](?!\\d)|፡፡|\\s[፡።]).*"), "needs ፡ ። ? with no space before");
                    report(wrong, plain.matches(".*([\u1220-\u1227\u1280-\u128D\u1340-\u1347]|(?<!\\p{L})አ).*"),
                            "is not spelled as in Eritrea (ሠ ኀ ፀ, or አ at the beginning of a word)");
                    report(wrong, glued(text, "\\p{L}" + VALUE + "|" + VALUE + "\\p{L}"), "glues letters to a value");
                }
                case TR -> report(wrong, glued(text, VALUE + "[’\\p{L}]"), "glues a suffix to a value");
                default -> report(wrong, plain.matches(".*\\s[,;?.](\\s|$).*"), "has a space before a mark");
            }
            return wrong;
        });
    }

    private static boolean glued(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    /** A plural as its branches, a value as a figure, so that marks around them are judged as they will stand. */
    private static String readable(MatchResult syntax) {
        String branches = syntax.group(2);
        return branches == null ? "0" : Matcher.quoteReplacement(
                VALUE.matcher(BRANCH.matcher(branches).replaceAll("\u2028")).replaceAll("0").replace("\u2028", " | "));
    }

    /**
     * @param barred reasons by {@code tag word}, in which the tag {@code all} means every language and a {@code *} stands
     *     for the rest of a word
     */
    static List<String> barredWords(MessageFile file, Map<String, String> barred) {
        return findings(file, (key, text) -> barred.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(file.language().tag() + " ") || entry.getKey().startsWith("all "))
                .filter(entry -> word(entry.getKey().split(" ", 2)[1]).matcher(text).find())
                .map(entry -> "has “" + entry.getKey() + "”: " + entry.getValue()).toList());
    }

    /**
     * @param glossary by {@code tag word}, in which the word is how one in a Dutch text begins: what its translation must
     *     have, one of what stands between commas
     */
    static List<String> otherWords(MessageFile dutch, MessageFile other, Map<String, String> glossary) {
        String tag = other.language().tag() + " ";
        return findings(other, (key, text) -> glossary.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(tag))
                .filter(entry -> word(entry.getKey().substring(tag.length()) + "*").matcher(dutch.texts().getOrDefault(key, "")).find())
                .filter(entry -> Stream.of(entry.getValue().split(", ")).noneMatch(needed -> contains(text, needed)))
                .map(entry -> "has for “" + entry.getKey() + "” none of: " + entry.getValue()).toList());
    }

    private static boolean contains(String text, String part) {
        return Pattern.compile(Pattern.quote(part), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text).find();
    }

    private static Pattern word(String word) {
        String start = word.startsWith("*") ? "" : "(?<![\\p{L}\\p{M}{])";
        String end = word.endsWith("*") ? "" : "(?![\\p{L}\\p{M}])";
        String bare = word.replaceAll("^\\*|\\*$", "");
        return Pattern.compile(start + Pattern.quote(bare) + end, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void report(List<String> findings, boolean wrong, String finding) {
        if (wrong) {
            findings.add(finding);
        }
    }

    private static List<String> findings(MessageFile file, BiFunction<String, String, List<String>> check) {
        return file.texts().entrySet().stream()
                .flatMap(entry -> check.apply(entry.getKey(), entry.getValue()).stream()
                        .map(finding -> named(file, entry.getKey(), finding)))
                .toList();
    }

    private static String named(MessageFile file, String key, String finding) {
        return file.named(key) + " " + finding;
    }
}

package nl.opkoers.demo;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.opkoers.language.Language;
import nl.opkoers.language.Messages;
import okhttp3.HttpUrl;

/** The pages of the demo's identity provider: the choice of a person, and the word that something is wrong. */
final class SignInPage {
    static final String LANGUAGE_PARAMETER = "lang";

    private final String styles;
    private final SignInTexts texts;
    private final List<SignInPerson> people;
    private final Template choice;
    private final Template problem;

    SignInPage(String issuerId, SignInTexts texts, List<SignInPerson> people) {
        this.styles = "/" + issuerId + "/sign-in.css";
        this.texts = texts;
        this.people = people;
        Engine engine = Engine.builder().addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML))).build();
        this.choice = template(engine, "/demo/sign-in.html");
        this.problem = template(engine, "/demo/problem.html");
    }

    /** One button per person; the form and the language links keep the whole sign-in request. */
    String choice(Language language, HttpUrl request) {
        Messages words = texts.in(language);
        return choice.data("styles", styles).data("language", language.tag())
                .data("direction", language.direction().attribute())
                .data("checked", language.checked())
                .data("unchecked", words.language_unchecked())
                .data("title", words.demo_sign_in_title())
                .data("warning", words.demo_warning())
                .data("lead", words.demo_sign_in_lead())
                .data("chooseLanguage", words.language_choose())
                .data("cancel", words.demo_sign_in_cancel())
                .data("action", relative(withLanguage(request, language)))
                .data("languages", languageLinks(language, request))
                .data("people", buttons(words))
                .render();
    }

    /** Sign-in cannot go on; says so without saying what was sent. */
    String problem(Language language) {
        Messages words = texts.in(language);
        return problem.data("styles", styles).data("language", language.tag())
                .data("direction", language.direction().attribute())
                .data("title", words.demo_sign_in_problem_title())
                .data("warning", words.demo_warning())
                .data("lead", words.demo_sign_in_problem_lead())
                .render();
    }

    private List<Map<String, Object>> languageLinks(Language current, HttpUrl request) {
        return Arrays.stream(Language.values()).map(language -> Map.<String, Object>of(
                "tag", language.tag(),
                "direction", language.direction().attribute(),
                "name", language.ownName(),
                "current", language == current,
                "address", relative(withLanguage(request, language)))).toList();
    }

    private List<Map<String, Object>> buttons(Messages words) {
        return people.stream().map(person -> Map.<String, Object>of(
                "key", person.key(),
                "description", person.description().apply(words))).toList();
    }

    private static HttpUrl withLanguage(HttpUrl request, Language language) {
        return request.newBuilder().setQueryParameter(LANGUAGE_PARAMETER, language.tag()).build();
    }

    private static String relative(HttpUrl address) {
        return address.encodedPath() + "?" + address.encodedQuery();
    }

    private static Template template(Engine engine, String resource) {
        try (InputStream file = Objects.requireNonNull(SignInPage.class.getResourceAsStream(resource), resource)) {
            String source = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return engine.parse(source, Variant.forContentType(Variant.TEXT_HTML), resource);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

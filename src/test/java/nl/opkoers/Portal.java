package nl.opkoers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.opkoers.language.Language;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.nodes.Element;

/**
 * Somebody with a browser without script, over real HTTP: keeps cookies, reads pages, sends forms, signs in.
 *
 * <pre>{@code
 * Portal selam = Portal.signedIn("z-tigrinya", Language.TI);
 * Answer plan = selam.get("/plan");
 * }</pre>
 *
 * For the running {@code @QuarkusTest}, unless another portal is named.
 */
public final class Portal {

    private static final int MOST_STEPS = 10;

    private record Kept(String value, String path) {
    }

    /** One for all: it keeps no cookies. */
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Kept> cookies = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private String base;
    private Language language;
    private String accepted = "text/html,*/*;q=0.8";

    private Portal(String base, Language language) {
        this.base = base;
        this.language = language;
    }

    /** Somebody whose browser prefers this language. */
    public static Portal visitor(Language language) {
        return new Portal(base(), language);
    }

    /** Somebody at a portal elsewhere: an address without a slash at the end. */
    public static Portal visitor(String base, Language language) {
        return new Portal(base, language);
    }

    /** A person of the cast who has just signed in. */
    public static Portal signedIn(String person, Language language) {
        return visitor(language).signedIn(person);
    }

    /** The same browser, with this person signed in. */
    public Portal signedIn(String person) {
        Answer home = signIn(person, "/");
        if (home.status() != 200) {
            throw new AssertionError(person + " cannot sign in: " + home.status() + " " + home.title());
        }
        return this;
    }

    /** From now on the same browser is answered by another node of the portal. */
    public Portal at(String otherBase) {
        base = otherBase;
        return this;
    }

    /** From now on the browser prefers another language. */
    public Portal reading(Language other) {
        language = other;
        return this;
    }

    /** From now on it asks for answers of this kind, as a script may. */
    public Portal accepting(String mediaType) {
        accepted = mediaType;
        return this;
    }

    /** Where the portal answers, without a slash at the end. */
    public static String base() {
        return ConfigProvider.getConfig().getValue("test.url", String.class).replaceAll("/$", "");
    }

    /** Signs in as this person, wanting to see this page, and gives the answer in which that ends. */
    public Answer signIn(String person, String to) {
        return choose(open(door(person) + "?to=" + encode(to)), Map.of("person", person));
    }

    /** Where this person of the cast signs in: staff have a door of their own. */
    public static String door(String person) {
        return person.startsWith("coach-") || person.equals("team-lead") ? "/staff/sign-in" : "/sign-in";
    }

    /** Goes as far as the participants' identity provider's page. */
    public Answer startSignIn(String to) {
        return open("/sign-in?to=" + encode(to));
    }

    /** Presses a button on the identity provider's page, and follows where that leads. */
    public Answer choose(Answer signInPage, Map<String, String> button) {
        return follow(press(signInPage, button));
    }

    /** Presses a button on the identity provider's page, and goes no further. */
    public Answer press(Answer signInPage, Map<String, String> button) {
        return post(signInPage.address(), button);
    }

    /** Fills in the one form of a page of somebody else, wherever that leads, and goes no further. */
    public Answer fillIn(Answer page, Map<String, String> typed) {
        Element form = page.document().selectFirst("main form[action]");
        if (form == null) {
            throw new AssertionError("no form on " + page.path() + ": " + page.text());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.putAll(typed);
        return post(page.address().resolve(form.attr("action")), fields);
    }

    /** Goes to an address outside of the portal, as somebody may who changed what stands in the bar of the browser. */
    public Answer visit(URI elsewhere) {
        return send(request(elsewhere).GET());
    }

    /** Asks for one page. */
    public Answer get(String path) {
        return send(request(address(path)).GET());
    }

    /** Asks for a page and follows where it leads. */
    public Answer open(String path) {
        return follow(get(path));
    }

    /** Follows redirects until there is a page. */
    public Answer follow(Answer first) {
        Answer answer = first;
        for (int step = 0; answer.leadsOn(); step++) {
            if (step == MOST_STEPS) {
                throw new AssertionError("goes round and round at " + answer.address());
            }
            answer = send(request(answer.address().resolve(answer.location())).GET());
        }
        return answer;
    }

    /** Sends the form on a page to this address, filled in so; what the form hides is sent along. */
    public Answer submit(Answer page, String action, Map<String, String> typed) {
        Element form = page.document().selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new AssertionError("no form to " + action + " on " + page.path());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.putAll(typed);
        return post(address(action), fields);
    }

    /** Sends fields as a form, whether any page has such a form or not. */
    public Answer post(String path, Map<String, String> fields) {
        return post(address(path), fields);
    }

    /** Sends fields and a file as a form does that has a file in it, the file last. */
    public Answer postWithFile(String path, Map<String, String> fields, String name, String fileName, byte[] file) {
        String boundary = "----" + UUID.randomUUID();
        StringBuilder before = new StringBuilder();
        fields.forEach((field, value) -> before.append("--").append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"").append(field).append("\"\r\n\r\n").append(value).append("\r\n"));
        before.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"; filename=\"").append(fileName).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.toString().getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(address(path)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The cookies that go with a request for the whole site, by name. */
    public Map<String, String> cookies() {
        return cookies.entrySet().stream().filter(kept -> kept.getValue().path().equals("/"))
                .collect(Collectors.toMap(Map.Entry::getKey, kept -> kept.getValue().value()));
    }

    /** All cookies, of whatever path, as {@link #bring} takes them. */
    public Map<String, Object> jar() {
        return new LinkedHashMap<>(cookies);
    }

    /** Puts these in the place of all cookies: those that were there at another moment, or in another browser. */
    public Portal bring(Map<String, Object> jar) {
        cookies.clear();
        jar.forEach((name, kept) -> cookies.put(name, (Kept) kept));
        return this;
    }

    /** Puts a cookie in the browser, as somebody could who has it in their hands. */
    public Portal with(String cookie, String value) {
        cookies.put(cookie, new Kept(value, "/"));
        return this;
    }

    /** Everything that was answered so far, the first thing first. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    private URI address(String path) {
        return URI.create(base + path);
    }

    private Answer post(URI address, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", accepted)
                .header("Accept-Language", language.tag());
        String sent = cookies.entrySet().stream().filter(kept -> address.getPath().startsWith(kept.getValue().path()))
                .map(kept -> kept.getKey() + "=" + kept.getValue().value()).collect(Collectors.joining("; "));
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            Answer answer = Answer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            answers.add(answer);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String line) {
        HttpCookie cookie = HttpCookie.parse(line).get(0);
        if (cookie.hasExpired()) {
            cookies.remove(cookie.getName());
        } else {
            // A value may hold signs that the JDK's reader takes for its own, so it is taken from the line itself.
            String value = line.substring(line.indexOf('=') + 1).replaceFirst(";.*", "");
            cookies.put(cookie.getName(), new Kept(value, cookie.getPath() == null ? "/" : cookie.getPath()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

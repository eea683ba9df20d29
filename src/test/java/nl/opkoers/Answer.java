package nl.opkoers;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What the portal answered: one page, redirect or file. */
public final class Answer {

    private final URI address;
    private final int status;
    private final HttpHeaders headers;
    private final String body;
    private Document document;

    private Answer(URI address, int status, HttpHeaders headers, String body) {
        this.address = address;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.uri(), response.statusCode(), response.headers(), response.body());
    }

    public URI address() {
        return address;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public String body() {
        return body;
    }

    /** Where it leads. */
    public String location() {
        return headers.firstValue("Location").orElseThrow(() -> new AssertionError(status + " leads nowhere: " + address));
    }

    boolean leadsOn() {
        return status >= 300 && status < 400;
    }

    /** The path and the query of its own address. */
    public String path() {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** The same each time: to read, not to change. */
    public Document document() {
        if (document == null) {
            document = Jsoup.parse(body);
        }
        return document;
    }

    /** The one heading. */
    public String title() {
        return document().select("h1").text();
    }

    /** What the page itself says, without its frame: as a person reads it, without marks that only steer the direction. */
    public String text() {
        return plain(document().select("main").text());
    }

    /** The lines that set this cookie. */
    public List<String> setCookies(String name) {
        return headers.allValues("Set-Cookie").stream().filter(line -> line.startsWith(name + "=")).toList();
    }

    /** Text without isolates, hard spaces and the like: as somebody would type it over. */
    public static String plain(String text) {
        return text.replaceAll("[\\u2060\\u2066-\\u2069\\u200e\\u200f]", "").replaceAll("[\\u00a0\\u202f\\s]+", " ").strip();
    }
}

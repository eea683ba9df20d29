package nl.opkoers.contact;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.opkoers.language.Language;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * A translator that is asked as LibreTranslate is: {@code POST /translate}. It gets the words and two languages, and nothing
 * that tells whose they are.
 */
@ApplicationScoped
class LibreTranslate implements Translator {

    private static final String UNKNOWN = "auto";
    private static final int OK = 200;
    /** Of what was sent: a translation that is longer is none. */
    private static final int TIMES_LONGER = 4;
    private static final int ALWAYS_FINE = 400;

    private final TranslationSettings settings;
    private final ServedMunicipalities served;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newHttpClient();

    LibreTranslate(TranslationSettings settings, ServedMunicipalities served, ObjectMapper json) {
        this.settings = settings;
        this.served = served;
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(@JsonProperty("q") String words, @JsonProperty("source") String from, @JsonProperty("target") String to,
            @JsonProperty("format") String format, @JsonProperty("api_key") String key) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@JsonProperty("translatedText") String words) {
    }

    @Override
    public boolean offers(String from, Language to) {
        String source = source(from);
        return settings.address().isPresent() && served.now().translation() && settings.languages().contains(to.tag()) && !source.equals(to.tag())
                && (source.equals(UNKNOWN) || settings.languages().contains(source));
    }

    /** Few at a time, so that a translator that is slow does not keep everybody else waiting. */
    @Override
    @Bulkhead(8)
    @Retry(maxRetries = 1, delay = 100, retryOn = TranslatorAway.class)
    public String translate(String text, String from, Language to) {
        String words = read(send(new Question(text, source(from), to.tag(), "text", settings.key().orElse(null))));
        if (words == null || words.isBlank() || words.indexOf('\0') >= 0
                || words.length() > TIMES_LONGER * text.length() + ALWAYS_FINE) {
            throw new TranslatorAway("answered without a translation");
        }
        return words;
    }

    private static String source(String from) {
        return Language.ofTag(from).map(Language::tag).orElseGet(() -> from == null || from.equals("und") ? UNKNOWN : from);
    }

    private String send(Question question) {
        try {
            HttpResponse<String> answer = whole(http.sendAsync(HttpRequest.newBuilder(place()).timeout(settings.within())
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json.writeValueAsString(question)))
                    .build(), BodyHandlers.ofString()));
            if (answer.statusCode() != OK) {
                throw new TranslatorAway("answered with status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException away) {
            throw new TranslatorAway((away.getCause() == null ? away : away.getCause()).getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TranslatorAway("stopped");
        }
    }

    /** The time of the request ends with the headers of its answer; the rest may come a byte at a time. */
    private <T> T whole(CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(settings.within().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new HttpTimeoutException("the answer took too long");
        }
    }

    private URI place() {
        return settings.address().map(address -> URI.create(address.toString().replaceAll("/$", "") + "/translate"))
                .orElseThrow(() -> new TranslatorAway("there is none"));
    }

    private String read(String answer) {
        try {
            return json.readValue(answer, Answer.class).words();
        } catch (JsonProcessingException garbled) {
            throw new TranslatorAway("answered what cannot be read");
        }
    }
}

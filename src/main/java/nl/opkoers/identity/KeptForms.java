package nl.opkoers.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.scope.Scope;
import org.hibernate.StatelessSession;

/**
 * Keeps what somebody typed. A form that arrives after the session has ended is not thrown away: it waits for the same
 * person to sign in again, and its page then shows it filled in.
 */
@ApplicationScoped
public class KeptForms {

    /** The name of the address parameter that says which kept form to fill in. */
    public static final String PARAMETER = "kept";

    /** How long after its last session at the latest somebody can come back for a form. */
    static final Duration KEPT_FOR = Duration.ofDays(1);
    /** So many of one person at most: the oldest goes first. */
    private static final int MOST = 20;
    private static final String BEYOND_MOST = """
            delete from kept_form where municipality = :municipality and person = :person and id in (
                select id from kept_form where municipality = :municipality and person = :person
                order by kept_at desc, id offset :most)""";
    private static final int BEFORE_PAGES = 300;
    private static final int SEE_OTHER = 303;
    private static final int OF_ANOTHER = 412;
    private static final int TOO_LARGE = 413;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_WITH_FILES = "multipart/form-data";
    /** A form in which nothing is typed. */
    private static final String SIGN_OUT = "/sign-out";
    /** Forms with people's own addresses, which are kept encrypted or not at all. */
    private static final String NOTICES = "/my-data/notices/";
    /** What a form says besides what somebody filled in. */
    private static final Set<String> AROUND = Set.of("csrf-token", PersonMark.FIELD, PARAMETER);
    /** Where is left with which kept form a page is filled in. */
    private static final String FILLED_IN = KeptForms.class.getName();

    private final Sessions sessions;
    private final PersonMark mark;
    private final CurrentVertxRequest current;
    private final StatelessSession rows;
    private final Clock clock;

    KeptForms(Sessions sessions, PersonMark mark, CurrentVertxRequest current, StatelessSession rows, Clock clock) {
        this.sessions = sessions;
        this.mark = mark;
        this.current = current;
        this.rows = rows;
        this.clock = clock;
    }

    /** As {@link #typed}, for a page that shows it in its form: above that is said that it was not sent yet. */
    public Map<String, String> find(Session session, String id) {
        Map<String, String> typed = typed(session, id);
        if (!typed.isEmpty()) {
            current.getCurrent().put(FILLED_IN, id);
        }
        return typed;
    }

    /** What this person had typed, by name; empty when there is no such form, it is somebody else's, or it is too old. */
    public Map<String, String> typed(Session session, String id) {
        return key(session, id).flatMap(key -> QuarkusTransaction.requiringNew().call(() -> find(key))).orElse(Map.of());
    }

    /** With which kept form a page is filled in; empty when with none. */
    public static Optional<String> filledIn(RoutingContext context) {
        return Optional.ofNullable(context.get(FILLED_IN));
    }

    /**
     * Forgets what was kept for this page: once its form was taken, or the page has it as a draft. Nobody who comes back here is to
     * find it once more.
     */
    public void forget(Session session, String id) {
        key(session, id).ifPresent(key -> QuarkusTransaction.requiringNew().run(() -> forget(key, current.getCurrent().request().path())));
    }

    /** Other forms on a page that is filled in with it are no reason. */
    private void forget(KeptForm.Key key, String path) {
        rows.createMutationQuery("delete from KeptForm where key = :key and path = :path").setParameter("key", key)
                .setParameter("path", path).executeUpdate();
    }

    private static Optional<KeptForm.Key> key(Session session, String id) {
        return parse(id).map(form -> new KeptForm.Key(session.municipality(), session.person(), form));
    }

    private Optional<Map<String, String>> find(KeptForm.Key key) {
        KeptForm form = rows.get(KeptForm.class, key);
        if (form == null || form.keptAt.plus(KEPT_FOR).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new JsonObject(form.fields).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.valueOf(field.getValue()))));
    }

    /** Takes away what nobody came back for. */
    void forgetOld() {
        Scope.portal(() -> QuarkusTransaction.requiringNew().run(() -> rows
                .createMutationQuery("delete from KeptForm where keptAt < :before")
                .setParameter("before", clock.instant().minus(KEPT_FOR)).executeUpdate()));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    void keepForms(@Observes Filters filters) {
        filters.register(context -> keptFor(context).ifPresentOrElse(session -> keepWhenRead(context, session, Map.of()), context::next),
                BEFORE_PAGES);
    }

    /**
     * For whom what comes is kept in the place of being taken: it is a form that they sent when their session had ended, or from which
     * they chose another language; empty when it goes on to its page. Who chooses a language where a form was refused wants to read it
     * in that one, and not to send it again, which might be taken by now.
     */
    public Optional<Session> keptFor(RoutingContext context) {
        if (!isKept(context)) {
            return Optional.empty();
        }
        return context.queryParams().contains(PageLanguage.PARAMETER) ? sender(context) : ended(context);
    }

    /** Whose session this is, or was lately. */
    private Optional<Session> sender(RoutingContext context) {
        return sessions.active(context).or(() -> ended(context));
    }

    /** Whether what comes is a form of those that are kept when they cannot be taken. */
    public static boolean isKept(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return HttpMethod.POST.equals(request.method()) && type != null
                && (type.startsWith(FORM) || type.startsWith(FORM_WITH_FILES)) && !SIGN_OUT.equals(request.path())
                && !request.path().startsWith(NOTICES) && !request.path().endsWith(SessionMechanism.LIVE);
    }

    private Optional<Session> ended(RoutingContext context) {
        Instant now = clock.instant();
        return sessions.over(context)
                .filter(session -> session.startedAt().plus(Session.LONGEST).plus(KEPT_FOR).isAfter(now));
    }

    /**
     * Keeps what was typed in a form that cannot be taken as it is, and shows the form again with that in it. Who is not signed
     * in, and was not lately, nothing is kept for.
     *
     * @param more what its page should know besides, by name
     * @return whether there is somebody to keep it for; if not, nothing was done
     */
    public boolean keepInstead(RoutingContext context, Map<String, String> more) {
        Optional<Session> sender = sender(context);
        sender.ifPresent(session -> keepWhenRead(context, session, more));
        return sender.isPresent();
    }

    /** Files are not kept: of each there is only its name, so that its page can ask for it again. */
    private void keepWhenRead(RoutingContext context, Session session, Map<String, String> more) {
        HttpServerRequest request = context.request();
        BiConsumer<RoutingContext, UUID> onward = sessions.active(context).isPresent() ? KeptForms::backToForm : KeptForms::signInFirst;
        MultiMap typed = MultiMap.caseInsensitiveMultiMap().addAll(more);
        read(context, typed::add, () -> {
            // On a shared phone the page may be of whoever was there before: then it is not theirs, and is kept for nobody.
            if (mark.isOfAnother(request.getFormAttribute(PersonMark.FIELD), session)) {
                context.fail(OF_ANOTHER);
            } else {
                keepRead(context, session, typed.addAll(request.formAttributes()), onward);
            }
        });
    }

    /**
     * Reads a form before any page is asked, without what is in its files.
     *
     * @param file is given of each file the names of its field and of itself
     * @param then what is done when all was read
     */
    public static void read(RoutingContext context, BiConsumer<String, String> file, Runnable then) {
        HttpServerRequest request = context.request();
        request.setExpectMultipart(true);
        request.uploadHandler(sent -> {
            file.accept(sent.name(), sent.filename());
            sent.handler(part -> { });
        });
        // More than a form may hold: said so, and not half kept.
        request.exceptionHandler(tooMuch -> context.fail(TOO_LARGE));
        request.endHandler(read -> then.run());
        request.resume();
    }

    private void keepRead(RoutingContext context, Session session, MultiMap typed, BiConsumer<RoutingContext, UUID> onward) {
        context.vertx().executeBlocking(() -> Scope.of(session.municipality(),
                        () -> keep(session, context.request().path(), typed)), false)
                .onSuccess(id -> onward.accept(context, id))
                .onFailure(context::fail);
    }

    private UUID keep(Session session, String path, MultiMap fields) {
        JsonObject typed = new JsonObject();
        fields.entries().stream().filter(field -> !AROUND.contains(field.getKey()))
                .forEach(field -> typed.put(storable(field.getKey()), storable(field.getValue())));
        KeptForm.Key key = new KeptForm.Key(session.municipality(), session.person(), UUID.randomUUID());
        forgetOld();
        // Their session has ended, or is not looked at yet: so nobody is signed in.
        Scope.portal(() -> QuarkusTransaction.requiringNew().run(() -> {
            // It came back before: this is the same form, as it is now.
            key(session, fields.get(PARAMETER)).ifPresent(before -> forget(before, path));
            rows.insert(KeptForm.of(key, path, typed.encode(), clock.instant()));
            rows.createNativeMutationQuery(BEYOND_MOST).setParameter("municipality", key.municipality())
                    .setParameter("person", key.person()).setParameter("most", MOST).executeUpdate();
        }));
        return key.id();
    }

    /** PostgreSQL knows no character zero: what is around it is kept. Browsers send two characters for the end of a line. */
    private static String storable(String text) {
        return text.replace("\0", "").replace("\r\n", "\n");
    }

    private static void signInFirst(RoutingContext context, UUID id) {
        seeOther(context, "/session-ended?" + PARAMETER + "=yes&to="
                + URLEncoder.encode(form(context, id), StandardCharsets.UTF_8));
    }

    private static void backToForm(RoutingContext context, UUID id) {
        seeOther(context, form(context, id));
    }

    private static String form(RoutingContext context, UUID id) {
        return context.request().path() + "?" + PARAMETER + "=" + id;
    }

    private static void seeOther(RoutingContext context, String address) {
        context.response().setStatusCode(SEE_OTHER).putHeader(HttpHeaders.LOCATION, address).end();
    }
}

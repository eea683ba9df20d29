package nl.opkoers.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span, and of what it holds only what stands in this list and looks as it has to: of a page its route and how it ended, of a call
 * the same and to which machine, of a statement what it says without a value. Not an address with what was filled in, nor a query,
 * a header, an id of somebody, where they are, or what an exception has to say. What is not known is not let out, whoever adds it.
 */
final class AllowedSpan extends DelegatingSpanData {

    private static final String ROUTE = "http.route";
    private static final String METHOD = "(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH)";
    private static final Pattern REQUEST = Pattern.compile(METHOD + "(?: (?:" + Bounds.ROUTE.pattern() + "))?");
    private static final Pattern STATEMENT_NAME = Pattern.compile("[A-Za-z]{1,20}(?: [A-Za-z_]\\w{0,62}(?:\\.[A-Za-z_]\\w{0,62})?)?");
    /** Of a job, before which its scheduler puts a number. */
    private static final Pattern WORK_NAME = Pattern.compile("(?:\\d{1,4}_)?([A-Za-z][\\w.$#-]{0,150})");
    private static final Pattern CLASS_NAME = Pattern.compile("[A-Za-z_$][\\w.$]{0,200}|[1-5]\\d\\d");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w.-]{0,100}");
    private static final Pattern CODE = Pattern.compile("[\\w-]{1,40}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    /** A literal: between quotes or dollars, or a number that is not the end of a name. */
    private static final Pattern LITERAL = Pattern.compile("['\"$]|(?<![\\w?])\\d");
    private static final int LONGEST_STATEMENT = 2_000;

    private static final Predicate<Object> STATUS = value -> value instanceof Long number && number >= 100 && number < 600;
    private static final Predicate<Object> PORT = value -> value instanceof Long number && number > 0 && number < 65_536;
    private static final Predicate<Object> STATEMENT = value -> value instanceof String text && !LITERAL.matcher(text).find();
    private static final Map<String, Predicate<Object>> OF_ALL = Map.of("opkoers.municipality", like(CODE), "error.type", like(CLASS_NAME));
    private static final Map<String, Predicate<Object>> OF_PAGES = Map.of("http.request.method", like(Pattern.compile(METHOD)),
            ROUTE, like(Bounds.ROUTE), "http.response.status_code", STATUS);
    private static final Map<String, Predicate<Object>> OF_CALLS = Map.of("http.request.method", like(Pattern.compile(METHOD)),
            "http.response.status_code", STATUS, "server.address", like(HOST), "server.port", PORT,
            "db.system", like(WORD), "db.operation", like(WORD), "db.sql.table", like(WORD), "db.statement", STATEMENT);
    private static final Map<String, Predicate<Object>> OF_THE_NODE = Map.of("service.name", like(WORD), "service.version", like(HOST),
            "service.instance.id", like(CODE), "host.name", like(HOST), "telemetry.sdk.name", like(WORD),
            "telemetry.sdk.language", like(WORD), "telemetry.sdk.version", like(HOST));

    private static final String EXCEPTION = "exception";
    private static final String EXCEPTION_TYPE = "exception.type";

    private final String name;
    private final Attributes attributes;
    private final List<EventData> events;
    private final Resource resource;

    AllowedSpan(SpanData span) {
        super(span);
        this.name = name(span);
        this.attributes = allowed(span.getAttributes(), span.getKind());
        this.events = span.getEvents().stream().filter(event -> EXCEPTION.equals(event.getName()))
                .map(event -> EventData.create(event.getEpochNanos(), EXCEPTION,
                        only(event.getAttributes(), Map.of(EXCEPTION_TYPE, like(CLASS_NAME))))).toList();
        this.resource = Resource.create(only(span.getResource().getAttributes(), OF_THE_NODE));
    }

    private static Predicate<Object> like(Pattern shape) {
        return value -> value instanceof String text && shape.matcher(text).matches();
    }

    private static String name(SpanData span) {
        Pattern shape = switch (span.getKind()) {
            case SERVER -> REQUEST;
            case CLIENT -> isStatement(span) ? STATEMENT_NAME : REQUEST;
            default -> WORK_NAME;
        };
        Matcher allowed = shape.matcher(Bounds.plain(span.getName()));
        if (!allowed.matches()) {
            return span.getKind().name().toLowerCase(Locale.ROOT);
        }
        return shape.equals(WORK_NAME) ? allowed.group(1) : allowed.group();
    }

    private static boolean isStatement(SpanData span) {
        return span.getAttributes().asMap().keySet().stream().anyMatch(key -> key.getKey().startsWith("db."));
    }

    private static Attributes allowed(Attributes found, SpanKind kind) {
        AttributesBuilder allowed = only(found, OF_ALL).toBuilder();
        switch (kind) {
            case SERVER -> allowed.putAll(only(found, OF_PAGES));
            case CLIENT -> allowed.putAll(only(found, OF_CALLS));
            default -> {
                // Work of the portal itself has no more to tell than its name and how long it took.
            }
        }
        return allowed.build();
    }

    @SuppressWarnings("unchecked")
    private static Attributes only(Attributes found, Map<String, Predicate<Object>> allowed) {
        AttributesBuilder kept = Attributes.builder();
        found.forEach((key, told) -> {
            Object value = ROUTE.equals(key.getKey()) && told instanceof String route ? Bounds.plain(route) : told;
            if (allowed.containsKey(key.getKey()) && allowed.get(key.getKey()).test(value)) {
                kept.put((AttributeKey<Object>) key, shortened(value));
            }
        });
        return kept.build();
    }

    private static Object shortened(Object value) {
        return value instanceof String text && text.length() > LONGEST_STATEMENT ? text.substring(0, LONGEST_STATEMENT) : value;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public int getTotalRecordedEvents() {
        return events.size();
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }

    /** How it ended, without what was said about it. */
    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public Resource getResource() {
        return resource;
    }
}

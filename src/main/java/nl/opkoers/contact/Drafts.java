package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.file.PictureField;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.identity.Session;
import nl.opkoers.page.Ids;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/**
 * What somebody is still writing, kept until it is sent or thrown away: theirs alone. In a conversation that is one thing; of new
 * questions there can be several, even about one subject.
 */
@ApplicationScoped
class Drafts {

    /**
     * What the name begins with under which a new question is kept, followed by the id of its form; older versions kept the only one
     * under this alone. What is written in a conversation is kept under the id of that.
     */
    static final String NEW = "new";
    /** What a form says of what was kept and goes on in it: the name of a question, or by which form a reply was kept. */
    static final String DRAFT = "draft";
    /** By which form a reply was kept. */
    static final String KEPT_BY = "kept-by";
    /** What of it another tab had kept before. */
    private static final String BEFORE = "kept-before";
    /** The button by which it is kept, sent or thrown away. */
    static final String DO = "do";
    static final String KEEP = "keep";
    static final String FORGET = "forget";

    private static final String FORM = "id";

    /** What belongs to the form and not to what is written in it. */
    private static final Set<String> OF_FORM = Set.of("csrf-token", PersonMark.FIELD, KeptForms.PARAMETER, FORM, DO, DRAFT, PictureField.FILE,
            PictureField.NEXT, PictureField.REFUSED);
    private static final String ONE = " where municipality = :municipality and person = :person and about = :about";

    private static final String QUESTIONS = " and (about = '" + NEW + "' or about like '" + NEW + "-%') order by kept_at desc, about";
    private static final String NAME = NEW + "(-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?";
    /** More than anybody keeps: what is kept after that takes the place of the oldest. */
    static final int MOST_QUESTIONS = 20;

    private static final Part OF_NEW = new Part("draft", Set.of("/messages", "/help", "/help/ask"), List.of("about", "fields"),
            "draft where municipality = :municipality and person = :participant" + QUESTIONS);
    private static final Part OF_CONVERSATION = new Part("reply", Set.of("/messages/:id"), List.of("it.fields"),
            "draft it where it.municipality = :municipality and it.person = :participant and it.about = cast(" + Part.ID + " as text)");

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;

    Drafts(StatelessSession rows, AtOnce atOnce, Clock clock) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static Part ofNew() {
        return OF_NEW;
    }

    @Produces
    @Singleton
    static Part ofConversation() {
        return OF_CONVERSATION;
    }

    /** The new questions that are kept, the latest first. */
    List<KeptQuestion> questions(Session who) {
        return atOnce.take(OF_NEW).map(found -> found.stream().map(row -> question(row.text(0), row.text(1))))
                .orElseGet(() -> QuarkusTransaction.joiningExisting().call(() -> rows.createNativeQuery("select about,"
                                + " cast(fields as text) as fields from draft where municipality = :municipality and person = :person"
                                + QUESTIONS, Tuple.class)
                        .setParameter("municipality", who.municipality()).setParameter("person", who.person()).getResultList().stream()
                        .map(row -> question(row.get("about", String.class), row.get("fields", String.class)))))
                .flatMap(Optional::stream).toList();
    }

    private static Optional<KeptQuestion> question(String name, String kept) {
        Map<String, String> typed = fields(kept);
        return AskForm.topic(typed.get(AskForm.TOPIC)).map(topic -> new KeptQuestion(name, topic, typed));
    }

    /**
     * Keeps a new question: instead of the one that goes on in its form, otherwise beside what is kept already. Each form keeps under
     * a name of its own, so that two taps are one, and what another tab made of the same question stays.
     *
     * @return under which name
     */
    @Transactional
    String keepQuestion(Session who, Map<String, String> typed) {
        Set<String> names = names(typed);
        List<KeptQuestion> others = questions(who).stream().filter(question -> !names.contains(question.name())).toList();
        names.forEach(name -> forget(who, name));
        if (others.size() >= MOST_QUESTIONS) {
            forget(who, others.get(others.size() - 1).name());
        }
        String name = ownName(typed);
        keep(who, name, typed);
        return name;
    }

    /** Forgets the new question that goes on in a form, or was kept with it; nothing happens when there is none. */
    @Transactional
    void forgetQuestion(Session who, Map<String, String> typed) {
        names(typed).forEach(name -> forget(who, name));
    }

    private static Set<String> names(Map<String, String> typed) {
        return Stream.of(typed.getOrDefault(DRAFT, ""), ownName(typed)).filter(name -> name.matches(NAME)).collect(Collectors.toSet());
    }

    private static String ownName(Map<String, String> typed) {
        return NEW + "-" + Ids.of(typed.get(FORM)).orElseGet(UUID::randomUUID);
    }

    /**
     * Keeps what is being written in a conversation: instead of what goes on in its form, and after what another tab kept there.
     *
     * @return what is kept now
     */
    @Transactional
    Map<String, String> keepReply(Session who, String about, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put(KEPT_BY, typed.getOrDefault(FORM, ""));
        Map<String, String> kept = of(rows.createNativeQuery("select cast(fields as text) from draft" + ONE + " for update", String.class),
                who, about).getResultStream().findFirst().map(Drafts::fields).orElse(Map.of());
        String before = ofAnother(kept, typed);
        if (before != null) {
            fields.putAll(Map.of(BEFORE, before, ThreadPage.TEXT, joined(before, typed.getOrDefault(ThreadPage.TEXT, ""))));
            kept.forEach(fields::putIfAbsent);
        }
        keep(who, about, fields);
        return fields;
    }

    /** What another tab wrote of what is kept; {@code null} when nothing. Older versions did not say by which form it was kept. */
    private static String ofAnother(Map<String, String> kept, Map<String, String> typed) {
        String by = kept.getOrDefault(KEPT_BY, "");
        if (by.equals(typed.get(FORM))) {
            return kept.get(BEFORE);
        }
        return by.isEmpty() || by.equals(typed.get(DRAFT)) ? null : kept.get(ThreadPage.TEXT);
    }

    private static String joined(String before, String after) {
        return Stream.of(before, after).filter(text -> !text.isBlank()).distinct().collect(Collectors.joining("\n\n"));
    }

    /** Forgets what was being written in a conversation, when it went on in this form or was kept by it: what another tab kept stays. */
    @Transactional
    void forgetReply(Session who, String about, Map<String, String> typed) {
        of(rows.createNativeMutationQuery("delete from draft" + ONE + " and coalesce(fields ->> '" + KEPT_BY + "', '') in ('', :form, :before)"),
                who, about).setParameter("form", typed.getOrDefault(FORM, "")).setParameter("before", typed.getOrDefault(DRAFT, ""))
                .executeUpdate();
    }

    /** What was being written in a conversation, by the name of its field; empty when there is nothing. */
    Map<String, String> find(Session who, String about) {
        return atOnce.take(OF_CONVERSATION).map(found -> found.stream().map(row -> row.text(0)).findFirst())
                .orElseGet(() -> QuarkusTransaction.joiningExisting().call(() -> of(rows.createNativeQuery(
                        "select cast(fields as text) from draft" + ONE, String.class), who, about).getResultStream().findFirst()))
                .map(Drafts::fields).orElse(Map.of());
    }

    private static Map<String, String> fields(String kept) {
        return new JsonObject(kept).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.valueOf(field.getValue())));
    }

    /** Keeps it, in the place of what was kept before. A file that was chosen is kept elsewhere already. */
    @Transactional
    void keep(Session who, String about, Map<String, String> typed) {
        JsonObject fields = new JsonObject();
        typed.forEach((name, value) -> {
            if (!OF_FORM.contains(name)) {
                fields.put(name, value);
            }
        });
        of(rows.createNativeMutationQuery("insert into draft (municipality, person, about, fields, kept_at)"
                + " values (:municipality, :person, :about, cast(:fields as jsonb), :now)"
                + " on conflict (municipality, person, about) do update set fields = excluded.fields, kept_at = excluded.kept_at"),
                who, about).setParameter("fields", fields.encode()).setParameter("now", clock.instant()).executeUpdate();
    }

    /** Forgets it; nothing happens when there is none. */
    @Transactional
    void forget(Session who, String about) {
        of(rows.createNativeMutationQuery("delete from draft" + ONE), who, about).executeUpdate();
    }

    private static <Q extends CommonQueryContract> Q of(Q query, Session who, String about) {
        query.setParameter("municipality", who.municipality()).setParameter("person", who.person()).setParameter("about", about);
        return query;
    }
}

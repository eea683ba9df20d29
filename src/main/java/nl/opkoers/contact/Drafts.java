package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.opkoers.file.PictureField;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.identity.Session;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/** What somebody is still writing, kept until it is sent or thrown away: theirs alone, and one for each thing it is about. */
@ApplicationScoped
class Drafts {

    /** What a new question is kept under; that in a conversation by the id of the conversation. */
    static final String NEW = "new";
    /** The button by which it is kept, sent or thrown away. */
    static final String DO = "do";
    static final String KEEP = "keep";
    static final String FORGET = "forget";

    /** What belongs to the form and not to what is written in it. */
    private static final Set<String> OF_FORM = Set.of("csrf-token", PersonMark.FIELD, "id", DO, PictureField.FILE, PictureField.NEXT,
            PictureField.REFUSED);
    private static final String ONE = " where municipality = :municipality and person = :person and about = :about";

    private static final Part OF_NEW = part("draft", Set.of("/messages", "/help", "/help/ask"), "'" + NEW + "'");
    private static final Part OF_CONVERSATION = part("reply", Set.of("/messages/:id"), "cast(" + Part.ID + " as text)");

    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final Clock clock;

    Drafts(StatelessSession rows, AtOnce atOnce, Clock clock) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    private static Part part(String name, Set<String> pages, String about) {
        return new Part(name, pages, List.of("it.fields"),
                "draft it where it.municipality = :municipality and it.person = :participant and it.about = " + about);
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

    /** What was being written, by the name of its field; empty when there is nothing. */
    Map<String, String> find(Session who, String about) {
        return atOnce.take(NEW.equals(about) ? OF_NEW : OF_CONVERSATION).map(found -> found.stream().map(row -> row.text(0)).findFirst())
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

package nl.opkoers.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
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
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/**
 * Own words in another language, made by a machine because somebody who reads them asked for it: never by itself, and never
 * of what is confidential. Made once, and kept as long as what they were made of.
 */
@ApplicationScoped
class Translations {

    /** The parameter with which the page is asked to say that translating a turn did not work. */
    static final String FAILED = "untranslated";

    private static final Logger LOG = Logger.getLogger(Translations.class);
    private static final Part PART = new Part("translations", Set.of("/messages/:id"), List.of("it.turn", "it.language", "it.text"),
            "turn_translation" + Part.MINE + " and exists (select from conversation_turn said where said.municipality = it.municipality"
                    + " and said.participant = it.participant and said.id = it.turn and said.conversation = " + Part.ID + ")");

    private final Translator translator;
    private final StatelessSession rows;
    private final AtOnce atOnce;
    private final CurrentVertxRequest request;
    private final Clock clock;

    Translations(Translator translator, StatelessSession rows, AtOnce atOnce, CurrentVertxRequest request, Clock clock) {
        this.translator = translator;
        this.rows = rows;
        this.atOnce = atOnce;
        this.request = request;
        this.clock = clock;
    }

    /** Somebody's own words, and the BCP 47 tag of what they are in. */
    private record Words(String text, String language) {
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    /** Which of these turns can be read in the language of the page that is being made now, by id. At most one query. */
    Map<UUID, Translated> of(Conversation conversation, List<Numbered> turns) {
        RoutingContext page = request.getCurrent();
        if (page == null || conversation.opening().confidential() || turns.isEmpty()) {
            return Map.of();
        }
        Language language = PageLanguage.of(page);
        String failed = page.request().getParam(FAILED);
        Map<UUID, String> kept = atOnce.take(PART).map(found -> in(language, found)).orElseGet(() -> QuarkusTransaction.joiningExisting()
                .call(() -> kept(conversation.key(), turns.stream().map(each -> each.turn().id()).toList(), language)));
        Map<UUID, Translated> all = new HashMap<>();
        for (Numbered each : turns) {
            UUID id = each.turn().id();
            words(each.turn()).filter(words -> kept.containsKey(id) || translator.offers(words.language(), language))
                    .ifPresent(words -> all.put(id, new Translated(language, kept.get(id), id.toString().equals(failed))));
        }
        return all;
    }

    /** Whether a turn can be translated: it has own words, they are not confidential, and there is who can. */
    boolean isOffered(Conversation conversation, Turn turn, Language language) {
        return !conversation.opening().confidential()
                && words(turn).filter(words -> translator.offers(words.language(), language)).isPresent();
    }

    /**
     * Translates a turn, unless it was before. Asks outside any transaction: a translator may be slow.
     *
     * @return whether there is a translation now
     */
    boolean make(Conversation conversation, Turn turn, Language language) {
        if (!isOffered(conversation, turn, language)) {
            return false;
        }
        ParticipantKey key = conversation.key();
        if (QuarkusTransaction.requiringNew().call(() -> kept(key, List.of(turn.id()), language).containsKey(turn.id()))) {
            return true;
        }
        Words words = words(turn).orElseThrow();
        try {
            String made = translator.translate(words.text(), words.language(), language);
            QuarkusTransaction.requiringNew().run(() -> keep(key, turn.id(), language, made));
            return true;
        } catch (TranslatorAway | FaultToleranceException away) {
            LOG.warnf("A translation was not made: %s", away.getMessage());
            return false;
        }
    }

    private static Optional<Words> words(Turn turn) {
        Words words = null;
        if (turn instanceof Turn.Said said) {
            words = new Words(said.text(), said.language());
        } else if (turn instanceof Turn.Answered answer) {
            words = new Words(answer.text(), answer.language());
        } else if (turn instanceof Turn.Referred referred) {
            words = new Words(referred.note(), Language.NL.tag());
        } else if (turn instanceof Turn.HandedOver over) {
            words = new Words(over.note(), Language.NL.tag());
        } else if (turn instanceof Turn.Closed closed) {
            words = new Words(closed.note(), Language.NL.tag());
        }
        return Optional.ofNullable(words).filter(own -> own.text() != null && !own.text().isBlank());
    }

    private static Map<UUID, String> in(Language language, List<Row> found) {
        return found.stream().filter(row -> language.tag().equals(row.text(1))).collect(Collectors.toMap(row -> row.id(0), row -> row.text(2)));
    }

    private Map<UUID, String> kept(ParticipantKey key, List<UUID> turns, Language language) {
        return rows.createNativeQuery("select it.turn, it.text from turn_translation it where it.municipality = :municipality"
                        + " and it.participant = :participant and it.turn = any(:turns) and it.language = :language", Tuple.class)
                .setParameter("municipality", key.municipality()).setParameter("participant", key.participant())
                .setParameter("turns", turns.toArray(UUID[]::new)).setParameter("language", language.tag())
                .getResultStream().collect(Collectors.toMap(row -> row.get("turn", UUID.class), row -> row.get("text", String.class)));
    }

    private void keep(ParticipantKey key, UUID turn, Language language, String text) {
        rows.createNativeMutationQuery("insert into turn_translation (municipality, participant, turn, language, text, at)"
                        + " values (:municipality, :participant, :turn, :language, :text, :at) on conflict do nothing")
                .setParameter("municipality", key.municipality()).setParameter("participant", key.participant())
                .setParameter("turn", turn).setParameter("language", language.tag()).setParameter("text", text)
                .setParameter("at", clock.instant()).executeUpdate();
    }
}

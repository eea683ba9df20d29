package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.file.Documents;
import nl.opkoers.language.PageLanguage;

/** Makes what was said and done in a conversation ready to be shown to either side. */
@ApplicationScoped
class TurnsViews {

    private final Conversations conversations;
    private final Documents documents;
    private final Translations translations;
    private final PageLanguage pageLanguage;

    TurnsViews(Conversations conversations, Documents documents, Translations translations, PageLanguage pageLanguage) {
        this.conversations = conversations;
        this.documents = documents;
        this.translations = translations;
        this.pageLanguage = pageLanguage;
    }

    /**
     * What is shown of it.
     *
     * @param turns   some of the conversation, in order
     * @param readers who has seen it, and up to where; asked for only when that is shown
     */
    TurnsView of(Conversation conversation, List<Numbered> turns, Viewer viewer, Supplier<List<Reader>> readers) {
        Set<UUID> pdf = documents.among(conversation.key(), turns.stream().flatMap(each -> files(each.turn())).toList());
        Set<UUID> unclear = turns.stream().map(Numbered::turn).filter(Turn.NotUnderstood.class::isInstance)
                .map(turn -> ((Turn.NotUnderstood) turn).turn()).collect(Collectors.toCollection(HashSet::new));
        List<ShownTurn> shown = turns.stream().map(each -> shown(each, viewer, pdf, unclear)).toList();
        boolean awaitsEyes = last(conversation, turns).filter(last -> last.position() == conversation.standing().turns())
                .filter(last -> isMine(last.turn(), viewer)).isPresent();
        List<String> seenBy = awaitsEyes ? seenBy(conversation, viewer, readers.get()) : List.of();
        return new TurnsView(viewer, conversation.opening().topic(), shown, seenBy, awaitsEyes && seenBy.isEmpty(),
                translations.of(conversation, turns));
    }

    /** An open page that has everything asks for what is new and gets nothing: whether its last turn was seen is new all the same. */
    private Optional<Numbered> last(Conversation conversation, List<Numbered> turns) {
        return (turns.isEmpty() ? conversations.turns(conversation.key(), conversation.opening().id(), Integer.MAX_VALUE, 1) : turns)
                .stream().reduce((before, after) -> after);
    }

    private static boolean isMine(Turn turn, Viewer viewer) {
        return viewer.staff() ? turn instanceof Turn.OfStaff : turn instanceof Turn.OfPerson;
    }

    private static List<String> seenBy(Conversation conversation, Viewer viewer, List<Reader> readers) {
        return readers.stream().filter(reader -> reader.position() >= conversation.standing().turns())
                .filter(reader -> viewer.staff() == reader.id().equals(conversation.key().participant()))
                .map(reader -> viewer.staff() ? viewer.person() : reader.name()).filter(Objects::nonNull).toList();
    }

    private ShownTurn shown(Numbered each, Viewer viewer, Set<UUID> documents, Set<UUID> unclear) {
        Turn turn = each.turn();
        String author = turn instanceof Turn.OfStaff by ? by.byName() : turn instanceof Turn.OfPerson ? viewer.person() : null;
        ShownTurn.Words words = ShownTurn.words(turn, sentence(turn), documents, unclear);
        return new ShownTurn(each.position(), turn.id(), turn.at(), isMine(turn, viewer), author, words,
                words == null ? ShownTurn.Step.of(turn, viewer.person()) : null);
    }

    private PhraseText sentence(Turn turn) {
        return turn instanceof Turn.Answered answer && answer.phrase() != null
                ? Phrases.said(answer.phrase(), pageLanguage.current()) : null;
    }

    private static Stream<UUID> files(Turn turn) {
        return turn instanceof Turn.Said said ? said.files().stream()
                : turn instanceof Turn.Answered answer ? answer.files().stream() : Stream.empty();
    }
}

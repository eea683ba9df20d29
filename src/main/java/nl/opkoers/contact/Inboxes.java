package nl.opkoers.contact;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.dossier.PersonNames;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.contract.Caseload;

/** Puts together what waits for the coach who is signed in. So many queries, however much waits. */
@RequestScoped
public class Inboxes {

    /** As many as stay one page on a phone. */
    private static final int ON_A_PAGE = 20;

    private final ConversationAccess access;
    private final Reminders reminders;
    private final Colleagues colleagues;
    private final PersonNames names;
    private final Caseloads caseloads;
    private final SignedIn signedIn;
    private final Clock clock;

    Inboxes(ConversationAccess access, Reminders reminders, Colleagues colleagues, PersonNames names, Caseloads caseloads,
            SignedIn signedIn, Clock clock) {
        this.access = access;
        this.reminders = reminders;
        this.colleagues = colleagues;
        this.names = names;
        this.caseloads = caseloads;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What waits, the first of it: for where a coach arrives. */
    public Inbox first() {
        return of(InboxFilter.waiting());
    }

    /** The conversations that are asked for. */
    Inbox of(InboxFilter filter) {
        Session me = me();
        colleagues.looked(me);
        ConversationAccess.Found<Conversation> found = access.found();
        List<Conversation> waiting = found.mine();
        // After what is asked of the caseload: only of whom it knows that I am there for them the database gives anything.
        Map<UUID, Reminder> due = reminders.due(me, today()).stream().filter(reminder -> access.reads(reminder.conversation()))
                .collect(Collectors.toMap(reminder -> reminder.conversation().opening().id(), Function.identity(), (one, other) -> one));
        Set<UUID> waits = waiting.stream().map(each -> each.opening().id()).collect(Collectors.toSet());
        ConversationAccess.Found<PromisedLook> looks = access.promisedLooks();
        Map<UUID, PromisedLook> promised = looks.mine().stream()
                .collect(Collectors.toMap(look -> look.conversation().opening().id(), Function.identity(), (one, other) -> one));
        // Who promised it is mostly reminded of it too: it is one line.
        List<Conversation> toLookAt = Stream.concat(due.values().stream().map(Reminder::conversation),
                        promised.values().stream().map(PromisedLook::conversation).filter(each -> !due.containsKey(each.opening().id())))
                .filter(each -> !waits.contains(each.opening().id())).toList();
        ConversationAccess.Found<Conversation> asked = switch (filter.which()) {
            case WAITING -> found;
            case ASKED -> access.quiet(true);
            case OPEN -> access.quiet(false);
        };
        Function<Conversation, InboxLine> line =
                lines(me, Stream.of(waiting, toLookAt, asked.mine()).flatMap(List::stream).toList(), due, promised);
        return page(filter, waiting.stream().map(line).toList(), asked.mine().stream().map(line).filter(filter::takes).toList(), asked.cutOff(),
                toLookAt.stream().map(line).sorted(Comparator.comparing(InboxLine::due)).toList(), elsewhere(found.closed(), looks.closed()));
    }

    private List<Elsewhere> elsewhere(List<Conversation> waiting, List<PromisedLook> looks) {
        access.looks(Stream.concat(waiting.stream(), looks.stream().map(PromisedLook::conversation)).toList(), Shown.INBOX);
        return Elsewhere.of(waiting, looks, conversation -> access.own(conversation).orElseThrow());
    }

    private Inbox page(InboxFilter filter, List<InboxLine> waiting, List<InboxLine> found, boolean cutOff,
            List<InboxLine> toLookAt, List<Elsewhere> elsewhere) {
        int pages = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int begin = (Math.min(filter.page(), pages) - 1) * ON_A_PAGE;
        List<InboxLine> shown = found.subList(begin, Math.min(found.size(), begin + ON_A_PAGE));
        access.looks(Stream.of(shown, toLookAt).flatMap(List::stream).map(InboxLine::conversation).toList(), Shown.INBOX);
        return new Inbox(filter, shown, found.size(), pages, cutOff, waiting.size(),
                (int) waiting.stream().filter(InboxLine::isLate).count(), toLookAt, elsewhere, !access.isKnown(), caseloads.mine().staleOf());
    }

    /** What was sent on may be about somebody whom the caseload does not name. */
    private Function<Conversation, InboxLine> lines(Session me, List<Conversation> all, Map<UUID, Reminder> due,
            Map<UUID, PromisedLook> promised) {
        Map<String, String> others = names.of(me.municipality(), all.stream().filter(each -> access.member(each).isEmpty())
                .map(each -> each.key().participant()).distinct().toList());
        return conversation -> new InboxLine(conversation,
                access.member(conversation).map(Caseload.Member::name).filter(Objects::nonNull)
                        .orElseGet(() -> others.get(conversation.key().participant())),
                access.instead(conversation).orElse(null), access.isSentTo(conversation), due.get(conversation.opening().id()),
                Optional.ofNullable(promised.get(conversation.opening().id())).map(PromisedLook::on).orElse(null), today());
    }

    private Session me() {
        return signedIn.coach();
    }

    private LocalDate today() {
        return Dates.today(clock);
    }
}

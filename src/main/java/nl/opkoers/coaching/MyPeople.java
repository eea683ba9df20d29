package nl.opkoers.coaching;

import jakarta.enterprise.context.RequestScoped;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.opkoers.contact.ContactPreference;
import nl.opkoers.contact.ContactPreferences;
import nl.opkoers.contact.Conversation;
import nl.opkoers.contact.ConversationAccess;
import nl.opkoers.contact.LastContacts;
import nl.opkoers.dossier.CaseloadCourses;
import nl.opkoers.dossier.Course;
import nl.opkoers.hours.JudgingQueue;
import nl.opkoers.hours.Queued;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Typed;

/** Puts together what there is to know of the people of the coach who is signed in. So many queries, however many they are. */
@RequestScoped
class MyPeople {

    private final Caseloads caseloads;
    private final CaseloadCourses courses;
    private final JudgingQueue queue;
    private final ConversationAccess conversations;
    private final LastContacts contacts;
    private final Municipalities municipalities;
    private final Clock clock;
    private final ContactPreferences preferences;
    private final Silence silence;

    MyPeople(Caseloads caseloads, CaseloadCourses courses, JudgingQueue queue, ConversationAccess conversations,
            LastContacts contacts, ContactPreferences preferences, Silence silence, Municipalities municipalities, Clock clock) {
        this.caseloads = caseloads;
        this.courses = courses;
        this.queue = queue;
        this.conversations = conversations;
        this.contacts = contacts;
        this.municipalities = municipalities;
        this.clock = clock;
        this.preferences = preferences;
        this.silence = silence;
    }

    /** Everybody whom I may see now, in no order. */
    List<Person> all() {
        return of(caseloads.mine().known().orElse(List.of()));
    }

    /** Those whose name has all these words in it, whatever their case and accents; by name. */
    List<Person> named(String words) {
        List<String> parts = List.of(plain(words).strip().split("\\s+"));
        return Choice.everybody().from(all().stream()
                .filter(person -> parts.stream().allMatch(plain(person.member().name())::contains)).toList());
    }

    /** What there is to know of these people: of my caseload of now. */
    List<Person> of(List<Caseload.Member> members) {
        List<ParticipantKey> keys = members.stream().map(this::key).toList();
        LocalDate today = Dates.today(clock);
        Map<String, Seen<Course>> seen = courses.last(members);
        Map<String, Queued> hours = queue.of(members).stream()
                .collect(Collectors.toMap(queued -> queued.member().participant(), Function.identity()));
        Map<String, List<Conversation>> asked = conversations.waiting().stream()
                .collect(Collectors.groupingBy(conversation -> conversation.key().participant()));
        Map<String, Instant> talked = contacts.of(municipalities.code(), members.stream().map(Caseload.Member::participant).toList());
        Map<ParticipantKey, ContactPreference> wanted = keys.isEmpty() ? Map.of() : preferences.of(keys);
        return members.stream().map(member -> {
            String id = member.participant();
            return new Person(member, seen.getOrDefault(id, new Seen.Absent<>()), hours.get(id), asked(asked.get(id), today),
                    talked.containsKey(id) ? Dates.dayOf(talked.get(id)) : null,
                    silence.heardBy(wanted.get(key(member)), today), today);
        }).toList();
    }

    private ParticipantKey key(Caseload.Member member) {
        return new ParticipantKey(municipalities.code(), member.participant());
    }

    private static Person.Asked asked(List<Conversation> waiting, LocalDate today) {
        return waiting == null ? null : new Person.Asked(waiting.size(), waiting.stream()
                .map(conversation -> conversation.standing().answerBefore()).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null),
                waiting.stream().anyMatch(conversation -> conversation.standing().isOverdue(today)));
    }

    /**
     * A name as it is looked up: without case, accents, apostrophes, which each keyboard types in its own way, and the signs that come
     * along from other pages. An i without a dot is an i, as a capital has none either.
     */
    static String plain(String text) {
        return Normalizer.normalize(Typed.plain(text), Normalizer.Form.NFKD).replaceAll("[\\p{M}'‘’ʼʻʾʿ`]", "").toLowerCase(Locale.ROOT)
                .replace('\u0131', 'i');
    }
}

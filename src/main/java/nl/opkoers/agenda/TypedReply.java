package nl.opkoers.agenda;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Outgoing;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.page.Typed;

/** A form about an item as it was sent, read: what to tell the municipality, and what is wrong with it. */
final class TypedReply {

    private final Outgoing.Kind kind;
    private final Map<String, String> typed;
    private final Instant now;
    private final UUID form;
    private final int version;
    private final List<Form.Mistake> mistakes = new ArrayList<>();
    private final Optional<Agenda.Reason> reason;
    private final Optional<String> note;
    private final List<Agenda.Proposal> proposals;

    /**
     * @param now what is proposed has to be later
     * @throws BadRequestException when what the form hides is not as it was made
     */
    TypedReply(Outgoing.Kind kind, Map<String, String> typed, Instant now) {
        this.kind = kind;
        this.typed = typed;
        this.now = now;
        this.form = hidden(Form.ID, UUID::fromString);
        this.version = hidden(Form.VERSION, Integer::valueOf);
        this.reason = kind == Outgoing.Kind.DECLINE ? readReason() : Optional.empty();
        this.proposals = kind == Outgoing.Kind.MOVE ? readProposals() : List.of();
        this.note = kind == Outgoing.Kind.CONFIRM ? Optional.empty() : readNote();
    }

    /**
     * The id of the message: the same form with the same in it is the same message, however often it is sent; with other words
     * or times in it, by the way back, it is another one, so that nothing is lost.
     */
    UUID id() {
        return isWithMore() ? UUID.nameUUIDFromBytes((form + " " + reason + " " + note + " " + proposals).getBytes(StandardCharsets.UTF_8))
                : form;
    }

    /** Whether it says more than what kind of reply it is: why, in what words, or when else. */
    boolean isWithMore() {
        return reason.isPresent() || note.isPresent() || !proposals.isEmpty();
    }

    /** The version of the item that the form was about. */
    int version() {
        return version;
    }

    Outgoing.Kind kind() {
        return kind;
    }

    /** What is wrong, from the top of the form down. */
    List<Form.Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** What to tell the municipality; only when nothing is wrong. */
    Outgoing outgoing(ParticipantKey key, String item) {
        return switch (kind) {
            case CONFIRM -> Outgoing.confirm(key.municipality(), key.participant(), id(), item, version);
            case DECLINE -> Outgoing.decline(key.municipality(), key.participant(), id(), item, version,
                    reason.orElse(null), note.orElse(null));
            case MOVE -> Outgoing.move(key.municipality(), key.participant(), id(), item, version, proposals,
                    note.orElse(null));
            default -> throw new IllegalArgumentException("no reply to an item");
        };
    }

    private <T> T hidden(String field, Function<String, T> read) {
        try {
            return read.apply(typed.getOrDefault(field, ""));
        } catch (IllegalArgumentException garbled) {
            throw new BadRequestException(garbled);
        }
    }

    private Optional<String> value(String field) {
        return Optional.ofNullable(typed.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<Agenda.Reason> readReason() {
        Optional<String> chosen = value(Form.REASON);
        Optional<Agenda.Reason> known = Stream.of(Agenda.Reason.values())
                .filter(each -> each.name().equals(chosen.orElse(null))).findFirst();
        if (chosen.isPresent() && known.isEmpty()) {
            wrong(Form.REASON, Form.What.REASON);
        }
        return known;
    }

    private Optional<String> readNote() {
        Optional<String> text = value(Form.NOTE);
        if (text.filter(words -> Typed.letters(words) > Form.LONGEST_NOTE).isPresent()) {
            wrong(Form.NOTE, Form.What.LONG);
        }
        return text;
    }

    private List<Agenda.Proposal> readProposals() {
        List<Agenda.Proposal> read = new ArrayList<>();
        boolean none = true;
        for (int number = 1; number <= Form.MOST_PROPOSALS; number++) {
            if (isTyped(number)) {
                none = false;
                readProposal(number).ifPresent(read::add);
            }
        }
        if (none) {
            wrong(Form.DATE + 1, Form.What.NONE);
        }
        return read;
    }

    private boolean isTyped(int number) {
        return Stream.of(Form.DATE, Form.FROM, Form.TO).anyMatch(field -> value(field + number).isPresent());
    }

    private Optional<Agenda.Proposal> readProposal(int number) {
        Optional<LocalDate> day = read(Form.DATE + number, Typed::day, Form.What.DAY);
        Optional<Instant> begin = readMoment(day, Form.FROM + number);
        Optional<Instant> end = readMoment(day, Form.TO + number);
        if (begin.filter(moment -> !moment.isAfter(now)).isPresent()) {
            boolean today = day.filter(Dates.dayOf(now)::equals).isPresent();
            wrong((today ? Form.FROM : Form.DATE) + number, Form.What.PAST);
        } else if (begin.isPresent() && end.isPresent() && !end.get().isAfter(begin.get())) {
            wrong(Form.TO + number, Form.What.ORDER);
        }
        return begin.flatMap(from -> end.map(to -> new Agenda.Proposal(from, to)));
    }

    /** A time on that day; an hour that the clock skips in spring is none. */
    private Optional<Instant> readMoment(Optional<LocalDate> day, String field) {
        Optional<LocalDateTime> moment = read(field, Typed::time, Form.What.TIME)
                .flatMap(time -> day.map(date -> date.atTime(time)));
        if (moment.filter(local -> Dates.AMSTERDAM.getRules().getValidOffsets(local).isEmpty()).isPresent()) {
            wrong(field, Form.What.TIME);
            return Optional.empty();
        }
        return moment.map(local -> local.atZone(Dates.AMSTERDAM).toInstant());
    }

    private <T> Optional<T> read(String field, Function<String, Optional<T>> read, Form.What otherwise) {
        Optional<T> found = read.apply(typed.get(field));
        if (found.isEmpty()) {
            wrong(field, otherwise);
        }
        return found;
    }

    private void wrong(String field, Form.What what) {
        mistakes.add(new Form.Mistake(field, what));
    }
}

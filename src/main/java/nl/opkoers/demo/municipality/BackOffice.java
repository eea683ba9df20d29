package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the people of the municipality change themselves. Every change is told in the feed. A change that is not allowed
 * is a problem with all that is wrong with it, and then nothing changes; an empty answer means that it was done.
 */
public final class BackOffice {

    /** A change of one dossier, once it is known to be allowed. */
    private interface Check {
        List<Problem.Mistake> of(ObjectNode dossier, LocalDate today);
    }

    private final Store store;
    private final Feed feed;
    private final DossierChanges changes;
    private final Clock clock;

    BackOffice(Store store, Feed feed, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.changes = new DossierChanges(feed);
        this.clock = clock;
    }

    /** Cancels a lesson, an appointment, an exam: anything in somebody's agenda that has not begun. */
    public Optional<Problem> cancel(String participant, String item) {
        return changeItem(participant, item, content -> content.put("status", AgendaItem.CANCELLED));
    }

    /**
     * Moves something in somebody's agenda that has not begun.
     *
     * @param begin when it is to begin instead, in the future
     * @param end   after that
     */
    public Optional<Problem> move(String participant, String item, Instant begin, Instant end) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        if (!begin.isAfter(now())) {
            mistakes.add(new Problem.Mistake("begin", "voorbij"));
        }
        if (!end.isAfter(begin)) {
            mistakes.add(new Problem.Mistake("einde", "einde-voor-begin"));
        }
        return mistakes.isEmpty() ? changeItem(participant, item, content -> content.put("status", AgendaItem.CHANGED)
                .put("begin", begin.toString()).put("einde", end.toString())) : Optional.of(new Problem(400, mistakes));
    }

    /**
     * Makes a member of staff the contact of somebody, in the place of whoever has the same role now.
     *
     * @param employee the id of the member of staff, such as {@code M-1005}
     * @param from     the first day
     */
    public Optional<Problem> replaceContact(String participant, String employee, LocalDate from) {
        Optional<ObjectNode> known = store.inTransaction(connection -> Sql.first(connection,
                "select gegevens from medewerker where id = ?", row -> Json.object(row.getString(1)), employee));
        return known.isEmpty()
                ? Optional.of(new Problem(400, List.of(new Problem.Mistake("medewerkerId", "onbekende-waarde"))))
                : changeDossier(participant, (dossier, today) -> List.of(),
                        dossier -> NewContact.put(dossier, known.get(), from));
    }

    /** Makes the result of an exam known; what was planned for that day is over. */
    public Optional<Problem> publishExamResult(String participant, ExamResult result) {
        return changeDossier(participant, result::mistakes, result::put);
    }

    /**
     * Makes a new version of somebody's PIP, or the first, with which the term begins. DUO's rules are kept.
     *
     * @param pip what is new: {@code leerroute}, {@code niveau}, {@code dagtekeningPip}, {@code redenWijziging} and so on;
     *            what is not in it stays as it was
     */
    public Optional<Problem> amendPip(String participant, ObjectNode pip) {
        return changeDossier(participant, (dossier, today) -> new PipAmendment(dossier, pip).mistakes(today),
                dossier -> new PipAmendment(dossier, pip).put());
    }

    /** Registers that the participation declaration was signed: between the first PIP and today, within the term. */
    public Optional<Problem> registerPvt(String participant, LocalDate signed) {
        return register(participant, "pvt", "datumOndertekeningPvt", signed);
    }

    /** Registers the closing talk of the MAP: between the first PIP and today, within the term. */
    public Optional<Problem> registerMap(String participant, LocalDate talk) {
        return register(participant, "map", "datumEindgesprekMap", talk);
    }

    /** Registers that the Z-route is completed: as above, and not before the PVT and the MAP are. */
    public Optional<Problem> registerZRoute(String participant, LocalDate completed) {
        return register(participant, "zroute", "datumAfrondingZroute", completed);
    }

    private Optional<Problem> register(String participant, String part, String field, LocalDate day) {
        return changeDossier(participant, (dossier, today) -> {
            List<Problem.Mistake> mistakes = new DossierDates(dossier, today).mistakes(field, day);
            if (!dossier.path(part).isObject()) {
                mistakes.add(new Problem.Mistake(field, "niet-in-deze-route"));
            }
            if (part.equals("zroute") && (isOpen(dossier.at("/pvt/datumOndertekeningPvt"), day)
                    || isOpen(dossier.at("/map/datumEindgesprekMap"), day))) {
                mistakes.add(new Problem.Mistake(field, "voor-pvt-of-map"));
            }
            return mistakes;
        }, dossier -> {
            dossier.withObject("/" + part).put(field, day.toString());
            return dossier;
        });
    }

    private static boolean isOpen(JsonNode done, LocalDate day) {
        return !done.isTextual() || LocalDate.parse(done.textValue()).isAfter(day);
    }

    private Optional<Problem> changeDossier(String participant, Check check, UnaryOperator<ObjectNode> edit) {
        return store.inTransaction(connection -> {
            Optional<ObjectNode> dossier = Store.lockedDossier(connection, participant);
            if (dossier.isEmpty()) {
                return Optional.of(Problem.of(404));
            }
            List<Problem.Mistake> mistakes = check.of(dossier.get(), LocalDate.ofInstant(now(), RelativeDates.ZONE));
            if (!mistakes.isEmpty()) {
                return Optional.of(new Problem(400, mistakes));
            }
            changes.change(connection, participant, before -> stamped(before, edit), now());
            return Optional.empty();
        });
    }

    /** Each part that is different says since when. */
    private ObjectNode stamped(ObjectNode before, UnaryOperator<ObjectNode> edit) {
        ObjectNode after = edit.apply(before.deepCopy());
        after.properties().forEach(part -> {
            if (part.getValue() instanceof ObjectNode object && !object.equals(before.path(part.getKey()))) {
                object.put("bijgewerktOp", now().toString());
            }
        });
        return after;
    }

    private Optional<Problem> changeItem(String participant, String id, UnaryOperator<ObjectNode> edit) {
        return store.inTransaction(connection -> {
            Optional<AgendaItem> found = Store.lockedDossier(connection, participant).isEmpty() ? Optional.empty()
                    : Agendas.of(connection, participant).orElseThrow().find(id);
            if (found.isEmpty()) {
                return Optional.of(Problem.of(404));
            }
            if (found.get().cancelled()) {
                return Optional.of(Problem.conflict("vervallen"));
            }
            if (!found.get().begin().isAfter(now())) {
                return Optional.of(Problem.conflict("voorbij"));
            }
            change(connection, participant, found.get(), edit);
            return Optional.empty();
        });
    }

    private void change(Connection connection, String participant, AgendaItem item, UnaryOperator<ObjectNode> edit)
            throws SQLException {
        if (item.inDossier()) {
            changes.change(connection, participant, before -> stamped(before, dossier -> {
                edit.apply(Appointments.find(dossier, item.id()).orElseThrow());
                return dossier;
            }), now());
        } else {
            feed.add(connection, Agendas.replace(connection, participant, item, edit.apply(item.content().deepCopy()), now()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

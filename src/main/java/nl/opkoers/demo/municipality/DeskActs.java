package nl.opkoers.demo.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Does what the desk is told, in the words of JSON: forms are read into the same words. */
final class DeskActs {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_REASON = 200;
    private static final int MOST_HOURS = 9999;

    /** What is to be done for the participant with this id, once all that was told could be read. */
    private interface Work extends Function<String, Optional<Problem>> {
    }

    private final BackOffice office;
    private final ObjectMapper json;

    DeskActs(BackOffice office, ObjectMapper json) {
        this.office = office;
        this.json = json;
    }

    /** Empty when it was done; otherwise nothing changed. */
    Optional<Problem> perform(DeskAct act, String participant, String body) {
        Fields fields = Fields.read(body, json, act.known());
        Work work = read(act, fields, body);
        return fields.mistakes().isEmpty() ? work.apply(participant) : Optional.of(new Problem(400, fields.mistakes()));
    }

    private Work read(DeskAct act, Fields fields, String body) {
        return switch (act) {
            case CANCEL -> cancel(fields);
            case MOVE -> move(fields);
            case CONTACT -> contact(fields);
            case EXAM_RESULT -> examResult(fields);
            case PIP -> pip(fields, body);
            case PVT -> day(act, fields, office::registerPvt);
            case MAP -> day(act, fields, office::registerMap);
            case Z_ROUTE -> day(act, fields, office::registerZRoute);
        };
    }

    private Work cancel(Fields fields) {
        String item = fields.require(DeskAct.ITEM).text(DeskAct.ITEM, LONGEST_ID);
        return participant -> office.cancel(participant, item);
    }

    private Work move(Fields fields) {
        String item = fields.require(DeskAct.ITEM, "begin", "einde").text(DeskAct.ITEM, LONGEST_ID);
        Instant begin = fields.instant("begin");
        Instant end = fields.instant("einde");
        return participant -> office.move(participant, item, begin, end);
    }

    private Work contact(Fields fields) {
        String employee = fields.require("medewerkerId", "van").text("medewerkerId", LONGEST_ID);
        LocalDate from = fields.date("van");
        return participant -> office.replaceContact(participant, employee, from);
    }

    private Work examResult(Fields fields) {
        fields.require("onderdeel", "examendatum", "resultaat");
        ExamResult result = new ExamResult(
                fields.text("onderdeel", LONGEST_WORD),
                fields.date("examendatum"),
                fields.text("niveau", LONGEST_WORD),
                fields.text("resultaat", LONGEST_WORD),
                fields.text("redenGeenResultaat", LONGEST_WORD));
        return participant -> office.publishExamResult(participant, result);
    }

    /** A field that is null becomes null in the plan; one that is not there stays as it was. */
    private Work pip(Fields fields, String body) {
        fields.text("leerroute", LONGEST_WORD);
        fields.text("niveau", LONGEST_WORD);
        fields.text("redenWijziging", LONGEST_REASON);
        fields.date("dagtekeningPip");
        fields.whole("geschatteIntensiteitB1Route", 1, MOST_HOURS);
        fields.whole("pvtUren", 0, MOST_HOURS);
        fields.whole("mapUren", 0, MOST_HOURS);
        return participant -> office.amendPip(participant, Json.object(body));
    }

    /** Something that is done on a day. */
    private interface Registration {
        Optional<Problem> of(String participant, LocalDate day);
    }

    private static Work day(DeskAct act, Fields fields, Registration registration) {
        String field = act.fields().get(0);
        LocalDate day = fields.require(field).date(field);
        return participant -> registration.of(participant, day);
    }
}

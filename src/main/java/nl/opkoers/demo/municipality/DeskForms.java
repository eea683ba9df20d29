package nl.opkoers.demo.municipality;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What was typed in a form, in the words of JSON. What cannot be read stays as it was typed, to be refused as such. */
final class DeskForms {

    static final Set<String> MOMENTS = Set.of("begin", "einde");
    static final Set<String> NUMBERS = Set.of("geschatteIntensiteitB1Route", "pvtUren", "mapUren");
    static final List<String> FAULT_FIELDS = List.of(FaultControls.KIND, FaultControls.DELAY, FaultControls.RETRY_AFTER);

    /**
     * A form that was not carried out.
     *
     * @param typed what was in it, by field
     */
    record Refused(DeskAct act, Map<String, String> typed, Problem problem) {

        /** Whether it is this form; an act on the agenda has a form for each item. */
        boolean is(DeskAct other, String item) {
            return act == other && (item == null || item.equals(typed.get(DeskAct.ITEM)));
        }
    }

    private DeskForms() {
    }

    /** The body of an act. The form of a plan has the whole plan: what is empty in it becomes null. */
    static ObjectNode body(DeskAct act, Map<String, String> typed) {
        ObjectNode body = Json.object();
        act.fields().stream().filter(typed::containsKey).forEach(field -> {
            String value = typed.get(field);
            if (!value.isEmpty()) {
                put(body, field, value);
            } else if (act == DeskAct.PIP) {
                body.putNull(field);
            }
        });
        return body;
    }

    /** The body that switches faults; an empty field is left out. */
    static ObjectNode faults(Map<String, String> typed) {
        ObjectNode body = Json.object();
        for (Resource resource : Resource.values()) {
            ObjectNode fault = body.putObject(resource.wireName());
            for (String field : FAULT_FIELDS) {
                String value = typed.getOrDefault(resource.wireName() + "." + field, "");
                if (!value.isEmpty() && field.equals(FaultControls.KIND)) {
                    fault.put(field, value);
                } else if (!value.isEmpty()) {
                    putNumber(fault, field, value);
                }
            }
        }
        return body;
    }

    private static void put(ObjectNode body, String field, String value) {
        if (NUMBERS.contains(field)) {
            putNumber(body, field, value);
        } else {
            body.put(field, MOMENTS.contains(field) ? moment(value) : value);
        }
    }

    private static void putNumber(ObjectNode body, String field, String value) {
        if (value.matches("-?\\d{1,18}")) {
            body.put(field, Long.parseLong(value));
        } else {
            body.put(field, value);
        }
    }

    /** A field for a date and a time says what a clock in Amsterdam says. */
    private static String moment(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(RelativeDates.ZONE).toInstant().toString();
        } catch (DateTimeException e) {
            return typed;
        }
    }
}

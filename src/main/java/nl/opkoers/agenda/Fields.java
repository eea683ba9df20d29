package nl.opkoers.agenda;

import jakarta.ws.rs.FormParam;
import java.util.Map;
import java.util.TreeMap;

/** The fields of the three forms of an item, as they were sent. */
class Fields {

    @FormParam(Form.ID)
    String id;
    @FormParam(Form.VERSION)
    String version;
    @FormParam(Form.REASON)
    String reason;
    @FormParam(Form.NOTE)
    String note;
    @FormParam(Form.DATE + 1)
    String date1;
    @FormParam(Form.FROM + 1)
    String from1;
    @FormParam(Form.TO + 1)
    String to1;
    @FormParam(Form.DATE + 2)
    String date2;
    @FormParam(Form.FROM + 2)
    String from2;
    @FormParam(Form.TO + 2)
    String to2;
    @FormParam(Form.DATE + 3)
    String date3;
    @FormParam(Form.FROM + 3)
    String from3;
    @FormParam(Form.TO + 3)
    String to3;

    /** What was sent at all, by name. */
    Map<String, String> typed() {
        Map<String, String> typed = new TreeMap<>();
        put(typed, Form.ID, id);
        put(typed, Form.VERSION, version);
        put(typed, Form.REASON, reason);
        put(typed, Form.NOTE, note);
        putProposal(typed, 1, date1, from1, to1);
        putProposal(typed, 2, date2, from2, to2);
        putProposal(typed, 3, date3, from3, to3);
        return typed;
    }

    private static void putProposal(Map<String, String> typed, int number, String date, String from, String to) {
        put(typed, Form.DATE + number, date);
        put(typed, Form.FROM + number, from);
        put(typed, Form.TO + number, to);
    }

    private static void put(Map<String, String> typed, String name, String value) {
        if (value != null) {
            typed.put(name, value.strip());
        }
    }
}

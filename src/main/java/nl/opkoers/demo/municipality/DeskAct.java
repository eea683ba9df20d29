package nl.opkoers.demo.municipality;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be done for one person at the desk. */
enum DeskAct {
    CANCEL("vervallen", DeskAct.ITEM),
    MOVE("verzetten", DeskAct.ITEM, "begin", "einde"),
    CONTACT("contactpersoon", "medewerkerId", "van"),
    EXAM_RESULT("examenuitslag", "onderdeel", "examendatum", "niveau", "resultaat", "redenGeenResultaat"),
    PIP("pip", "dagtekeningPip", "leerroute", "niveau", "geschatteIntensiteitB1Route", "pvtUren", "mapUren", "redenWijziging"),
    PVT("pvt", "datumOndertekeningPvt"),
    MAP("map", "datumEindgesprekMap"),
    Z_ROUTE("zroute", "datumAfrondingZroute");

    /** The field that names what in the agenda it is about. */
    static final String ITEM = "agendaonderdeel";

    private final String wireName;
    private final List<String> fields;

    DeskAct(String wireName, String... fields) {
        this.wireName = wireName;
        this.fields = List.of(fields);
    }

    static Optional<DeskAct> named(String wireName) {
        return Stream.of(values()).filter(act -> act.wireName.equals(wireName)).findFirst();
    }

    /** The last part of its address. */
    String wireName() {
        return wireName;
    }

    /** All that can be told with it, in the order of its form. */
    List<String> fields() {
        return fields;
    }

    Set<String> known() {
        return Set.copyOf(fields);
    }
}

package nl.opkoers.demo.municipality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of a form, as its template wants them: name, label, kind, value, choices and what is wrong. */
final class DeskFields {

    private static final Set<String> DATES = Set.of("van", "examendatum", "dagtekeningPip", "datumOndertekeningPvt",
            "datumEindgesprekMap", "datumAfrondingZroute");
    private static final Map<String, List<String>> CHOICES = Map.of(
            "onderdeel", List.of("KNM", "LE", "LU", "SC", "SP"),
            "niveau", List.of("", "A2", "B1", "B2"),
            "resultaat", List.of("Geslaagd", "Gezakt", "Geen"),
            "redenGeenResultaat", List.of("", "Verwijtbaar", "Nietverwijtbaar", "Afgemeld", "Absent"),
            "leerroute", List.of("B", "O", "Z"),
            FaultControls.KIND, Stream.of(Fault.Kind.values()).map(Fault.Kind::wireName).toList());

    private final Texts texts;
    private final Answers answers;
    private final List<DeskPeople.Employee> employees;

    DeskFields(Texts texts, Answers answers, List<DeskPeople.Employee> employees) {
        this.texts = texts;
        this.answers = answers;
        this.employees = employees;
    }

    /**
     * One field.
     *
     * @param prefix   makes its id the only one on the page
     * @param name     what it is called when the form is sent
     * @param word     what it is called in texts and choices
     * @param mistakes all that is wrong with the form
     */
    Map<String, Object> field(String prefix, String name, String word, String value, List<Problem.Mistake> mistakes) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("id", prefix + "-" + word);
        field.put("name", name);
        field.put("label", texts.get("veld_" + word));
        field.put("type", type(word));
        field.put("value", value);
        field.put("choices", choices(word, value));
        field.put("mistakes", mistakes.stream().filter(mistake -> mistake.field().equals(name)).map(answers::explain).toList());
        return field;
    }

    private static String type(String word) {
        return DeskForms.MOMENTS.contains(word) ? "datetime-local"
                : DATES.contains(word) ? "date"
                : DeskForms.NUMBERS.contains(word) || word.equals(FaultControls.DELAY) || word.equals(FaultControls.RETRY_AFTER)
                ? "number" : "text";
    }

    /** What can be chosen; a value that is none of these is kept as one more. Empty where anything can be typed. */
    private List<Map<String, Object>> choices(String word, String value) {
        List<Map<String, Object>> choices = new ArrayList<>();
        if (word.equals("medewerkerId")) {
            employees.forEach(employee -> choices.add(
                    choice(employee.id(), employee.name() + " (" + employee.function() + ", " + employee.id() + ")", value)));
        } else {
            CHOICES.getOrDefault(word, List.of()).forEach(code -> choices.add(
                    choice(code, texts.find("keuze_" + word + "_" + code).orElse(code), value)));
        }
        if (!choices.isEmpty() && !value.isEmpty() && choices.stream().noneMatch(choice -> choice.get("value").equals(value))) {
            choices.add(choice(value, value, value));
        }
        return choices;
    }

    private static Map<String, Object> choice(String value, String label, String chosen) {
        return Map.of("value", value, "label", label, "chosen", value.equals(chosen));
    }
}

package nl.opkoers.demo.municipality;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the courses of a school: what is taught and when from {@code providers.json}, the rest drawn. As in life some
 * things are not known: those are null. An hour costs 11 to 20 euro (evaluation of Rotterdam, 2023).
 */
final class Courses {

    private static final List<String> DAYS = List.of("ma", "di", "wo", "do", "vr", "za", "zo");

    private final Draws draws;
    private final JsonNode file;
    private final LocalDate today;

    Courses(Draws draws, JsonNode file, LocalDate today) {
        this.draws = draws;
        this.file = file;
        this.today = today;
    }

    /** A course that {@code providers.json} describes; what it says of it goes before what is drawn. */
    ObjectNode described(String provider, int number, JsonNode kind, JsonNode described, LocalDate checked) {
        BigDecimal price = described.path("uurprijs").isNull() ? null : described.path("uurprijs").decimalValue();
        ObjectNode course = write(provider, number, kind, described.path("cursus").textValue(),
                described.path("vorm").textValue(), price, checked);
        described.path("gegevens").properties().forEach(entry -> course.set(entry.getKey(), entry.getValue()));
        if (described.path("gegevens").has("wachttijdWeken")) {
            course.put("eerstvolgendeStart", start(course, course.path("wachttijdWeken").intValue()).toString());
        }
        return course;
    }

    /** A course such as this kind of school gives. */
    ObjectNode drawn(String provider, int number, JsonNode kind, LocalDate checked) {
        String subject = draws.weighed(Providers.weights(kind.path("aanbod")));
        String form = draws.weighed(Providers.weights(kind.path("vormen")));
        int dearer = subject.equals("examen") ? 2 : 0;
        BigDecimal price = new BigDecimal(4 * dearer
                + draws.between(4 * kind.at("/uurprijs/0").intValue(), 4 * kind.at("/uurprijs/1").intValue()))
                .divide(new BigDecimal("4.00"));
        return write(provider, number, kind, subject, form, draws.happens(0.1) ? null : price, checked);
    }

    private ObjectNode write(String provider, int number, JsonNode kind, String subjectKey, String formKey, BigDecimal price,
            LocalDate checked) {
        JsonNode subject = file.path("cursussen").path(subjectKey);
        JsonNode form = file.path("vormen").path(formKey);
        ObjectNode course = JsonNodeFactory.instance.objectNode()
                .put("id", provider.replace('A', 'C') + "-" + number)
                .put("naam", subject.path("naam").textValue() + ", " + form.path("naam").textValue());
        for (String field : List.of("leerroutes", "niveauVan", "niveauTot")) {
            course.set(field, subject.get(field).deepCopy());
        }
        price(course, subject, price);
        times(course, form);
        course.put("kinderopvang", childcare(kind, form));
        int weeks = draws.happens(0.5) ? 0 : draws.between(1, 20);
        LocalDate start = start(course, weeks);
        course.put("eerstvolgendeStart", draws.happens(0.07) ? null : start.toString())
                .put("wachttijdWeken", draws.happens(0.08) ? null : (Integer) weeks);
        Providers.list(course, "doelgroepen", draws.weighed(Providers.weights(file.path("doelgroepen"))));
        Providers.list(course, "talen", draws.weighed(Providers.weights(file.path("talen"))));
        course.put("alfabetisering", subject.path("alfabetisering").booleanValue())
                .put("examentraining", draws.happens(subject.path("examentraining").doubleValue()))
                .put("alleenVrouwen", subject.path("alleenVrouwen").booleanValue())
                .put("groepsgrootte", draws.happens(0.1) ? null : (Integer) between(subject.path("groep")))
                .put("gecontroleerdOp", (draws.happens(0.15) ? checked.minusDays(draws.between(10, 120)) : checked).toString());
        return course;
    }

    private void price(ObjectNode course, JsonNode subject, BigDecimal price) {
        int hours = between(subject.path("uren")) / 4 * 4;
        Providers.amount(course, "prijsPerUur", price);
        Providers.amount(course, "prijsTotaal", price == null ? null : price.multiply(BigDecimal.valueOf(hours)));
        course.put("urenTotaal", hours);
        Boolean included = draws.happens(0.08) ? null : (Boolean) draws.happens(0.45);
        course.put("lesmateriaalInbegrepen", included);
        Providers.amount(course, "kostenLesmateriaal",
                Boolean.FALSE.equals(included) ? BigDecimal.valueOf(draws.between(5, 28) * 5L) : null);
    }

    private void times(ObjectNode course, JsonNode form) {
        ArrayNode times = course.putArray("lestijden");
        if (!form.path("dagen").isEmpty()) {
            JsonNode time = form.path("tijden").get(draws.between(0, form.path("tijden").size() - 1));
            form.path("dagen").get(draws.between(0, form.path("dagen").size() - 1)).forEach(day -> times.addObject()
                    .put("dag", day.textValue())
                    .put("van", time.get(0).textValue())
                    .put("tot", time.get(1).textValue()));
        }
        course.put("rooster", form.path("rooster").textValue())
                .put("deelOnline", draws.happens(0.04) ? null : (Integer) (between(form.path("deelOnline")) / 10 * 10));
    }

    private Boolean childcare(JsonNode kind, JsonNode form) {
        if (!form.path("opvang").booleanValue()) {
            return false;
        }
        return draws.happens(0.12) ? null : (Boolean) draws.happens(kind.path("kinderopvang").doubleValue());
    }

    /** The first lesson is on one of the days of the course, after the wait. */
    private LocalDate start(ObjectNode course, int weeks) {
        LocalDate free = today.plusWeeks(weeks).plusDays(draws.between(3, 40));
        List<LocalDate> lessons = new ArrayList<>();
        course.path("lestijden").forEach(time -> lessons.add(first(time.path("dag").textValue(), free)));
        return lessons.stream().min(Comparator.naturalOrder()).orElse(RelativeDates.workdayFrom(free));
    }

    private static LocalDate first(String day, LocalDate from) {
        DayOfWeek wanted = DayOfWeek.of(DAYS.indexOf(day) + 1);
        return from.plusDays(Math.floorMod(wanted.getValue() - from.getDayOfWeek().getValue(), 7));
    }

    private int between(JsonNode range) {
        return draws.between(range.get(0).intValue(), range.get(1).intValue());
    }
}

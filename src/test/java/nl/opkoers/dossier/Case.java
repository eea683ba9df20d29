package nl.opkoers.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.opkoers.demo.municipality.CastJson;
import nl.opkoers.language.Dates;
import nl.opkoers.law.LawBook;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Dossier;

/** A dossier at noon on one Saturday: somebody of the cast, or nobody yet, with parts changed by what the test is about. */
final class Case {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Instant NOW = TODAY.atTime(12, 0).atZone(Dates.AMSTERDAM).toInstant();
    static final LawBook LAW = LawBook.standard();

    private final ObjectNode json;

    private Case(ObjectNode json) {
        this.json = json;
    }

    /** @param key of the cast, such as {@code z-tigrinya} */
    static Case of(String key) {
        return new Case(CastJson.of(key, TODAY));
    }

    /** Somebody of whom nothing is known. */
    static Case empty() {
        return new Case(JsonNodeFactory.instance.objectNode().put("id", "7"));
    }

    /** Somebody with a plan: the group and the route by their codes. */
    static Case withPlan(String group, String route) {
        return empty().with("doelgroep", "{'indeling': '" + group + "'}")
                .with("pip", "{'actueel': {'pipId': 'p', 'dagtekeningPip': 'today-1year', 'leerroute': '" + route + "'}}");
    }

    /** @param value JSON with single quotes and dates such as {@code today+2weeks} */
    Case with(String part, String value) {
        try {
            json.set(part, CastJson.dated(new ObjectMapper().readTree(value.replace('\'', '"')), TODAY));
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    Dossier dossier() {
        return new Contract().read(json.toString(), Dossier.class);
    }

    Course course() {
        return Course.of(dossier(), Clock.fixed(NOW, Dates.AMSTERDAM), LAW);
    }

    Home home() {
        return homeAfter(null);
    }

    Home homeAfter(Instant previousVisit) {
        return new Home(course(), course().getSubstitute(), new Seen.Fresh<>(dossier(), NOW), Optional.ofNullable(previousVisit), LAW);
    }
}

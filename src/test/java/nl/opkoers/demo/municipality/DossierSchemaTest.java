package nl.opkoers.demo.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the municipality knows of people is what the contract says that can be known. */
class DossierSchemaTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String FROM_TOMORROW = "unknown-values";
    private static final int SAMPLE = 200;

    private final Map<String, ObjectNode> cast = Filled.castOn(TODAY);

    @Test
    void everyDossierOfTheCastFollowsTheContract() {
        cast.forEach((key, dossier) -> Agreement.checkDossier(key, dossier.toString()));
    }

    @Test
    void soDoesEverybodyElse() {
        sample().forEach(resident -> Agreement.checkDossier(resident.toString(), resident.dossier().toString()));
    }

    @Test
    void allWordsAreThoseOfDuoAndTheModelOfMunicipalities() {
        cast.forEach((key, dossier) -> {
            if (!key.equals(FROM_TOMORROW)) {
                assertKnown(key, dossier);
            }
        });
        sample().forEach(resident -> assertKnown(resident.toString(), resident.dossier()));
    }

    @Test
    void noorsDossierHoldsWordsFromTomorrowAndFollowsTheContractAllTheSame() {
        assertFalse(unknownWords(cast.get(FROM_TOMORROW)).isEmpty());
        Agreement.checkDossier(FROM_TOMORROW, cast.get(FROM_TOMORROW).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/persoon", "/pip/actueel", "/pip/actueel/doelen/0/eigenWoorden", "/voortgang/volgendGesprek/plaats"})
    void whatIsNotPromisedIsNotTold(String place) {
        assertRefused(dossier -> ((ObjectNode) dossier.at(place)).put("bijnaam", "Sel"));
    }

    @Test
    void aPartAlwaysSaysWhoToldIt() {
        assertRefused(dossier -> ((ObjectNode) dossier.path("termijn")).remove("bron"));
        assertRefused(dossier -> ((ObjectNode) dossier.path("uren")).put("bijgewerktOp", "gisteren"));
    }

    @Test
    void aDateIsADateAndANumberANumber() {
        assertRefused(dossier -> ((ObjectNode) dossier.path("termijn")).put("einddatum", "2028-07-21T00:00:00Z"));
        assertRefused(dossier -> ((ObjectNode) dossier.at("/uren/soorten/1")).put("uren", "312"));
    }

    private void assertRefused(Consumer<ObjectNode> spoil) {
        ObjectNode dossier = cast.get("z-tigrinya").deepCopy();
        spoil.accept(dossier);
        assertThrows(AssertionError.class, () -> Agreement.checkDossier("z-tigrinya", dossier.toString()));
    }

    private static List<Resident> sample() {
        List<Resident> all = Filled.populationOn(TODAY);
        List<Resident> sample = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            sample.add(all.get(i * all.size() / SAMPLE));
        }
        return sample;
    }

    private static void assertKnown(String who, JsonNode dossier) {
        assertEquals(List.of(), unknownWords(dossier), who);
    }

    private static List<String> unknownWords(JsonNode dossier) {
        List<String> unknown = new ArrayList<>();
        collect(ContractDocument.schema("Inburgeraar"), dossier, unknown);
        return unknown;
    }

    private static void collect(JsonNode reference, JsonNode value, List<String> unknown) {
        JsonNode schema = ContractDocument.resolve(reference);
        value.properties().forEach(field -> collect(schema.path("properties").path(field.getKey()), field.getValue(), unknown));
        if (value.isArray()) {
            value.forEach(item -> collect(schema.path("items"), item, unknown));
        }
        if (value.isTextual() && schema.has("x-extensible-enum")) {
            List<String> known = new ArrayList<>();
            schema.path("x-extensible-enum").forEach(word -> known.add(word.textValue()));
            if (!known.contains(value.textValue())) {
                unknown.add(value.textValue());
            }
        }
    }
}

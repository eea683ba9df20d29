package nl.opkoers.demo.municipality;

import java.util.Optional;

/** Reads what is on offer; every answer is put together by the database. */
final class OfferStore {

    private static final String PROVIDER = """
            aanbieder.gegevens || jsonb_build_object('cursussen', coalesce(
                (select jsonb_agg(cursus.gegevens order by cursus.id) from cursus where cursus.aanbieder_id = aanbieder.id),
                '[]'::jsonb))""";

    private final Store store;

    OfferStore(Store store) {
        this.store = store;
    }

    String providers() {
        return store.text("select json_build_object('aanbieders', coalesce(json_agg(" + PROVIDER
                + " order by aanbieder.id), '[]'::json))::text from aanbieder").orElseThrow();
    }

    Optional<String> provider(String id) {
        return store.text("select (" + PROVIDER + ")::text from aanbieder where id = ?", id);
    }

    String practicePlaces() {
        return store.text("select json_build_object('plekken', coalesce(json_agg(gegevens order by id), '[]'::json))::text from oefenplek")
                .orElseThrow();
    }
}

package nl.opkoers.demo.municipality;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * For whom an employee is there today: as the contact person that the dossier names, or in the place of a colleague
 * from the first to the last day of the substitution. Somebody who is theirs already is not named once more for a
 * colleague. Who no longer works here is there for nobody.
 */
final class Caseloads {

    /**
     * The condition on the contact persons is written as the index on dossiers has it, so that only the dossiers of this
     * employee and of those who are replaced are opened.
     */
    private static final String CASELOAD = """
            with medewerker_nu as (
                select id, cast(? as date) as dag, cardinality(groepen) > 0 as in_dienst from medewerker where id = ?
            ), namens as (
                select id as contact_id, dag, cast(null as json) as vervangt
                from medewerker_nu where in_dienst
                union all
                select afwezig.id, dag,
                    json_build_object('medewerkerId', afwezig.id, 'naam', afwezig.naam, 'van', vervanging.van, 'tot', vervanging.tot)
                from medewerker_nu
                join vervanging on vervanging.vervanger_id = medewerker_nu.id and dag between vervanging.van and vervanging.tot
                join medewerker afwezig on afwezig.id = vervanging.medewerker_id
                where in_dienst
            ), regel as (
                select distinct on (inburgeraar.id)
                    dossier #>> '{persoon,aanspreeknaam}' as naam, inburgeraar.id, json_build_object(
                    'inburgeraarId', inburgeraar.id,
                    'aanspreeknaam', dossier #>> '{persoon,aanspreeknaam}',
                    'voorkeurstaal', dossier #>> '{persoon,voorkeurstaal}',
                    'doelgroep', dossier #>> '{doelgroep,indeling}',
                    'leerroute', dossier #>> '{pip,actueel,leerroute}',
                    'termijnEinddatum', dossier #>> '{termijn,einddatum}',
                    'laatsteGesprek', dossier #>> '{voortgang,laatsteGesprek}',
                    'rol', contact ->> 'rol',
                    'van', contact ->> 'van',
                    'tot', contact ->> 'tot',
                    'vervangt', namens.vervangt) as gegevens
                from namens
                join inburgeraar on dossier -> 'contactpersonen' -> 'personen'
                    @> jsonb_build_array(jsonb_build_object('medewerkerId', namens.contact_id))
                cross join lateral jsonb_array_elements(dossier -> 'contactpersonen' -> 'personen') as contact
                where contact ->> 'medewerkerId' = namens.contact_id
                    and coalesce((contact ->> 'tot')::date, dag) >= dag
                order by inburgeraar.id, namens.vervangt is not null, contact ->> 'van' desc
            )
            select json_build_object('medewerkerId', id, 'inburgeraars', coalesce(
                (select json_agg(gegevens order by naam, regel.id) from regel), '[]'::json))::text
            from medewerker_nu""";

    private static final String SUBSTITUTES = """
            insert into vervanging (medewerker_id, vervanger_id, van, tot)
            select afwezig.id, vervanger.id, (periode ->> 'van')::date, (periode ->> 'tot')::date
            from medewerker afwezig
            cross join lateral (select afwezig.gegevens -> 'vervanger' as periode) as gezegd
            join medewerker vervanger on vervanger.naam = periode ->> 'naam'
            where not exists (select from vervanging)
            on conflict do nothing""";

    private final Store store;
    private final Clock clock;

    Caseloads(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Empty when nobody has this number. */
    Optional<String> of(String employee) {
        return store.text(CASELOAD, LocalDate.now(clock.withZone(RelativeDates.ZONE)).toString(), employee);
    }

    /**
     * Resolves, once, which colleague the staff register means: dossiers name a substitute as people do, by name.
     */
    static void fillSubstitutesWhenEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SUBSTITUTES);
        }
    }
}

package nl.opkoers.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.dossier.KnownAgenda;
import nl.opkoers.dossier.Soon;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.AnythingMayHaveHappened;
import nl.opkoers.municipality.Contract;
import nl.opkoers.municipality.Delivered;
import nl.opkoers.municipality.Happened;
import nl.opkoers.municipality.Kept;
import nl.opkoers.municipality.KeptRows;
import nl.opkoers.municipality.MunicipalClient;
import nl.opkoers.municipality.Outdating;
import nl.opkoers.municipality.Refreshed;
import nl.opkoers.municipality.Reply;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.Wanted;
import nl.opkoers.municipality.contract.Agenda;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;

/** Everybody's agenda as last seen, asked for again when it is too old or heard to have changed. */
@ApplicationScoped
class KeptAgendas implements KnownAgenda, Refreshed {

    private static final KeptRows.Place<Agenda> PLACE = new KeptRows.Place<>(Agenda.class, AgendaSnapshot.class);
    private static final Part PART = KeptRows.part("agenda_snapshot",
            Set.of("/agenda", "/agenda/*", "/agenda/letter", "/agenda/talk", "/people"));
    private static final Part AHEAD = KeptRows.part("agenda_ahead", "agenda_snapshot", AgendaSnapshot.AHEAD_OR_ALL, Set.of("/"));
    /** So that somebody can look up what was cancelled or missed. */
    private static final int WEEKS_BACK = 4;
    /** As far as schools plan; with the weeks before it within what may be asked at once, which is 400 days. */
    private static final int WEEKS_AHEAD = 52;
    /** A choice of this portal: what happens meanwhile is heard, so Home wants to have looked once or twice a day. */
    private static final Duration LOOKED_AT_WITHIN = Duration.ofHours(12);

    private final MunicipalClient municipality;
    private final KeptRows rows;
    private final Contract contract;
    private final Outdating outdating;
    private final Wanted wanted;
    private final Clock clock;

    KeptAgendas(MunicipalClient municipality, KeptRows rows, Contract contract, Outdating outdating, Wanted wanted, Clock clock) {
        this.municipality = municipality;
        this.rows = rows;
        this.contract = contract;
        this.outdating = outdating;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** An agenda, and how well it is known. */
    @Override
    public Seen<Agenda> of(ParticipantKey key) {
        return rows.read(PLACE, key, etag -> ask(key, etag), kept -> row(key, kept));
    }

    @Override
    public Seen<Agenda> mine(ParticipantKey key, AtOnce atOnce) {
        return rows.read(PLACE, key, kept(PART, key, atOnce), etag -> ask(key, etag), kept -> row(key, kept));
    }

    @Override
    public Optional<Seen.Stale<Agenda>> last(ParticipantKey key, AtOnce atOnce) {
        Optional<Kept> kept = kept(AHEAD, key, atOnce);
        if (kept.filter(seen -> seen.confirmedAt().plus(LOOKED_AT_WITHIN).isAfter(clock.instant())).isEmpty()) {
            wanted.read(this, key.municipality(), key.participant());
        }
        return rows.last(PLACE, kept);
    }

    /** As it was seen here last, whatever changed since, without asking anybody. One query. */
    Optional<Agenda> seenLast(ParticipantKey key) {
        return Optional.ofNullable(rows.last(Agenda.class, AgendaSnapshot.class, row -> row.key.participant(), key.municipality(),
                List.of(key.participant())).get(key.participant())).map(Seen.Stale::value);
    }

    private AgendaSnapshot row(ParticipantKey key, Kept kept) {
        Agenda ahead = Soon.ahead(contract.read(kept.body(), Agenda.class), kept.confirmedAt());
        return AgendaSnapshot.of(key, kept, contract.write(ahead));
    }

    private Optional<Kept> kept(Part part, ParticipantKey key, AtOnce atOnce) {
        return atOnce.take(part).map(KeptRows::kept).orElseGet(() -> rows.find(PLACE, key));
    }

    @Produces
    @Singleton
    static Part part() {
        return PART;
    }

    @Produces
    @Singleton
    static Part ahead() {
        return AHEAD;
    }

    private Reply ask(ParticipantKey key, String etag) {
        LocalDate monday = Dates.mondayOf(Dates.today(clock));
        return municipality.agenda(key.participant(), monday.minusWeeks(WEEKS_BACK), monday.plusWeeks(WEEKS_AHEAD), etag);
    }

    @Override
    public String table() {
        return "agenda_snapshot";
    }

    @Override
    public MunicipalClient.Question asked() {
        return MunicipalClient.Question.AGENDA;
    }

    @Override
    public void refresh(String code, String participant) {
        of(new ParticipantKey(code, participant));
    }

    void outdate(@Observes Happened happened) {
        outdating.mark(AgendaSnapshot.class, happened);
    }

    void outdateAll(@Observes AnythingMayHaveHappened anything) {
        outdating.mark(AgendaSnapshot.class, anything);
    }

    /** What the municipality has heard stands in its agenda too. */
    void outdate(@Observes Delivered delivered) {
        outdating.mark(AgendaSnapshot.class, delivered);
    }
}

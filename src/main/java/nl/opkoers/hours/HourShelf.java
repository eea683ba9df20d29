package nl.opkoers.hours;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Delivery;
import nl.opkoers.municipality.Outbox;
import nl.opkoers.scope.AtOnce;
import nl.opkoers.scope.Part;
import nl.opkoers.scope.Row;

/** Finds entries for the pages of the person whose they are: a few at a time, however many there are. */
@ApplicationScoped
class HourShelf {

    /** So many fit on a page that a phone loads at once. */
    static final int ON_A_PAGE = 40;
    /** So many of each sort stand first: more than that is no longer a hint. */
    private static final int FIRST = 5;
    private static final int MOST_OF_WEEKS = 3 * Weeks.MOST;

    private static final String WEEKS_BEFORE = "(select min(week.monday) from (select distinct"
            + " cast(date_trunc('week', each.day) as date) as monday from hour_entry each where each.municipality = :municipality"
            + " and each.participant = :participant and each.state not in ('WITHDRAWN', 'REFUSED') and each.day < :monday"
            + " order by monday desc limit 2) week)";
    private static final Part LATEST = HourRows.part("latest", "hour_entry" + Part.MINE + HourRows.THERE
            + " and it.state <> 'REFUSED'" + HourRows.LATEST_FIRST + " limit 1");
    private static final Part WAITING = HourRows.part("first", "(select each.*, row_number() over (partition by each.state"
            + " order by each.day desc, each.logged_at desc, each.id) as place from hour_entry each where each.municipality = :municipality"
            + " and each.participant = :participant and each.state in ('ASKED', 'REFUSED', 'CONCEPT')) it where it.place <= " + FIRST
            + " order by array_position(array['ASKED', 'REFUSED', 'CONCEPT'], it.state), it.place");
    private static final Part STILL = HourRows.part("still", "hour_entry" + Part.MINE + " and " + HourRows.IS_STILL_COUNTED
            + HourRows.LATEST_FIRST + " limit " + ON_A_PAGE);
    private static final Part MONTHS = new Part("months", Set.of(HoursPage.PATH), List.of("cast(date_trunc('month', it.day) as date)",
            "count(*)"), "hour_entry" + Part.MINE + HourRows.THERE
            + " group by date_trunc('month', it.day) order by date_trunc('month', it.day) desc");
    private static final Part MONTH = HourRows.part("month", "hour_entry" + Part.MINE + HourRows.THERE
            + " and it.day >= (select date_trunc('month', max(last.day)) from hour_entry last where last.municipality = :municipality"
            + " and last.participant = :participant and last.state <> 'WITHDRAWN')" + HourRows.LATEST_FIRST + " limit " + ON_A_PAGE);

    private final HourRows rows;
    private final AtOnce atOnce;
    private final Outbox outbox;

    HourShelf(HourRows rows, AtOnce atOnce, Outbox outbox) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.outbox = outbox;
    }

    /**
     * The entries of one month.
     *
     * @param earlier the month before it with entries; {@code null} when there is none
     * @param later   the month after it with entries; {@code null} when there is none
     * @param page    counted from 1
     * @param more    whether there is another page
     */
    record Month(YearMonth month, List<Entry> entries, YearMonth earlier, YearMonth later, int page, boolean more) {
    }

    @Produces
    @Singleton
    static Part latest() {
        return LATEST;
    }

    @Produces
    @Singleton
    static Part waiting() {
        return WAITING;
    }

    @Produces
    @Singleton
    static Part still() {
        return STILL;
    }

    @Produces
    @Singleton
    static Part months() {
        return MONTHS;
    }

    @Produces
    @Singleton
    static Part latestMonth() {
        return MONTH;
    }

    /** What was logged last; empty when nothing was. */
    Optional<Entry> latest(ParticipantKey key) {
        return atOnce.take(LATEST).map(rows::entries).orElseGet(() -> inDatabase(() ->
                rows.some(key, "it.state <> 'REFUSED'", Map.of(), 0, 1))).stream().findFirst();
    }

    /** What waits for the person themselves: questions first, then what is refused, then what was never sent. */
    List<Entry> first(ParticipantKey key) {
        return atOnce.take(WAITING).map(rows::entries).orElseGet(() -> inDatabase(() -> List.of(State.ASKED, State.REFUSED, State.CONCEPT)
                .stream().flatMap(state -> rows.some(key, "it.state = :state", Map.of("state", state.name()), 0, FIRST).stream()).toList()));
    }

    /** What the municipality goes on counting although it does not count here, also when it was told so again. */
    List<Entry> stillCounted(ParticipantKey key) {
        return atOnce.take(STILL).map(rows::entries).orElseGet(() -> inDatabase(() -> rows.stillCounted(key, ON_A_PAGE)));
    }

    /** A month; the latest one with entries when it has none itself. Empty when there are no entries at all. */
    Optional<Month> month(ParticipantKey key, YearMonth wanted, int page) {
        Map<LocalDate, Long> months = atOnce.take(MONTHS).map(HourShelf::months).orElseGet(() -> inDatabase(() -> rows.months(key)));
        if (months.isEmpty()) {
            return Optional.empty();
        }
        List<YearMonth> all = months.keySet().stream().map(YearMonth::from).toList();
        int place = Math.max(0, all.indexOf(wanted));
        YearMonth month = all.get(place);
        int passed = (page - 1) * ON_A_PAGE;
        List<Entry> entries = atOnce.take(MONTH).filter(found -> place == 0 && page == 1).map(rows::entries).orElseGet(() ->
                inDatabase(() -> rows.some(key, "it.day >= :from and it.day < :until",
                        Map.of("from", month.atDay(1), "until", month.plusMonths(1).atDay(1)), passed, ON_A_PAGE)));
        return Optional.of(new Month(month, entries, place + 1 < all.size() ? all.get(place + 1) : null,
                place > 0 ? all.get(place - 1) : null, page, passed + entries.size() < months.get(month.atDay(1))));
    }

    private static Map<LocalDate, Long> months(List<Row> found) {
        Map<LocalDate, Long> months = new LinkedHashMap<>();
        found.forEach(row -> months.put(row.day(0), row.number(1)));
        return months;
    }

    private static <T> T inDatabase(Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }

    /** The entries of the week from a Monday on, and of the last two weeks before it in which there are any. One query. */
    @Transactional
    Weeks weeks(ParticipantKey key, LocalDate monday) {
        return new Weeks(rows.some(key, "it.state <> 'REFUSED' and it.day < :until and it.day >= coalesce(" + WEEKS_BEFORE + ", :monday)",
                Map.of("monday", monday, "until", monday.plusWeeks(1)), 0, MOST_OF_WEEKS));
    }

    /** How far has come what the municipality was last told of an entry; empty when it was told nothing. */
    @Transactional
    Optional<Delivery.Step> delivery(ParticipantKey key, UUID entry) {
        return rows.lastTold(key, entry).map(told -> told.taken() == null ? underWay(key, told.id())
                : told.taken() ? Delivery.Step.ARRIVED : Delivery.Step.NOTTAKEN);
    }

    private Delivery.Step underWay(ParticipantKey key, UUID message) {
        return outbox.delivery(key.municipality(), key.participant(), message).map(Delivery::step).orElse(Delivery.Step.UNDERWAY);
    }
}

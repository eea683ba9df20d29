package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.municipality.contract.Caseload;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;

/** The questions for help of the people of a coach. One query, however many people there are; who may see whom is asked before. */
@ApplicationScoped
public class OpenQuestions {

    private static final String THEIRS = " from help_request where municipality = :municipality"
            + " and participant = any(:participants) and asked_at > :after";

    private final StatelessSession rows;
    private final Clock clock;
    private final String municipality;

    OpenQuestions(StatelessSession rows, Clock clock, Municipalities municipalities) {
        this.rows = rows;
        this.clock = clock;
        this.municipality = municipalities.code();
    }

    /** How many there are. */
    @Transactional
    public int count(List<Caseload.Member> members) {
        return members.isEmpty() ? 0
                : theirs(rows.createNativeQuery("select count(*)" + THEIRS, Long.class), members).getSingleResult().intValue();
    }

    /** The first of them: the earliest promise, so the overdue, comes first, and what nobody promised to answer last. */
    @Transactional
    List<OpenQuestion> of(List<Caseload.Member> members, int most) {
        if (members.isEmpty()) {
            return List.of();
        }
        Map<String, Caseload.Member> byId = members.stream()
                .collect(Collectors.toMap(Caseload.Member::participant, Function.identity(), (one, other) -> one));
        return theirs(rows.createNativeQuery("select *" + THEIRS + " order by answer_before nulls last, asked_at, id",
                        HelpRequestRow.class), members).setMaxResults(most).getResultStream()
                .map(row -> OpenQuestion.of(row, byId.get(row.key.participant()), today())).toList();
    }

    /** One question of this person's; empty when it is not theirs, or long ago. */
    @Transactional
    Optional<OpenQuestion> find(Caseload.Member member, UUID id) {
        return theirs(rows.createNativeQuery("select *" + THEIRS + " and id = :id", HelpRequestRow.class), List.of(member))
                .setParameter("id", id).getResultStream().map(row -> OpenQuestion.of(row, member, today())).findFirst();
    }

    private <Q extends CommonQueryContract> Q theirs(Q query, List<Caseload.Member> members) {
        query.setParameter("municipality", municipality);
        query.setParameter("participants", members.stream().map(Caseload.Member::participant).toArray(String[]::new));
        query.setParameter("after", clock.instant().minus(HelpRequests.SHOWN_FOR));
        return query;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Dates.AMSTERDAM));
    }
}

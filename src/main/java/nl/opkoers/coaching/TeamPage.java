package nl.opkoers.coaching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import nl.opkoers.contact.OwedAnswers;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;

/**
 * What a team lead sees: how long people wait, of the whole municipality, because nobody tells the portal who is in which
 * team. Months are whole and behind us, and the present is that of the beginning of the day: so nothing follows from looking
 * twice, or from taking one period from another.
 */
@Path(TeamPage.PATH)
@RolesAllowed(Role.TEAM_LEAD)
@Blocking
class TeamPage {

    static final String PATH = "/team";

    private static final int MONTHS = 3;

    private final OwedAnswers answers;
    private final SignedIn signedIn;
    private final Clock clock;

    TeamPage(OwedAnswers answers, SignedIn signedIn, Clock clock) {
        this.answers = answers;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What was promised for a month. */
    record OfMonth(YearMonth month, Figures figures) {

        public LocalDate getFirst() {
            return month.atDay(1);
        }

        public LocalDate getLast() {
            return month.atEndOfMonth();
        }
    }

    @CheckedTemplate(basePath = "coaching")
    static class Templates {
        static native TemplateInstance team(Session me, LocalDate today, Figures now, List<OfMonth> months);

        private Templates() {
        }
    }

    @GET
    @Opens(For.TEAM_LEAD)
    public TemplateInstance team() {
        Session me = signedIn.session().orElseThrow();
        LocalDate today = Dates.today(clock);
        YearMonth thisMonth = YearMonth.from(today);
        return Templates.team(me, today, Figures.of(answers.owedAt(me.municipality(), today, Figures.SMALLEST)),
                IntStream.rangeClosed(1, MONTHS).mapToObj(thisMonth::minusMonths)
                        .map(month -> new OfMonth(month, promised(me.municipality(), month))).toList());
    }

    private Figures promised(String municipality, YearMonth month) {
        return Figures.of(answers.promised(municipality, month.atDay(1), month.plusMonths(1).atDay(1), Figures.SMALLEST));
    }
}

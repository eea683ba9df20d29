package nl.opkoers.hours;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;

/**
 * Everything that I logged, as a table to take along. Names and words are in Dutch, so that somebody else can use it, with mine
 * beside them, so that I know what I hand over.
 */
@Path("/hours/hours.csv")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class HoursFile {

    private static final MediaType CSV = new MediaType("text", "csv", "utf-8");

    private final HourBook book;
    private final SignedIn signedIn;
    private final PageLanguage pageLanguage;
    private final Clock clock;

    HoursFile(HourBook book, SignedIn signedIn, PageLanguage pageLanguage, Clock clock) {
        this.book = book;
        this.signedIn = signedIn;
        this.pageLanguage = pageLanguage;
        this.clock = clock;
    }

    @GET
    @Opens(For.PARTICIPANT)
    public Response table() {
        HourColumns columns = new HourColumns(pageLanguage.current());
        LocalDate tomorrow = Dates.today(clock).plusDays(1);
        Csv table = new Csv();
        table.row(Arrays.stream(HourColumns.Column.values()).map(columns::name).toList());
        List<Entry> entries = book.of(signedIn.participant().key(), LocalDate.EPOCH, tomorrow);
        entries.forEach(entry -> table.row(columns.of(entry)));
        return Response.ok(table.bytes(), CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"uren.csv\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.NL.tag()).build();
    }
}

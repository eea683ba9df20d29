package nl.opkoers.hours;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import nl.opkoers.file.PictureAnswer;
import nl.opkoers.file.Pictures;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.For;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Shown;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Ids;

/** The picture that somebody sent with their hours, for the coach who judges them: found by the entry, as its id is nobody's key. */
@Path("/coach/hours/{participant}/{entry}/photo")
@RolesAllowed(Role.COACH)
@Blocking
class JudgedPhoto {

    private final Caseloads caseloads;
    private final CoachView view;
    private final Judge judge;
    private final Pictures pictures;

    JudgedPhoto(Caseloads caseloads, CoachView view, Judge judge, Pictures pictures) {
        this.caseloads = caseloads;
        this.view = view;
        this.judge = judge;
        this.pictures = pictures;
    }

    @GET
    @Opens(For.COACH_OF)
    public Response show(@PathParam("participant") String participant, @PathParam("entry") String entry, RoutingContext context) {
        Caseload.Member member = caseloads.find(participant, Shown.PHOTO).orElseThrow(NotFoundException::new);
        return Ids.of(entry).flatMap(id -> view.find(member, id)).map(judged -> judged.getWritten().photo())
                .flatMap(photo -> pictures.find(judge.key(member), photo))
                .map(picture -> PictureAnswer.of(picture, context)).orElseThrow(NotFoundException::new);
    }
}

package nl.opkoers.municipality;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/**
 * What people send to the municipality, on the wire. The key tells it that a call is a repeat, so that whatever arrives
 * twice is done once. Nobody waits for these calls, so they have more time than {@link MunicipalApi}.
 */
@Path("/v1")
@ClientHeaderParam(name = TraceContext.HEADER, value = TraceContext.VALUE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface MunicipalReports {

    /** The header of the key, as in the Internet-Draft 'The Idempotency-Key HTTP Header Field'. */
    String KEY = "Idempotency-Key";

    /** What begins the address of all that is about a person. */
    String PERSON = "/inburgeraars/{participant}";

    @POST
    @Path(PERSON + "/agenda/{item}/_bevestig")
    Response confirm(@HeaderParam(KEY) UUID key, @PathParam("participant") String participant,
            @PathParam("item") String item, String body);

    @POST
    @Path(PERSON + "/agenda/{item}/_afmelden")
    Response decline(@HeaderParam(KEY) UUID key, @PathParam("participant") String participant,
            @PathParam("item") String item, String body);

    @POST
    @Path(PERSON + "/agenda/{item}/_verzet")
    Response move(@HeaderParam(KEY) UUID key, @PathParam("participant") String participant,
            @PathParam("item") String item, String body);

    @POST
    @Path(PERSON + "/hulpvragen")
    Response helpRequest(@HeaderParam(KEY) UUID key, @PathParam("participant") String participant, String body);

    /** About nobody: who sends it stays here. */
    @POST
    @Path("/aanbieders/{provider}/meldingen")
    Response offerReport(@HeaderParam(KEY) UUID key, @PathParam("provider") String provider, String body);

    /** About nobody, likewise. */
    @POST
    @Path("/informeel-aanbod/{place}/meldingen")
    Response placeReport(@HeaderParam(KEY) UUID key, @PathParam("place") String place, String body);

    @POST
    @Path(PERSON + "/participatie-uren")
    Response hours(@HeaderParam(KEY) UUID key, @PathParam("participant") String participant, String body);

    @PUT
    @Path(PERSON + "/participatie-uren/{hours}")
    Response correctHours(@HeaderParam(KEY) UUID key, @PathParam("participant") String participant,
            @PathParam("hours") String hours, String body);

    @POST
    @Path(PERSON + "/klantcontacten")
    Response contact(@HeaderParam(KEY) UUID key, @PathParam("participant") String participant, String body);

    /** One of the calls above. */
    @FunctionalInterface
    interface Call {

        Response send(MunicipalReports api, UUID key, String participant, String subject, String body);
    }
}

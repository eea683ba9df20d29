package nl.opkoers.municipality;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** The municipal API on the wire. Every call bears an access token of the portal's own. */
@Path("/v1")
@ClientHeaderParam(name = TraceContext.HEADER, value = TraceContext.VALUE)
@Produces(MediaType.APPLICATION_JSON)
interface MunicipalApi {

    /** The only call that carries a BSN or V-number, and it does so in the body. */
    @POST
    @Path("/inburgeraars/_zoek")
    @Consumes(MediaType.APPLICATION_JSON)
    Response find(Identifier identifier);

    @GET
    @Path("/inburgeraars/{id}")
    Response dossier(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String knownEtag);

    @GET
    @Path("/inburgeraars/{id}/agenda")
    Response agenda(@PathParam("id") String id, @QueryParam("van") LocalDate from, @QueryParam("tot") LocalDate until,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String knownEtag);

    @GET
    @Path("/medewerkers/{id}/inburgeraars")
    Response caseload(@PathParam("id") String employee, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String knownEtag);

    @GET
    @Path("/gemeente")
    Response municipality(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String knownEtag);

    @GET
    @Path("/aanbieders")
    Response providers(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String knownEtag);

    @GET
    @Path("/informeel-aanbod")
    Response practicePlaces(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String knownEtag);

    @GET
    @Path("/gebeurtenissen")
    Response events(@QueryParam("na") long after, @QueryParam("limiet") int limit);
}

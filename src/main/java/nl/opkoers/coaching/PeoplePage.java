package nl.opkoers.coaching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.opkoers.identity.Caseloads;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Limit;
import nl.opkoers.identity.Limited;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Shown;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.municipality.contract.Caseload;
import nl.opkoers.page.Typed;

/**
 * The people of a coach. What is chosen stands in the address, and is about nobody; a name that is searched for is sent as a
 * form, so that it is in no address, history or log.
 */
@Path(PeoplePage.PATH)
@RolesAllowed(Role.COACH)
@Blocking
class PeoplePage {

    static final String PATH = "/coach/participants";

    private static final String NAME = "name";
    /** As many as stay a few thumbs long on a phone. */
    private static final int ON_A_PAGE = 25;
    /** More letters than a name has. */
    private static final int LONGEST_NAME = 100;

    private final MyPeople people;
    private final Caseloads caseloads;
    private final KeptForms keptForms;
    private final SignedIn signedIn;

    PeoplePage(MyPeople people, Caseloads caseloads, KeptForms keptForms, SignedIn signedIn) {
        this.people = people;
        this.caseloads = caseloads;
        this.keptForms = keptForms;
        this.signedIn = signedIn;
    }

    /**
     * One page of people.
     *
     * @param found    how many were asked for
     * @param page     which page this is, from 1
     * @param words    by which name was searched; {@code null} when by none
     * @param insteads for which colleagues the coach stands in
     * @param leftOut  whether somebody may be left out only because it was never seen here where they stand
     */
    record Listing(List<Person> people, int found, int page, int pages, Choice choice, String words,
            List<Caseload.Instead> insteads, boolean leftOut) {

        /** Whether of any of them it was never seen here where they stand. */
        public boolean isUnseen() {
            return people.stream().anyMatch(person -> person.getCourse() == null);
        }

        static Listing of(List<Person> all, int asked, Choice choice, String words, List<Caseload.Instead> insteads,
                boolean leftOut) {
            int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
            int page = Math.min(asked, pages);
            return new Listing(all.subList((page - 1) * ON_A_PAGE, Math.min(page * ON_A_PAGE, all.size())), all.size(), page, pages,
                    choice, words, insteads, leftOut);
        }
    }

    @CheckedTemplate(basePath = "coaching")
    static class Templates {
        static native TemplateInstance people(Mine mine, Listing listing);

        private Templates() {
        }
    }

    /** Those who are chosen; or what was searched for when the session had ended. */
    @GET
    @Opens(For.COACH)
    public Response list(@Context UriInfo asked, @QueryParam(KeptForms.PARAMETER) String kept) {
        Map<String, String> typed = keptForms.typed(signedIn.session().orElseThrow(), kept);
        if (typed.containsKey(NAME)) {
            return search(typed.get(NAME), typed.get(Choice.PAGE));
        }
        Choice choice = Choice.of(asked.getQueryParameters());
        List<Person> all = people.all();
        boolean leftOut = choice.phase() != null && all.stream().anyMatch(person -> person.getPhase() == null);
        return Response.ok(page(Listing.of(choice.from(all), choice.page(), choice, null, insteads(), leftOut))).build();
    }

    /** Those with a name, and other pages of them. Nothing is changed by it, so that it is answered with the page itself. */
    @POST
    @Opens(For.COACH)
    @Limited(Limit.SEARCH)
    public Response search(@FormParam(NAME) String name, @FormParam(Choice.PAGE) String page) {
        if (name == null || name.isBlank()) {
            return Response.seeOther(URI.create(PATH)).build();
        }
        String words = name.strip().substring(0, Math.min(LONGEST_NAME, name.strip().length()));
        return Response.ok(page(Listing.of(people.named(words), Typed.page(page), Choice.everybody(), words, insteads(), false))).build();
    }

    private TemplateInstance page(Listing listing) {
        caseloads.listed(listing.people().stream().map(Person::member).toList(), Shown.PEOPLE);
        return Templates.people(Mine.of(caseloads.mine()), listing);
    }

    private List<Caseload.Instead> insteads() {
        return caseloads.mine().known().orElse(List.of()).stream().map(Caseload.Member::instead).filter(Objects::nonNull)
                .distinct().toList();
    }
}

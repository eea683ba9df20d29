package nl.opkoers.schools;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.contact.Expected;
import nl.opkoers.contact.HelpForm;
import nl.opkoers.contact.HelpRequest;
import nl.opkoers.contact.HelpRequests;
import nl.opkoers.contact.Helper;
import nl.opkoers.contact.Topic;
import nl.opkoers.identity.For;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.Opens;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.municipality.MunicipalityUnreachable;
import nl.opkoers.municipality.Seen;
import nl.opkoers.page.Show;
import nl.opkoers.page.Typed;

/** Help me choose: a question to the municipality, with the courses I am choosing from. Own words are not asked. */
@Path("/help/choose-school")
@RolesAllowed(Role.PARTICIPANT)
@Blocking
class ChooseSchoolPage {

    private static final String COURSE = "course";
    /** In the form: all courses in one field, because of a form that is kept only one value of a field stays. */
    private static final String COURSES = "courses";
    private static final String WITH = "with";

    private final Offers offers;
    private final MyShortlist mine;
    private final MyCases cases;
    private final HelpRequests requests;
    private final Helper helper;
    private final SignedIn signedIn;
    private final KeptForms keptForms;
    private final PageLanguage pageLanguage;

    ChooseSchoolPage(Offers offers, MyShortlist mine, MyCases cases, HelpRequests requests, Helper helper, SignedIn signedIn,
            KeptForms keptForms, PageLanguage pageLanguage) {
        this.offers = offers;
        this.mine = mine;
        this.cases = cases;
        this.requests = requests;
        this.helper = helper;
        this.signedIn = signedIn;
        this.keptForms = keptForms;
        this.pageLanguage = pageLanguage;
    }

    /**
     * What there is to know before asking.
     *
     * @param courses the courses to choose from: those in the address, otherwise those on my list
     * @param unknown the ids of those that nobody can look up now
     * @param gone    whether one that was chosen is not there any more
     * @param with    whether they go along
     * @param many    whether no more can be asked today
     */
    record About(List<LessonCourse> courses, List<String> unknown, boolean gone, boolean with, Expected expected, boolean many) {

        /** The same, when no more can be asked today. */
        About withoutRoom() {
            return new About(courses, unknown, gone, with, expected, true);
        }

        public Topic topic() {
            return Topic.SCHOOL;
        }

        /** Their ids, in one field of a form. */
        public String ids() {
            return Stream.concat(courses.stream().map(LessonCourse::id), unknown.stream()).map(Show::query).collect(Collectors.joining("&"));
        }

        public boolean isUnreachable() {
            return !unknown.isEmpty();
        }
    }

    @CheckedTemplate(basePath = "schools")
    static class Templates {
        static native TemplateInstance chooseSchool(HelpForm form, About about);

        static native TemplateInstance chooseSchoolAsked(Topic topic, String open);

        private Templates() {
        }
    }

    /** @param chosen ids of courses, from the page that compares them */
    @GET
    @Opens(For.PARTICIPANT)
    public TemplateInstance form(@QueryParam(COURSE) List<String> chosen, @QueryParam(KeptForms.PARAMETER) String kept) {
        return cases.instead().orElseGet(() -> requests.open(key(), Topic.SCHOOL)
                .map(open -> Templates.chooseSchoolAsked(Topic.SCHOOL, open))
                .orElseGet(() -> {
                    Map<String, String> typed = keptForms.find(signedIn.participant(), kept);
                    return typed.isEmpty() ? Templates.chooseSchool(HelpForm.empty(pageLanguage.current()), about(chosen, true))
                            : Templates.chooseSchool(HelpForm.of(typed), about(ids(typed), typed.containsKey(WITH)));
                }));
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response ask(MultivaluedMap<String, String> fields) {
        Map<String, String> typed = Typed.of(fields);
        HelpForm form = HelpForm.of(typed);
        About about = about(ids(typed), typed.containsKey(WITH));
        if (form.isMistaken()) {
            return again(Response.Status.BAD_REQUEST, form, about);
        }
        if (about.with() && about.isUnreachable()) {
            return again(Response.Status.SERVICE_UNAVAILABLE, form, about);
        }
        // Nothing goes along but what somebody saw that goes along.
        if (about.with() && about.gone()) {
            return again(Response.Status.CONFLICT, form, about);
        }
        HelpRequest.Attachment along = about.with() ? attachment(about.courses()).orElse(null) : null;
        return requests.ask(key(), form.asking(Topic.SCHOOL, along)).map(address -> Response.seeOther(URI.create(address)).build())
                .orElseGet(() -> again(Response.Status.BAD_REQUEST, form, about.withoutRoom()));
    }

    private static Response again(Response.Status why, HelpForm form, About about) {
        return Response.status(why).entity(Templates.chooseSchool(form, about)).build();
    }

    /** What is chosen stays chosen while nobody can look it up. */
    private About about(List<String> chosen, boolean with) {
        List<String> wanted = chosen.stream().distinct().limit(Shortlists.MOST).toList();
        try {
            return known(wanted, with);
        } catch (MunicipalityUnreachable away) {
            return new About(List.of(), wanted.isEmpty() ? mine.courses() : wanted, false, with, helper.expected(), false);
        }
    }

    private About known(List<String> wanted, boolean with) {
        Seen<List<LessonCourse>> known = offers.courses();
        List<LessonCourse> found = Offers.among(known, wanted);
        List<LessonCourse> courses = found.isEmpty() ? Offers.among(known, mine.courses()) : found;
        return new About(courses, List.of(), found.size() < wanted.size(), with, helper.expected(), false);
    }

    private static Optional<HelpRequest.Attachment> attachment(List<LessonCourse> courses) {
        if (courses.isEmpty()) {
            return Optional.empty();
        }
        String address = "/schools/compare?" + courses.stream().map(course -> COURSE + "=" + Show.query(course.id()))
                .collect(Collectors.joining("&"));
        return Optional.of(new HelpRequest.Attachment(address, IntStream.range(0, courses.size()).boxed()
                .collect(Collectors.toMap(at -> COURSE + (at + 1), at -> name(courses.get(at))))));
    }

    private static List<String> ids(Map<String, String> typed) {
        try {
            return Stream.of(typed.getOrDefault(COURSES, "").split("&")).filter(id -> !id.isEmpty())
                    .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8)).toList();
        } catch (IllegalArgumentException garbled) {
            throw new BadRequestException(garbled);
        }
    }

    private static String name(LessonCourse course) {
        return course.school().name() + ": " + course.name();
    }

    private ParticipantKey key() {
        return signedIn.participant().key();
    }
}

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
     * @param courses      the courses to choose from: those in the address, otherwise those on my list
     * @param with         whether they go along
     * @param helper       who helps with the plan now; {@code null} when that is not known
     * @param answerBefore about before which day an answer comes; {@code null} when that is not promised
     * @param many         whether no more can be asked today
     */
    record About(List<LessonCourse> courses, boolean with, String helper, LocalDate answerBefore, boolean many) {

        public Topic topic() {
            return Topic.SCHOOL;
        }

        /** Their ids, in one field of a form. */
        public String ids() {
            return courses.stream().map(course -> Show.query(course.id())).collect(Collectors.joining("&"));
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
                    return typed.isEmpty() ? page(HelpForm.empty(pageLanguage.current()), courses(chosen), true, false)
                            : page(HelpForm.of(typed), courses(ids(typed)), typed.containsKey(WITH), false);
                }));
    }

    @POST
    @Opens(For.PARTICIPANT)
    public Response ask(MultivaluedMap<String, String> fields) {
        Map<String, String> typed = Typed.of(fields);
        HelpForm form = HelpForm.of(typed);
        List<LessonCourse> courses = courses(ids(typed));
        boolean with = typed.containsKey(WITH);
        if (form.isMistaken()) {
            return again(page(form, courses, with, false));
        }
        Optional<String> asked = requests.ask(key(), form.asking(Topic.SCHOOL, with ? attachment(courses).orElse(null) : null));
        return asked.map(address -> Response.seeOther(URI.create(address)).build()).orElseGet(() -> again(page(form, courses, with, true)));
    }

    private static Response again(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private TemplateInstance page(HelpForm form, List<LessonCourse> courses, boolean with, boolean many) {
        return Templates.chooseSchool(form, new About(courses, with, helper.name(), requests.answerBefore(), many));
    }

    private List<LessonCourse> courses(List<String> chosen) {
        List<LessonCourse> found = chosen.stream().distinct().limit(Shortlists.MOST).map(offers::course)
                .flatMap(Optional::stream).toList();
        return found.isEmpty() ? mine.courses().stream().map(offers::course).flatMap(Optional::stream).toList() : found;
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
            return Stream.of(typed.getOrDefault(COURSES, "").split("&"))
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

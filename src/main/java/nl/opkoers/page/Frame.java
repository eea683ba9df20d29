package nl.opkoers.page;

import io.quarkus.arc.Unremovable;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.qute.TemplateData;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.identity.KeptForms;
import nl.opkoers.identity.PersonMark;
import nl.opkoers.identity.Role;
import nl.opkoers.identity.Session;
import nl.opkoers.identity.SignedIn;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.PhoneNumbers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What stands around every page: language switch, whom to call, the way out, the tabs. Templates know it as
 * {@code inject:frame}.
 */
@Named("frame")
@RequestScoped
@TemplateData
@Unremovable
public class Frame {

    /** Where the filter that makes tokens leaves its own: without it, it has not come by yet. */
    static final String CSRF_TOKEN_MADE = "csrf_token";

    private final CurrentVertxRequest request;
    private final CsrfTokenParameterProvider csrf;
    private final SignedIn signedIn;
    private final PersonMark mark;
    private final Surroundings surroundings;
    private final Assets assets;
    private final Clock clock;
    private final boolean demo;
    private Optional<Call> call;

    Frame(CurrentVertxRequest request, CsrfTokenParameterProvider csrf, SignedIn signedIn, PersonMark mark,
            Surroundings surroundings, Assets assets, Clock clock, @ConfigProperty(name = "opkoers.demo") boolean demo) {
        this.request = request;
        this.csrf = csrf;
        this.signedIn = signedIn;
        this.mark = mark;
        this.surroundings = surroundings;
        this.assets = assets;
        this.clock = clock;
        this.demo = demo;
    }

    public Language getLanguage() {
        return PageLanguage.of(request.getCurrent());
    }

    /** Every language that the municipality offers, with the address of this same page in it. */
    public List<Choice> getChoices() {
        return PageLanguage.offered(request.getCurrent()).stream()
                .map(language -> new Choice(language, addressIn(language), language == getLanguage()))
                .toList();
    }

    /**
     * What somebody typed in the form that this page answers, which goes along when they choose another language, and is kept until its
     * page is there in that. Nothing where nothing is kept, and of what may hold a BSN.
     */
    public SentAgain getTyped() {
        RoutingContext context = request.getCurrent();
        return Optional.of(context).filter(KeptForms::isKept).flatMap(OfAnother::own).filter(sent -> !BsnInForms.isIn(sent)).orElseGet(SentAgain::nothing);
    }

    /** Whether this page is filled in with what somebody sent and could not be taken then. */
    public boolean isUnsent() {
        return KeptForms.filledIn(request.getCurrent()).isPresent();
    }

    /** As which form that is kept, which goes along in the forms of this page until it is taken; {@code null} when it is not. */
    public String getKept() {
        RoutingContext context = request.getCurrent();
        return KeptForms.filledIn(context).or(() -> OfAnother.kept(context)).orElse(null);
    }

    /** The address of this page, with all that it was asked for but the language. */
    public String getAddress() {
        return address(asked());
    }

    private String addressIn(Language language) {
        return address(Stream.concat(asked(), Stream.of(PageLanguage.PARAMETER + "=" + language.tag())));
    }

    private Stream<String> asked() {
        return request.getCurrent().queryParams().entries().stream()
                .filter(entry -> !PageLanguage.PARAMETER.equals(entry.getKey())).map(Frame::encoded);
    }

    private String address(Stream<String> parameters) {
        String query = parameters.collect(Collectors.joining("&"));
        // One slash: two would name another site.
        return getPath().replaceFirst("^/+", "/") + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(Map.Entry<String, String> entry) {
        return URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8);
    }

    /** Whether a participant is signed in: only they have tabs. */
    public boolean isParticipant() {
        return signedIn.session().filter(Session::participant).isPresent();
    }

    /** By which a script tells two participants apart; {@code null} when none is signed in. */
    public String getPerson() {
        return mark.current().orElse(null);
    }

    /** The mark of whoever is signed in, which their forms bear; {@code null} when nobody is. */
    public String getWhose() {
        return mark.ofForms().orElse(null);
    }

    /** Whether a coach or a team lead is signed in, who have tabs of their own and a desk to look from. */
    public boolean isStaff() {
        return isCoach() || signedIn.session().filter(session -> Role.TEAM_LEAD.equals(session.role())).isPresent();
    }

    /** Whether that is a coach. */
    public boolean isCoach() {
        return signedIn.session().filter(Session::coach).isPresent();
    }

    public boolean isSignedIn() {
        return signedIn.session().isPresent();
    }

    /** Whether the fourth tab is 'Schools and costs'. */
    public boolean isSchoolsTab() {
        return surroundings.fourthTab() == Surroundings.FourthTab.SCHOOLS;
    }

    public String getPath() {
        return request.getCurrent().request().path();
    }

    /** Whether this page is one of those whose addresses begin so, as a lesson is below the agenda; with nothing, none is. */
    public boolean isBelow(String begin) {
        return !begin.isEmpty() && getPath().startsWith(begin);
    }

    /** The token that a form has to bear; {@code null} on an error page that was made before there was one. */
    public String getCsrfToken() {
        return request.getCurrent().get(CSRF_TOKEN_MADE) == null ? null : csrf.getToken();
    }

    /** What marks the one line of script in the page as ours. */
    public String getNonce() {
        return request.getCurrent().get(SecurityHeaders.NONCE);
    }

    /** The municipality's name; {@code null} when it was never heard of. */
    public String getMunicipality() {
        return surroundings.municipality().orElse(null);
    }

    /** Somebody with a name to call, else the municipality; {@code null} when neither is known. */
    public Call getCall() {
        if (call == null) {
            call = surroundings.helper().map(helper -> new Call(helper.name(), PhoneNumbers.dial(helper.phone()),
                    PhoneNumbers.of(getLanguage()).show(helper.phone())));
        }
        return call.orElse(null);
    }

    /** Whether the people on the page are invented: then every page says so. */
    public boolean isDemo() {
        return demo;
    }

    /** After how many seconds the session ends if nothing is done: the script warns before that. */
    public long getIdleSeconds() {
        return signedIn.session().map(session -> session.leftAt(clock.instant())).orElse(Session.IDLE).toSeconds();
    }

    /** When this page was made: said by a copy of it that a phone has kept. */
    public Instant getMade() {
        return clock.instant();
    }

    public Assets getAssets() {
        return assets;
    }

    /** A language to choose. */
    public record Choice(Language language, String address, boolean current) {
    }

    /** A phone number: to dial and to read. */
    public record Call(String name, String number, String shown) {
    }
}

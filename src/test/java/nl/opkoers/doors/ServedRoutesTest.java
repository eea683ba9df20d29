package nl.opkoers.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.demo.DemoWorldResource;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the running portal really serves: the routes that are declared, and these few others. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class ServedRoutesTest {

    private static final Person NOBODY = new Person("nobody", null, null, Set.of(), false);
    private static final Pattern STATIC = Pattern.compile("assets/[\\w/.-]+\\.(woff2|svg|png|ico)");

    @Inject
    Router router;

    @Test
    void everyPageThatIsServedIsARouteThatWasTried() {
        Set<String> served = new TreeSet<>();
        RuntimeResourceVisitor.visitRuntimeResources("", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        served.add(method + " " + resource.getResourceClass().getName() + "." + resource.getJavaMethodName());
                    }
                });
        served.removeIf(ServedRoutesTest::isOfATest);

        assertEquals(Route.all().stream().map(route -> route.verb() + " " + route.page().getDeclaringClass().getName() + "." + route.page().getName())
                .collect(Collectors.toCollection(TreeSet::new)), served);
    }

    private static boolean isOfATest(String route) {
        String type = route.substring(route.indexOf(' ') + 1, route.lastIndexOf('.'));
        return Files.exists(Path.of("target", "test-classes", type.replace('.', '/') + ".class"));
    }

    /**
     * Besides pages: to stop notices at once, which a mail program does; to hear of the issuers that a session ended there, which
     * is only believed with a token that they signed; and what is beneath /q. Filters have no path.
     */
    @Test
    void noOtherAddressIsServedBesideThePages() {
        assertEquals(new TreeSet<>(Set.of("[POST] /notices/stop/:token", "[POST] /sign-in/ended", "[POST] /staff/sign-in/ended",
                "null /q/", "null /")),
                router.getRoutes().stream().filter(route -> route.getPath() != null).map(route -> route.methods() + " " + route.getPath())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void healthSaysThatItRunsAndNothingOfAnybody(String path) {
        Knock.Got got = Knock.get(NOBODY, path);

        assertTrue(got.status() == 200 || got.status() == 503, got::toString);
        assertTrue(got.body().length() < 2000 && !got.body().contains("jdbc") && !got.body().contains("9901"), got::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/dev-ui", "/q/dev", "/q/metrics", "/metrics", "/q/openapi", "/q/swagger-ui", "/q/arc", "/q/arc/beans",
            "/q/info", "/q/logging-manager", "/graphql", "/openapi", "/assets", "/assets/", "/assets/icons/", "/META-INF/resources/",
            "/application.properties", "/META-INF/MANIFEST.MF", "/WEB-INF/web.xml", "/db/migration/V1__first_light.sql", "/law/2026.json",
            "/demo", "/beheer", "/v1/gemeente", "/.git/config", "/.env", "/robots.txt.bak"})
    void nothingIsThereThatAFrameworkMayOpenByItself(String path) {
        assertEquals(404, Knock.get(NOBODY, path).status());
    }

    /** Whatever lies among the static files is for everybody: nothing else may be there. */
    @Test
    void onlyWhatEverybodyMayHaveLiesAmongTheStaticFiles() throws IOException {
        Path files = Path.of("target", "classes", "META-INF", "resources");
        try (Stream<Path> all = Files.walk(files)) {
            assertEquals(List.of(), all.filter(Files::isRegularFile).map(files::relativize).map(Path::toString)
                    .filter(file -> !STATIC.matcher(file).matches()).toList());
        }
    }
}

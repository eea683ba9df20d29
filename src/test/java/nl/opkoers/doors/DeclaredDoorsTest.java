package nl.opkoers.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.Authenticated;
import java.util.List;
import nl.opkoers.identity.For;
import org.junit.jupiter.api.Test;

/** Every route says beside itself for whom it opens, and its door lets in just the roles that this takes. */
class DeclaredDoorsTest {

    private static final List<Route> ROUTES = Route.all();

    @Test
    void thePortalHasTheRoutesThatThisLooksAt() {
        assertTrue(ROUTES.size() > 150, () -> "found " + ROUTES.size());
        assertTrue(ROUTES.stream().anyMatch(route -> route.toString().equals("GET /messages/{id}/files/{file}")), ROUTES::toString);
    }

    @Test
    void noRouteIsWithoutADeclaration() {
        assertEquals(List.of(), ROUTES.stream().filter(route -> route.door().isEmpty()).toList());
    }

    @Test
    void everyDoorLetsInTheRolesThatTheDeclarationTakes() {
        assertEquals(List.of(), ROUTES.stream().filter(route -> route.door().isPresent() && !agrees(route, route.door().get()))
                .map(route -> route + " opens for " + route.door().get() + ", and lets in " + route.roles()).toList());
    }

    /** An address with a place for an id is of somebody, unless what is in that place is nobody's. */
    @Test
    void whatOpensForOneHasAnIdInItsAddress() {
        assertEquals(List.of(), ROUTES.stream().filter(route -> route.door().filter(DeclaredDoorsTest::isForOne).isPresent())
                .filter(route -> route.places().isEmpty()).toList());
    }

    private static boolean agrees(Route route, For door) {
        return door == For.ARRIVING ? route.page().isAnnotationPresent(Authenticated.class)
                : !route.page().isAnnotationPresent(Authenticated.class) && route.roles().filter(door.roles()::equals).isPresent();
    }

    private static boolean isForOne(For door) {
        return List.of(For.OWNER, For.COACH_WHOSE, For.COACH_OF, For.READER_OF, For.SECRET_HOLDER).contains(door);
    }
}

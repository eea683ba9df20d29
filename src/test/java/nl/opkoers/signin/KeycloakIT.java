package nl.opkoers.signin;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Signing in and out at a real identity provider: Keycloak, set up as an operator would. */
@Tag("keycloak")
class KeycloakIT {

    private static KeycloakWorld world;

    @BeforeAll
    static void start() {
        world = KeycloakWorld.open();
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Nested
    class In extends SigningIn {
        In() {
            super(world);
        }
    }

    @Nested
    class Told extends Tokens {
        Told() {
            super(world);
        }
    }

    @Nested
    class Out extends SigningOut {
        Out() {
            super(world);
        }
    }

    @Nested
    class Look extends SignInPages {
        Look() {
            super(world);
        }
    }
}

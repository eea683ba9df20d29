package nl.opkoers.demo.municipality;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;

/**
 * All that the reference municipality needs to start.
 *
 * @param host         the address to listen on; 127.0.0.1 unless it is in a network of its own, behind a proxy with TLS
 * @param port         the port to listen on; 0 takes any free one
 * @param jdbcUrl      the municipality's own PostgreSQL database
 * @param user         a role that may create tables there
 * @param password     the password of that role
 * @param issuer       the identity provider whose access tokens are accepted; its keys are discovered
 * @param audience     what a token must be meant for, as audience or scope; {@code gemeente} in the demo
 * @param clock        says what day it is when the population is made, and whether a token has expired
 * @param itself       what it is called
 * @param demoControls whether there is a maintenance desk: pages at {@code /beheer}, the same acts at {@code /demo}
 */
public record Settings(String host, int port, String jdbcUrl, String user, String password, URI issuer, String audience, Clock clock,
                       Itself itself, boolean demoControls) {

    private static final String THIS_MACHINE = "127.0.0.1";

    public Settings {
        Objects.requireNonNull(host);
        Objects.requireNonNull(jdbcUrl);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(audience);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(itself);
    }

    /** Settings of Waterstad without demo controls, for this machine only. */
    public Settings(int port, String jdbcUrl, String user, String password, URI issuer, String audience, Clock clock) {
        this(THIS_MACHINE, port, jdbcUrl, user, password, issuer, audience, clock, Itself.WATERSTAD, false);
    }

    /** The same settings with the demo controls switched on. */
    public Settings withDemoControls() {
        return new Settings(host, port, jdbcUrl, user, password, issuer, audience, clock, itself, true);
    }

    /** The same settings, to be reached at another address of this machine. */
    public Settings listeningAt(String address) {
        return new Settings(address, port, jdbcUrl, user, password, issuer, audience, clock, itself, demoControls);
    }

    /** The same settings of a municipality that calls itself otherwise. */
    public Settings of(Itself other) {
        return new Settings(host, port, jdbcUrl, user, password, issuer, audience, clock, other, demoControls);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", issuer=" + issuer + ", audience=" + audience + ", demoControls=" + demoControls + "]";
    }
}

package nl.opkoers.demo;

import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the portal of the demo answers: the only place the identity provider sends anybody to.
 *
 * @param port the portal's port on this machine; empty allows any, for tests whose port is not known beforehand
 */
record PortalOrigin(OptionalInt port) {
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    static PortalOrigin at(int port) {
        return new PortalOrigin(OptionalInt.of(port));
    }

    static PortalOrigin anyLocalPort() {
        return new PortalOrigin(OptionalInt.empty());
    }

    boolean allows(URI address) {
        return address != null && "http".equals(address.getScheme()) && isHere(address.getHost())
                && address.getUserInfo() == null
                && (port.isEmpty() || port.getAsInt() == address.getPort());
    }

    /** Where many municipalities are served each has a host of its own: on this machine any loopback address. */
    private static boolean isHere(String host) {
        return host != null && (HOSTS.contains(host) || LOOPBACK.matcher(host).matches());
    }

    /** As sources of a Content-Security-Policy: browsers apply {@code form-action} to redirects after a form too. */
    String sources() {
        String suffix = port.isPresent() ? ":" + port.getAsInt() : ":*";
        return HOSTS.stream().map(host -> "http://" + host + suffix).collect(Collectors.joining(" "));
    }
}

package nl.opkoers.page;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * From where somebody asks, as far as counting them needs it. What a request says of that itself ({@code X-Forwarded-For}) is
 * only believed of proxies that the operator named, and of what those add only the last address that is not one of them: what
 * stands before that, whoever asks may have written.
 */
@ApplicationScoped
public class Asker {

    private static final Logger LOG = Logger.getLogger(Asker.class);
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";
    /** Some proxies write the port as well: {@code 192.0.2.1:5678}, {@code [2001:db8::1]:5678}. */
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^]]*)]|([^:]*))(?::\\d{1,5})?");
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<IpSubnetFilterRule> proxies;
    private final List<IpSubnetFilterRule> unlimited;
    private final AtomicBoolean warned = new AtomicBoolean();

    Asker(@ConfigProperty(name = "opkoers.proxies") Optional<List<String>> proxies,
            @ConfigProperty(name = "opkoers.limit.not-for") Optional<List<String>> unlimited) {
        this.proxies = networks(proxies);
        this.unlimited = networks(unlimited);
    }

    /** The network address of who asks: of IPv6 the half that one household or machine has. */
    public String network(RoutingContext context) {
        byte[] address = address(context).getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(address, Math.min(address.length, IPV6_NETWORK_BYTES)));
    }

    /** Whether the operator wants nobody to be slowed there. */
    boolean isUnlimited(RoutingContext context) {
        return !unlimited.isEmpty() && in(unlimited, address(context));
    }

    /**
     * Whether many may share the address from which somebody seems to come: a proxy that the operator did not name stands between.
     * To count that address would be to let any of them use up what is everybody's. Told to the operator, once.
     */
    boolean isHidden(RoutingContext context) {
        MultiMap headers = context.request().headers();
        return (headers.contains(FORWARDED_FOR) || headers.contains(FORWARDED))
                && isUnnamed(context.request().remoteAddress().hostAddress());
    }

    /** @param peer who is connected to us and says that somebody else asks */
    boolean isUnnamed(String peer) {
        boolean unnamed = !in(proxies, read(peer));
        if (unnamed && warned.compareAndSet(false, true)) {
            LOG.warnf("Requests come by a proxy at %s that opkoers.proxies does not name: all who come by it share one address, so "
                    + "nobody is counted by theirs at sign-in. Set OPKOERS_PROXIES to the address or network of that proxy", peer);
        }
        return unnamed;
    }

    private InetAddress address(RoutingContext context) {
        return address(context.request().remoteAddress().hostAddress(), context.request().headers().getAll(FORWARDED_FOR));
    }

    /**
     * @param peer who is connected to us
     * @param said what the request says of where it came from, one line for each header
     */
    InetAddress address(String peer, List<String> said) {
        List<String> path = said.stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip).toList();
        InetAddress nearest = read(peer);
        for (int i = path.size() - 1; i >= 0 && in(proxies, nearest); i--) {
            InetAddress before = read(withoutPort(path.get(i)));
            if (before == null) {
                return nearest;
            }
            nearest = before;
        }
        return nearest;
    }

    private static boolean in(List<IpSubnetFilterRule> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(new InetSocketAddress(address, 0)));
    }

    private static String withoutPort(String entry) {
        Matcher parts = WITH_PORT.matcher(entry);
        if (!parts.matches()) {
            return entry;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }

    /** Without asking anybody for a name; {@code null} when it is no address. */
    private static InetAddress read(String address) {
        return NetUtil.createInetAddressFromIpAddressString(address);
    }

    private static List<IpSubnetFilterRule> networks(Optional<List<String>> written) {
        return written.orElse(List.of()).stream().map(String::strip).filter(each -> !each.isEmpty()).map(Asker::network).toList();
    }

    /** @throws IllegalArgumentException when it is neither an address nor a network such as 10.0.0.0/8 */
    private static IpSubnetFilterRule network(String written) {
        String[] parts = written.split("/", 2);
        InetAddress address = read(parts[0]);
        if (address == null || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("Not an address or a network: " + written);
        }
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }
}

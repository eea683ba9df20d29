package nl.opkoers.page;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From where somebody asks, as far as counting them needs it. What a request says of that itself ({@code X-Forwarded-For}) is
 * only believed of proxies that the operator named, and of what those add only the last address that is not one of them: what
 * stands before that, whoever asks may have written.
 */
@ApplicationScoped
public class Asker {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<IpSubnetFilterRule> proxies;
    private final List<IpSubnetFilterRule> unlimited;

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
            InetAddress before = read(path.get(i));
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

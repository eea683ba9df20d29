package nl.opkoers.page;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Who asks without being signed in, as far as counting them needs it. */
public final class Asker {

    private static final int IPV6_NETWORK_BYTES = 8;

    private Asker() {
    }

    /**
     * A hash of the network address of who asks: of IPv6 the half that one household or machine has.
     *
     * @param what they ask for, so that each thing is counted by itself
     */
    public static byte[] of(RoutingContext context, String what) {
        byte[] address = numbers(context.request().remoteAddress().hostAddress());
        byte[] network = Arrays.copyOf(address, Math.min(address.length, IPV6_NETWORK_BYTES));
        return hash(what + " " + Base64.getEncoder().encodeToString(network));
    }

    private static byte[] numbers(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException impossible) {
            return new byte[0];
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

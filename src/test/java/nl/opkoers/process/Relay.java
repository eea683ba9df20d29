package nl.opkoers.process;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import java.util.concurrent.TimeUnit;

/** Another address of this machine at which the same portal is reached, as a second name of a host is. */
final class Relay implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final String base;

    /** @param host a loopback address, such as 127.0.0.2 */
    Relay(String host, int portal) {
        NetClient there = vertx.createNetClient();
        NetServer here = vertx.createNetServer().connectHandler(caller -> {
            caller.pause();
            there.connect(portal, "127.0.0.1").onSuccess(answers -> {
                caller.pipeTo(answers);
                answers.pipeTo(caller);
            }).onFailure(away -> caller.close());
        });
        try {
            base = "http://" + host + ":" + here.listen(0, host).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).actualPort();
        } catch (Exception failure) {
            vertx.close();
            throw new IllegalStateException(failure);
        }
    }

    /** Where it answers, without a slash at the end. */
    String base() {
        return base;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

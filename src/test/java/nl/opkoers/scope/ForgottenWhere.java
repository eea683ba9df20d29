package nl.opkoers.scope;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** A page whose query forgot to say whose rows it wants: it tells them, after the connection on which it asked and the trace. */
@Path("/forgotten-where")
@PermitAll
@Produces(MediaType.TEXT_PLAIN)
@Blocking
class ForgottenWhere {

    private final StatelessSession rows;

    ForgottenWhere(StatelessSession rows) {
        this.rows = rows;
    }

    @GET
    public String all() {
        return QuarkusTransaction.requiringNew().call(() -> Stream.concat(
                        rows.createNativeQuery("select pg_backend_pid() || ' ' || asks_trace()", String.class).getResultStream(),
                        visitors().stream()).collect(Collectors.joining("\n")));
    }

    private List<String> visitors() {
        return rows.createSelectionQuery("select key.participant from Visit order by key.participant", String.class).getResultList();
    }
}

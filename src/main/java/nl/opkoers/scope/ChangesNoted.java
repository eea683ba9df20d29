package nl.opkoers.scope;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Notes what changes rows, whichever page does it: that somebody opened something may be a change too. */
@PersistenceUnitExtension
@ApplicationScoped
class ChangesNoted implements StatementInspector {

    private static final Pattern CHANGE = Pattern.compile("\\b(insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);

    private final transient Replica replica;
    private final transient JustChanged justChanged;

    ChangesNoted(Replica replica, JustChanged justChanged) {
        this.replica = replica;
        this.justChanged = justChanged;
    }

    @Override
    public String inspect(String sql) {
        if (replica.isSet() && CHANGE.matcher(sql).find()) {
            justChanged.note();
        }
        return sql;
    }
}

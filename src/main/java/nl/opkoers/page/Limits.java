package nl.opkoers.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.opkoers.identity.Limit;
import nl.opkoers.scope.Scope;
import nl.opkoers.served.ServedMunicipalities;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

/**
 * Counts what nobody may do without end, for all nodes together, in one statement. Who is counted is kept as a keyed hash only,
 * and no longer than it takes until all is allowed again: no address and no person stands there.
 */
@ApplicationScoped
public class Limits {

    /** What is used up flows back with time, so one moment says it all: until when it would last (generic cell rate algorithm). */
    private static final String SPEND = """
            insert into used_allowance as kept (municipality, counted, used_until, refused) values (:municipality, :counted, :first, false)
            on conflict (municipality, counted) do update set (used_until, refused) = (
                select case when used + part > :full then kept.used_until else used + part end, used + part > :full
                from (select case when kept.used_until > :absurd then cast(:now as timestamptz)
                                  else greatest(kept.used_until, cast(:now as timestamptz)) end as used,
                             cast(:part as bigint) * interval '1 microsecond' as part) before)
            returning case when not refused then 0 else cast(ceil(extract(epoch from used_until
                + cast(:part as bigint) * interval '1 microsecond' - cast(:full as timestamptz)) * 1000) as bigint) end""";
    private static final String GIVE_BACK = "update used_allowance set used_until = used_until"
            + " - cast(:part as bigint) * interval '1 microsecond' where municipality = :municipality and counted = :counted and used_until > :now";
    private static final String FORGET = "delete from used_allowance where used_until < :now";
    private static final String HASH = "HmacSHA256";
    private static final String PURPOSE = "limits ";

    private final StatelessSession rows;
    private final ServedMunicipalities served;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<Limit, Map<Limit.By, Allowance>> allowances = new EnumMap<>(Limit.class);

    Limits(StatelessSession rows, ServedMunicipalities served, Clock clock, Config settings,
            @ConfigProperty(name = "opkoers.session.secret") String secret) {
        this.rows = rows;
        this.served = served;
        this.clock = clock;
        this.key = new SecretKeySpec((PURPOSE + secret).getBytes(StandardCharsets.UTF_8), HASH);
        for (Limit limit : Limit.values()) {
            Map<Limit.By, Allowance> by = new HashMap<>();
            for (Limit.By who : Limit.By.values()) {
                String setting = limit.setting(who);
                settings.getOptionalValue(setting, String.class).flatMap(value -> Allowance.read(setting, value))
                        .ifPresent(allowance -> by.put(who, allowance));
            }
            allowances.put(limit, by);
        }
    }

    /** A setting that cannot be read is found before anybody comes. */
    void readSettings(@Observes StartupEvent started) {
        allowance(Limit.NONE, Limit.By.ITSELF);
    }

    /** How often this may be done; empty when nothing limits it. */
    Optional<Allowance> allowance(Limit limit, Limit.By by) {
        return Optional.ofNullable(allowances.get(limit).get(by));
    }

    /**
     * Counts once more at the municipality for which this is done, if that is still allowed.
     *
     * @param who whom or what is counted, by anything that tells it from others
     * @return how long to wait, when it is not allowed now; then nothing was counted
     */
    public Optional<Duration> spend(Limit limit, Limit.By by, String who) {
        return allowance(limit, by).flatMap(allowance -> {
            Instant now = clock.instant();
            Long wait = QuarkusTransaction.requiringNew().call(() -> rows.createNativeQuery(SPEND, Long.class)
                    .setParameter("municipality", served.now().code())
                    .setParameter("counted", counted(limit, by, who)).setParameter("now", now)
                    .setParameter("first", now.plus(allowance.each())).setParameter("full", now.plus(allowance.within()))
                    // A clock that was set back keeps nobody away for long.
                    .setParameter("absurd", now.plus(allowance.within().multipliedBy(2)))
                    .setParameter("part", micros(allowance)).getSingleResult());
            return wait == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(wait));
        });
    }

    /**
     * Takes back what was counted, when it turns out that it need not count: whoever may only be wrong a few times is counted
     * before they are answered, so that asking everything at once does not help.
     */
    public void giveBack(Limit limit, Limit.By by, String who) {
        allowance(limit, by).ifPresent(allowance -> QuarkusTransaction.requiringNew().run(() ->
                rows.createNativeMutationQuery(GIVE_BACK).setParameter("municipality", served.now().code())
                        .setParameter("counted", counted(limit, by, who))
                        .setParameter("part", micros(allowance)).setParameter("now", clock.instant()).executeUpdate()));
    }

    /** What flowed back as a whole says nothing any more. */
    @Scheduled(every = "10m", delayed = "1m")
    void forget() {
        Scope.portal(() -> QuarkusTransaction.requiringNew().run(() -> rows.createNativeMutationQuery(FORGET)
                .setParameter("now", clock.instant()).executeUpdate()));
    }

    private static long micros(Allowance allowance) {
        return TimeUnit.NANOSECONDS.toMicros(allowance.each().toNanos());
    }

    private byte[] counted(Limit limit, Limit.By by, String who) {
        try {
            Mac hash = Mac.getInstance(HASH);
            hash.init(key);
            return hash.doFinal((limit + " " + by + " " + who).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

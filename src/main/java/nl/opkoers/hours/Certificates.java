package nl.opkoers.hours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.opkoers.hours.Certificate.Stated;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.Dates;
import nl.opkoers.municipality.Municipalities;
import nl.opkoers.scope.Scope;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

/**
 * The certificates that were printed. One holds as long as every entry that it states is still accepted exactly as it was
 * stated; hours that were accepted later do not touch it. A correction, a withdrawal or a judgement that was taken back ends it,
 * until the same is accepted again.
 */
@ApplicationScoped
class Certificates {

    private static final String MAC = "HmacSHA256";

    private final HourBook book;
    private final StatelessSession rows;
    private final ObjectMapper json;
    private final Municipalities municipalities;
    private final Clock clock;
    private final SecretKeySpec secret;

    Certificates(HourBook book, StatelessSession rows, ObjectMapper json, Municipalities municipalities, Clock clock,
            @ConfigProperty(name = "opkoers.session.secret") String secret) {
        this.book = book;
        this.rows = rows;
        this.json = json;
        this.municipalities = municipalities;
        this.clock = clock;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    /** What a code is found to be. */
    sealed interface Verdict {

        /** What it states is still so. */
        record Valid(LocalDate issued) implements Verdict {
        }

        /** Something that it states is not so any more. */
        record Changed(LocalDate issued) implements Verdict {
        }

        /** There is none with this code that states these hours. Which of both is not so is not told. */
        record Unknown() implements Verdict {
        }
    }

    /** Everything of this person that is accepted now, the first day first. */
    List<Stated> accepted(ParticipantKey key) {
        return book.of(key, LocalDate.EPOCH, today().plusDays(1)).stream().filter(entry -> entry.state() == State.ACCEPTED)
                .map(Stated::of).sorted(Comparator.comparing(Stated::day).thenComparing(Stated::entry)).toList();
    }

    /** Keeps what is stated today. The same on the same day is the same certificate, with the same code. */
    @Transactional
    CertificateCode issue(ParticipantKey key, List<Stated> stated) {
        String content = write(stated);
        CertificateCode code = code(key, content);
        rows.createNativeMutationQuery("insert into certificate (municipality, participant, code_hash, issued_on, stated)"
                        + " values (:municipality, :participant, :hash, :day, cast(:stated as jsonb)) on conflict do nothing")
                .setParameter("municipality", key.municipality()).setParameter("participant", key.participant())
                .setParameter("hash", code.hash()).setParameter("day", today()).setParameter("stated", content)
                .executeUpdate();
        return code;
    }

    /** Worked out and not kept, so that it can be printed again: nobody can who does not have the secret. */
    private CertificateCode code(ParticipantKey key, String content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            String what = String.join("\n", "certificate", key.municipality(), key.participant(), today().toString(), content);
            return CertificateCode.of(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Whether there is such a certificate of the municipality for which this is done, and what it states is still so; of whom and
     * what it is does not leave this. Reads the entries that it states and no others.
     */
    @Transactional
    Verdict verify(Claim claim) {
        // Who holds the paper is not signed in, or is somebody else.
        return Scope.portal(() -> judge(claim));
    }

    private Verdict judge(Claim claim) {
        Optional<Tuple> found = rows.createNativeQuery("select municipality, participant, issued_on, cast(stated as text) as stated"
                        + " from certificate where municipality = :municipality and code_hash = :hash", Tuple.class)
                .setParameter("municipality", municipalities.code()).setParameter("hash", claim.code().hash()).getResultStream().findFirst();
        if (found.isEmpty()) {
            return new Verdict.Unknown();
        }
        Tuple row = found.get();
        List<Stated> stated = read(row.get("stated", String.class));
        if (!claim.isOf(stated)) {
            return new Verdict.Unknown();
        }
        LocalDate issued = row.get("issued_on", LocalDate.class);
        return isSo(new ParticipantKey(row.get("municipality", String.class), row.get("participant", String.class)), stated)
                ? new Verdict.Valid(issued) : new Verdict.Changed(issued);
    }

    private boolean isSo(ParticipantKey key, List<Stated> stated) {
        return book.find(key, stated.stream().map(Stated::entry).toList()).values().stream()
                .filter(entry -> entry.state() == State.ACCEPTED).map(Stated::of).collect(Collectors.toSet()).containsAll(stated);
    }

    private LocalDate today() {
        return Dates.today(clock);
    }

    private String write(List<Stated> stated) {
        try {
            return json.writeValueAsString(stated);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what is stated cannot be written", impossible);
        }
    }

    private List<Stated> read(String stated) {
        try {
            return json.readValue(stated, new TypeReference<>() { });
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("what was stated cannot be read", unreadable);
        }
    }
}

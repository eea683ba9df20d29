package nl.opkoers.notice;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The operator's mail server; application.properties tells what each setting means. */
@ConfigMapping(prefix = "opkoers.mail")
interface MailServer {

    String host();

    int port();

    StartTls startTls();

    Optional<String> user();

    Optional<String> password();

    /** Whether the connection is encrypted before anything is said on it. */
    enum StartTls {
        /** Or nothing is sent. */
        REQUIRED,
        /** If the server can. */
        OPTIONAL,
        DISABLED
    }
}

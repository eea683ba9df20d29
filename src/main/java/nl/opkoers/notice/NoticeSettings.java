package nl.opkoers.notice;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator may change about notices; application.properties tells what each means. */
@ConfigMapping(prefix = "opkoers.notice")
interface NoticeSettings {

    /** Where the portal is, as people open it: for whoever reads a notice. */
    Optional<URI> portal();

    /** Encrypts addresses, and signs links to stop. */
    Optional<String> key();

    String every();

    Duration collectFor();

    Duration leastBetween();

    Duration longestPause();

    Duration giveUpAfter();

    Mail mail();

    Sms sms();

    Push push();

    /** By SMTP. */
    interface Mail {

        /** The sender; without it nothing is sent by mail. */
        Optional<String> from();
    }

    /** By NotifyNL. */
    interface Sms {

        Optional<URI> url();

        /** Without it nothing is sent by SMS. */
        Optional<String> apiKey();

        Optional<String> template();
    }

    /** By the push services of browsers. */
    interface Push {

        Optional<String> publicKey();

        /** Without it nothing is pushed. */
        Optional<String> privateKey();

        Optional<String> contact();

        List<String> services();
    }
}

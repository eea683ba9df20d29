package nl.opkoers.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;

/** Sends mail by SMTP. After the mail server took it nothing more is known of it. */
@ApplicationScoped
class MailProvider implements Provider {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ReactiveMailer mailer;
    private final NoticeSettings.Mail settings;

    MailProvider(ReactiveMailer mailer, NoticeSettings settings) {
        this.mailer = mailer;
        this.settings = settings.mail();
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isThere() {
        return settings.from().isPresent();
    }

    @Override
    public Handed hand(Letter letter) {
        Mail mail = Mail.withText(letter.address(), letter.subject(), letter.text()).setFrom(settings.from().orElseThrow());
        // No answer is wanted, and none from a machine (RFC 3834).
        mail.addHeader("Auto-Submitted", "auto-generated");
        if (letter.stop() != null) {
            // By RFC 2369 and, for one tap in the mail program itself, RFC 8058.
            mail.addHeader("List-Unsubscribe", "<" + letter.stop() + "?" + StopPage.AT_ONCE + "=yes>");
            mail.addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        try {
            mailer.send(mail).await().atMost(PATIENCE);
            return new Handed.Taken(null);
        } catch (RuntimeException failure) {
            return understand(failure);
        }
    }

    /** What the server says itself is sure; of a connection that broke later it is not known what the server had by then. */
    private static Handed understand(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answer) {
                return answered(answer);
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Handed.Away("no mail server");
            }
        }
        return new Handed.Unknown(failure instanceof TimeoutException ? "no answer in time" : failure.getClass().getSimpleName());
    }

    /** RFC 5321, section 4.2.3 and RFC 4954, section 6: what is about the mailbox, about us, and about this one mail. */
    private static Handed answered(SMTPException answer) {
        String why = "status " + answer.getReplyCode();
        return switch (answer.getReplyCode()) {
            case 501, 550, 551, 553 -> new Handed.Undeliverable(why);
            case 421, 454, 530, 534, 535 -> new Handed.Away(why);
            default -> new Handed.Later(why);
        };
    }
}

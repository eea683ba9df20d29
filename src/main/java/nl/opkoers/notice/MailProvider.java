package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jboss.logging.Logger;

/**
 * Sends mail by SMTP, over a connection of its own each: on one that was kept, and that the server closed meanwhile, it could
 * not be told whether a mail was taken. After the mail server took it nothing more is known of it.
 */
@ApplicationScoped
class MailProvider implements Provider {

    private static final Logger LOG = Logger.getLogger(MailProvider.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Milliseconds: to be let in, and for each answer after that. */
    private static final String CONNECT_WITHIN = "5000";
    private static final String ANSWER_WITHIN = "15000";

    private final NoticeSettings.Mail settings;
    private final MailServer server;
    private final Clock clock;

    MailProvider(NoticeSettings settings, MailServer server, Clock clock) {
        this.settings = settings.mail();
        this.server = server;
        this.clock = clock;
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
        Session session = Session.getInstance(properties());
        try {
            MimeMessage mail = mail(session, letter);
            Transport transport = session.getTransport("smtp");
            transport.connect(server.host(), server.port(), server.user().orElse(null), server.password().orElse(null));
            return send(transport, mail);
        } catch (AddressException noAddress) {
            return new Handed.Undeliverable("no address");
        } catch (MessagingException failure) {
            return notLetIn(failure);
        }
    }

    private static Handed send(Transport connected, MimeMessage mail) {
        try {
            connected.sendMessage(mail, mail.getAllRecipients());
            return new Handed.Taken(null);
        } catch (MessagingException failure) {
            return understand(failure);
        } finally {
            leave(connected);
        }
    }

    /** What the server answered stands, however it takes leave. */
    private static void leave(Transport connected) {
        try {
            connected.close();
        } catch (MessagingException goneAlready) {
            LOG.debug("The mail server was gone first", goneAlready);
        }
    }

    private MimeMessage mail(Session session, Letter letter) throws MessagingException {
        String from = settings.from().orElseThrow();
        MimeMessage mail = new Numbered(session, "<" + letter.id() + from.substring(from.indexOf('@')).replace(">", "") + ">");
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.address()));
        mail.setSubject(letter.subject(), UTF_8);
        mail.setText(letter.text(), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        // No answer is wanted, and none from a machine (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (letter.stop() != null) {
            // By RFC 2369 and, for one tap in the mail program itself, RFC 8058.
            mail.setHeader("List-Unsubscribe", "<" + letter.stop() + "?" + StopPage.AT_ONCE + "=yes>");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.saveChanges();
        return mail;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.startTls() != MailServer.StartTls.DISABLED));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.startTls() == MailServer.StartTls.REQUIRED));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_WITHIN);
        properties.setProperty("mail.smtp.timeout", ANSWER_WITHIN);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_WITHIN);
        return properties;
    }

    /** Before it was let in nothing was offered. */
    private static Handed notLetIn(MessagingException failure) {
        return new Handed.Away(failure instanceof AuthenticationFailedException ? "not let in" : "no mail server");
    }

    /** What the server says itself is sure; of a connection that broke meanwhile it is not known what the server had by then. */
    private static Handed understand(MessagingException failure) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException answer) {
                return answered(answer.getReturnCode());
            }
            if (cause instanceof SMTPSendFailedException answer && !(answer.getNextException() instanceof SendFailedException)) {
                return answered(answer.getReturnCode());
            }
        }
        return new Handed.Unknown(failure.getClass().getSimpleName());
    }

    private static Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** RFC 5321, section 4.2.3 and RFC 4954, section 6: what is about the mailbox, about us, and about this one mail. */
    private static Handed answered(int code) {
        String why = "status " + code;
        return switch (code) {
            case 501, 550, 551, 553 -> new Handed.Undeliverable(why);
            case 421, 454, 530, 534, 535 -> new Handed.Away(why);
            // By convention of the library: the connection broke before there was an answer.
            case -1 -> new Handed.Unknown("no answer");
            default -> new Handed.Later(why);
        };
    }

    /** A mail with an id of ours: of itself it would tell the name of this machine, and of who runs the portal on it. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

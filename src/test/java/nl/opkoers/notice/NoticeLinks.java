package nl.opkoers.notice;

import io.quarkus.arc.Arc;
import jakarta.mail.MessagingException;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What only notices know, for tests of other rooms. */
public final class NoticeLinks {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private NoticeLinks() {
    }

    /** Forgets what was brought to anybody. */
    public static void nothingWasBrought() {
        NoticeProviders.reset();
    }

    /** The address by which a browser of this name lets itself be woken. */
    public static String browser(String name) {
        return NoticeProviders.browser(name);
    }

    /** The secret in the link by which these notices are stopped. */
    public static String stop(UUID choice) {
        return Arc.container().instance(Seal.class).get().stop(choice);
    }

    /** Sends what waits, and gives the code that was mailed; six zeros when none was. */
    public static String code() {
        Arc.container().instance(Postman.class).get().round();
        return NoticeProviders.mails().stream().map(NoticeProviders::text)
                .flatMap(text -> CODE.matcher(text).results().map(MatchResult::group)).reduce((first, last) -> last).orElse("000000");
    }

    /** Sends what waits, and gives everything that was brought to anybody since the providers were reset, addresses included. */
    public static String brought() {
        Arc.container().instance(Postman.class).get().round();
        StringBuilder all = new StringBuilder();
        NoticeProviders.mails().forEach(mail -> {
            try {
                mail.getAllHeaders().asIterator().forEachRemaining(header -> all.append(header.getName()).append(": ").append(header.getValue()).append('\n'));
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            }
            all.append(NoticeProviders.text(mail)).append('\n');
        });
        NoticeProviders.CALLS.forEach(call -> all.append(call).append('\n'));
        return all.toString();
    }
}

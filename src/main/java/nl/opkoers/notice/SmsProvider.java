package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.context.ManagedExecutor;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Sends SMS by NotifyNL, which speaks the API of GOV.UK Notify. Its template has one field, {@code message}, for all the words.
 */
@ApplicationScoped
class SmsProvider implements Provider {

    private static final long PATIENCE_SECONDS = 15;
    private static final int BAD_REQUEST = 400;
    /** How it says that it is the number that is wrong: its status says as well that there is no such template, or no such service. */
    private static final Pattern OF_THE_NUMBER = Pattern.compile("phone_number|InvalidPhoneError|InvalidEmailError");

    private final NoticeSettings.Sms settings;
    private final ManagedExecutor executor;
    private final Optional<NotificationClient> client;
    /** The client itself waits without end: one call that hangs is enough. */
    private final Semaphore free = new Semaphore(1);

    SmsProvider(NoticeSettings settings, ManagedExecutor executor) {
        this.settings = settings.sms();
        this.executor = executor;
        this.client = this.settings.apiKey()
                .map(key -> new NotificationClient(key, this.settings.url().orElseThrow().toString()));
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isThere() {
        return client.isPresent();
    }

    @Override
    public Handed hand(Letter letter) {
        String template = settings.template().orElseThrow();
        return call(() -> {
            String id = client.orElseThrow().sendSms(template, letter.address(), Map.of("message", letter.text()),
                    letter.id().toString()).getNotificationId().toString();
            return (Handed) new Handed.Taken(id);
        }, SmsProvider::understand);
    }

    @Override
    public Optional<Boolean> arrived(String reference) {
        return call(() -> state(client.orElseThrow().getNotificationById(reference)), failure -> Optional.empty());
    }

    /** The states of an SMS, as the documentation of GOV.UK Notify names them. */
    private static Optional<Boolean> state(Notification notification) {
        return switch (notification.getStatus()) {
            case "delivered" -> Optional.of(true);
            case "permanent-failure", "temporary-failure", "technical-failure" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private <T> T call(Callable<T> work, Function<Throwable, T> failed) {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return failed.apply(new ConnectException("the call before it hangs"));
            }
            return begun(work, failed).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            return failed.apply(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return failed.apply(stopping);
        }
    }

    /** What cannot begin ends as well: otherwise no other call would ever be free to. */
    private <T> Future<T> begun(Callable<T> work, Function<Throwable, T> failed) {
        try {
            return executor.supplyAsync(() -> run(work, failed));
        } catch (RejectedExecutionException busy) {
            free.release();
            return CompletableFuture.completedFuture(failed.apply(new ConnectException("no room for another call")));
        }
    }

    private <T> T run(Callable<T> work, Function<Throwable, T> failed) {
        try {
            return work.call();
        } catch (Exception failure) {
            return failed.apply(failure);
        } finally {
            free.release();
        }
    }

    private static Handed understand(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Handed.Away("no NotifyNL");
            }
        }
        // With a cause there was no answer, whatever status the client then claims.
        boolean answered = failure instanceof NotificationClientException && failure.getCause() == null;
        return answered ? answered((NotificationClientException) failure)
                : new Handed.Unknown(failure.getClass().getSimpleName());
    }

    /** Only what is wrong with the number is about this one; a key or a template that is refused can be put right. */
    private static Handed answered(NotificationClientException answer) {
        String why = "status " + answer.getHttpResult();
        if (answer.getHttpResult() != BAD_REQUEST) {
            return new Handed.Away(why);
        }
        return OF_THE_NUMBER.matcher(answer.getMessage()).find() ? new Handed.Undeliverable(why) : new Handed.Later(why);
    }
}

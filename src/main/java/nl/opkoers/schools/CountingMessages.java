package nl.opkoers.schools;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about whether hours count, in {@code translations/messages/counting_<language>.properties}. */
@MessageBundle("counting")
public interface CountingMessages {

    @Message String title();

    @Message String purpose(Counting.Purpose purpose);

    @Message String hours(Integer n);

    @Message String verdict(Counting.Verdict verdict);

    @Message String reason(Counting.Reason reason);

    @Message String also(Counting.Purpose purpose);
}

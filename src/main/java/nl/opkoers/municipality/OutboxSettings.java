package nl.opkoers.municipality;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What an operator may change about delivering what people send; application.properties tells what each means. */
@ConfigMapping(prefix = "opkoers.outbox")
interface OutboxSettings {

    String every();

    int parallel();

    Duration longestPause();

    Duration giveUpAfter();
}

package nl.opkoers.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which translator the municipality chose, if any. */
@ApplicationScoped
class TranslationSettings {

    private final Optional<URI> address;
    private final Optional<String> key;
    private final List<String> languages;
    private final Duration within;

    TranslationSettings(@ConfigProperty(name = "opkoers.translation.url") Optional<URI> address,
            @ConfigProperty(name = "opkoers.translation.key") Optional<String> key,
            @ConfigProperty(name = "opkoers.translation.languages") List<String> languages,
            @ConfigProperty(name = "opkoers.translation.within") Duration within) {
        this.address = address;
        this.key = key;
        this.languages = languages;
        this.within = within;
    }

    /** Where it is; empty when there is none. */
    Optional<URI> address() {
        return address;
    }

    /** What lets the portal in there; empty when it lets everybody in. */
    Optional<String> key() {
        return key;
    }

    /** The BCP 47 tags of the languages that it knows. */
    List<String> languages() {
        return languages;
    }

    /** How long it may take to answer. */
    Duration within() {
        return within;
    }
}

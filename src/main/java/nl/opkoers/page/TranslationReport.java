package nl.opkoers.page;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A mistake in a translation, in the words of who saw it. Not tied to a person. */
@Entity
@Table(name = "translation_report")
class TranslationReport {

    @EmbeddedId
    Key key;

    String language;

    String words;

    @Column(name = "reported_at")
    Instant reportedAt;

    static TranslationReport of(Key key, String language, String words, Instant reportedAt) {
        TranslationReport report = new TranslationReport();
        report.key = key;
        report.language = language;
        report.words = words;
        report.reportedAt = reportedAt;
        return report;
    }

    /** The id comes from the form and its words, so that what is sent twice is one report. */
    @Embeddable
    record Key(String municipality, UUID id) implements Serializable {
    }
}

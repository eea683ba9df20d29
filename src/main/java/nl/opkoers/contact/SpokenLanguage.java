package nl.opkoers.contact;

import java.util.Optional;
import java.util.stream.Stream;

/** The languages for which interpreters are asked most, each named in every language of the portal. */
public enum SpokenLanguage {
    AMHARIC, ARABIC, CHINESE, DARI, ENGLISH, FARSI, FRENCH, KURMANJI, PASHTO, RUSSIAN, SOMALI, SORANI, SPANISH, THAI, TIGRINYA,
    TURKISH, UKRAINIAN, URDU;

    static Optional<SpokenLanguage> ofCode(String code) {
        return Stream.of(values()).filter(language -> language.name().equals(code)).findFirst();
    }
}

package nl.opkoers.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The secrets of one demo: made once, then kept, so that sessions and rows survive a restart.
 *
 * <p>A class and not a record, because a record would show the secrets in its {@code toString}.
 */
final class DemoSettings {
    private static final String FILE = "settings.properties";
    private static final String OWNER_PASSWORD = "opkoers.database.owner.password";
    private static final String APP_PASSWORD = "opkoers.database.password";
    private static final String MUNICIPALITY_PASSWORD = "opkoers.demo.municipality.database.password";
    private static final String CLIENT_SECRET = "opkoers.issuer.client-secret";
    private static final String SESSION_SECRET = "opkoers.session.secret";
    /** 32 bytes are 43 characters, more than the 32 that the session secret needs. */
    private static final int BYTES = 32;

    private final Properties properties;

    private DemoSettings(Properties properties) {
        this.properties = properties;
    }

    /**
     * The settings kept in a directory; those that are missing are made and kept.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     */
    static DemoSettings in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            Properties kept = read(file);
            if (addMissing(kept)) {
                write(file, kept);
            }
            return new DemoSettings(kept);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Settings for one run of the tests: kept nowhere. */
    static DemoSettings passing() {
        Properties fresh = new Properties();
        addMissing(fresh);
        return new DemoSettings(fresh);
    }

    /** Whether a demo has ever been started in this directory. */
    static boolean keptIn(Path directory) {
        return Files.isRegularFile(directory.resolve(FILE));
    }

    String ownerPassword() {
        return properties.getProperty(OWNER_PASSWORD);
    }

    String appPassword() {
        return properties.getProperty(APP_PASSWORD);
    }

    String municipalityPassword() {
        return properties.getProperty(MUNICIPALITY_PASSWORD);
    }

    String clientSecret() {
        return properties.getProperty(CLIENT_SECRET);
    }

    String sessionSecret() {
        return properties.getProperty(SESSION_SECRET);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static boolean addMissing(Properties properties) {
        boolean added = false;
        for (String name : new String[] {
                OWNER_PASSWORD, APP_PASSWORD, MUNICIPALITY_PASSWORD, CLIENT_SECRET, SESSION_SECRET}) {
            added |= properties.putIfAbsent(name, secret()) == null;
        }
        return added;
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The file is closed to others before a secret is in it. */
    private static void write(Path file, Properties properties) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
    }
}

package nl.opkoers.demo;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.opkoers.demo.municipality.Itself;
import nl.opkoers.demo.municipality.ReferenceMunicipality;
import nl.opkoers.demo.municipality.Settings;

/**
 * All that the portal needs around it, with invented people: database, sign-in and a municipality.
 *
 * <p>Two kinds: for looking around, with fixed ports, kept rows and the municipality as a process of its own; and for
 * tests, all in this process, with free ports and rows that vanish.
 */
public final class DemoWorld implements AutoCloseable {
    private static final String CLIENT_ID = "opkoers-portal";
    /** Of the invented Gemeente Waterstad; no real municipality has a code this high. */
    private static final String MUNICIPALITY_CODE = "9901";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private DemoSettings secrets;
    private DemoDatabase database;
    private DemoIdentityProvider identityProvider;
    private ReferenceMunicipality municipality;
    private int municipalityPort;
    private final Map<String, ReferenceMunicipality> others = new HashMap<>();

    private DemoWorld() {}

    /**
     * The world to look around in. Returns once everything answers.
     *
     * @param directory keeps rows and secrets from one start to the next
     * @param portalPort where the portal will answer
     * @throws DemoFailure if a port is taken, the demo already runs here, or a part does not start
     */
    static DemoWorld start(Path directory, int portalPort) {
        return complete(world -> {
            world.add(DemoLock.take(directory));
            MunicipalityChild.stopLeftBehind(directory);
            SurvivingPostgres.stop(DemoDatabase.Place.kept(directory, DemoPorts.DATABASE).data());
            DemoPorts.requireFree(portalPort);
            world.secrets = DemoSettings.in(directory);
            world.database(DemoDatabase.Place.kept(directory, DemoPorts.DATABASE));
            world.identityProvider(DemoPorts.IDENTITY_PROVIDER, PortalOrigin.at(portalPort));
            world.add(MunicipalityChild.start(directory));
            world.municipalityPort = DemoPorts.MUNICIPALITY;
        });
    }

    /** A world for tests, today. PostgreSQL is unpacked into a directory that vanishes with it. */
    public static DemoWorld inProcess() {
        Path programs = temporaryDirectory();
        DemoWorld world = inProcess(programs, Clock.system(MunicipalityProcess.ZONE));
        world.parts.addLast(() -> delete(programs));
        return world;
    }

    /**
     * A world for tests: free ports, nothing kept.
     *
     * @param programs where PostgreSQL is unpacked; may be shared and kept, which makes the next start faster
     * @param clock what day it is for the municipality; tokens follow the clock of the machine
     */
    public static DemoWorld inProcess(Path programs, Clock clock) {
        return inProcess(programs, temporaryDirectory(), clock);
    }

    /** As {@link #inProcess(Path, Clock)}, with the rows that are in a directory, if any; it vanishes with this world. */
    static DemoWorld inProcess(Path programs, Path data, Clock clock) {
        return complete(world -> {
            world.parts.addLast(() -> delete(data));
            world.secrets = DemoSettings.passing();
            world.database(DemoDatabase.Place.passing(programs, data));
            world.identityProvider(0, PortalOrigin.anyLocalPort());
            world.municipality = ReferenceMunicipality.start(new Settings(0,
                    world.database.jdbcUrl(DemoDatabase.MUNICIPALITY), DemoDatabase.MUNICIPALITY,
                    world.secrets.municipalityPassword(), world.identityProvider.staffIssuer(),
                    MunicipalityProcess.AUDIENCE, clock));
            world.add(world.municipality);
            world.municipalityPort = world.municipality.port();
        });
    }

    /**
     * The portal's settings in this world, by their names in the {@code opkoers} family: all that it requires, and that
     * its pages call themselves a demo. Cookies go over plain HTTP here, since nothing leaves this machine.
     */
    public Map<String, String> settings() {
        return Map.ofEntries(
                entry("opkoers.demo", "true"),
                entry("opkoers.database.url", database.jdbcUrl(DemoDatabase.PORTAL)),
                entry("opkoers.database.user", DemoDatabase.PORTAL_APP),
                entry("opkoers.database.password", secrets.appPassword()),
                entry("opkoers.database.owner.user", DemoDatabase.PORTAL_OWNER),
                entry("opkoers.database.owner.password", secrets.ownerPassword()),
                entry("opkoers.issuer.url", identityProvider.issuer().toString()),
                entry("opkoers.issuer.client-id", CLIENT_ID),
                entry("opkoers.issuer.client-secret", secrets.clientSecret()),
                entry("opkoers.staff-issuer.url", identityProvider.staffIssuer().toString()),
                entry("opkoers.staff-issuer.client-id", CLIENT_ID),
                entry("opkoers.staff-issuer.client-secret", secrets.clientSecret()),
                entry("opkoers.municipality.url", "http://localhost:" + municipalityPort),
                entry("opkoers.municipality.code", MUNICIPALITY_CODE),
                entry("opkoers.session.secret", secrets.sessionSecret()),
                entry("opkoers.session.form-cookie", "csrf"),
                entry("opkoers.session.secure", "false"));
    }

    /**
     * One more municipality in this world, with an identity provider and a reference municipality of its own, which end with it. Its
     * people are those of the first, with the same ids.
     *
     * @return what the portal has to know of it, by the names of a municipality's file; but not where its portal is
     */
    public Map<String, String> addMunicipality(Itself itself) {
        String name = DemoDatabase.MUNICIPALITY + "_" + itself.code();
        database.addMunicipality(name);
        DemoIdentityProvider issuers = issuers(0, PortalOrigin.anyLocalPort());
        add(issuers);
        ReferenceMunicipality another = ReferenceMunicipality.start(new Settings(0, database.jdbcUrl(name), DemoDatabase.MUNICIPALITY,
                secrets.municipalityPassword(), issuers.staffIssuer(), MunicipalityProcess.AUDIENCE,
                Clock.system(MunicipalityProcess.ZONE)).of(itself));
        add(another);
        others.put(itself.code(), another);
        return ofMunicipality(itself.code(), issuers, another.port());
    }

    /**
     * The first municipality once more, with the same rows, for who comes with access tokens of another issuer. It ends with this world.
     *
     * @return where it answers
     */
    public URI municipalityFor(URI staffIssuer) {
        ReferenceMunicipality again = ReferenceMunicipality.start(new Settings(0, database.jdbcUrl(DemoDatabase.MUNICIPALITY),
                DemoDatabase.MUNICIPALITY, secrets.municipalityPassword(), staffIssuer, MunicipalityProcess.AUDIENCE,
                Clock.system(MunicipalityProcess.ZONE)));
        add(again);
        return URI.create("http://localhost:" + again.port());
    }

    /** What the portal has to know of the first municipality, as {@link #addMunicipality} says it of others. */
    public Map<String, String> municipalitySettings() {
        return ofMunicipality(MUNICIPALITY_CODE, identityProvider, municipalityPort);
    }

    private Map<String, String> ofMunicipality(String code, DemoIdentityProvider issuers, int port) {
        return Map.of("municipality.code", code, "municipality.url", "http://localhost:" + port,
                "issuer.url", issuers.issuer().toString(), "issuer.client-id", CLIENT_ID, "issuer.client-secret", secrets.clientSecret(),
                "staff-issuer.url", issuers.staffIssuer().toString(), "staff-issuer.client-id", CLIENT_ID,
                "staff-issuer.client-secret", secrets.clientSecret());
    }

    /** One that was added, to let it fail. */
    public ReferenceMunicipality municipality(String code) {
        return MUNICIPALITY_CODE.equals(code) ? municipality() : others.get(code);
    }

    public DemoDatabase database() {
        return database;
    }

    public DemoIdentityProvider identityProvider() {
        return identityProvider;
    }

    /**
     * The municipality, to let it fail or change a dossier.
     *
     * @throws IllegalStateException if it runs in a process of its own
     */
    public ReferenceMunicipality municipality() {
        if (municipality == null) {
            throw new IllegalStateException("the municipality runs in a process of its own");
        }
        return municipality;
    }

    private void database(DemoDatabase.Place place) {
        database = DemoDatabase.start(place, secrets);
        add(database);
    }

    private void identityProvider(int port, PortalOrigin portal) {
        identityProvider = issuers(port, portal);
        add(identityProvider);
    }

    private DemoIdentityProvider issuers(int port, PortalOrigin portal) {
        return DemoIdentityProvider.start(new DemoIdentityProvider.Settings(port, CLIENT_ID, secrets.clientSecret(),
                MunicipalityProcess.AUDIENCE, portal, DemoPeople.all()));
    }

    private void add(AutoCloseable part) {
        parts.push(part);
    }

    /** A world that fails halfway leaves nothing running. */
    private static DemoWorld complete(Consumer<DemoWorld> steps) {
        DemoWorld world = new DemoWorld();
        try {
            steps.accept(world);
            return world;
        } catch (RuntimeException failure) {
            world.close();
            throw failure;
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("opkoers-demo");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Stops the parts, the last started first; one that does not stop well keeps none of the others alive. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                System.err.println("A part of the demo did not stop well: " + failure);
            }
        }
    }
}

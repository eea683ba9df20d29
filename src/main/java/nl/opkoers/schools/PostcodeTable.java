package nl.opkoers.schools;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the tables of postcodes once. */
final class PostcodeTable {

    private static final String NETHERLANDS = "/postcodes/nl.txt";
    /** The towns of the demo are invented, and so is where they are. */
    private static final String INVENTED = "/postcodes/demo.txt";

    @Produces
    @Singleton
    Postcodes postcodes(@ConfigProperty(name = "opkoers.demo") boolean demo) {
        return demo ? Postcodes.of(NETHERLANDS, INVENTED) : Postcodes.of(NETHERLANDS);
    }
}

package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.opkoers.law.LawBook;

/** The law book that came with this version of the portal. */
@ApplicationScoped
class Law {

    @Produces
    @Singleton
    LawBook book() {
        return LawBook.standard();
    }
}

package nl.opkoers;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the portal as they were compiled, without those of tests. Reading them takes seconds, so all tests share them. */
public final class Classes {

    public static final JavaClasses OF_THE_PORTAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("nl.opkoers");

    private Classes() {
    }
}

package nl.opkoers;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * About half of what all tests take, with all that reads the pages of the whole cast, for the one process; {@link SecondHalfSuite} is
 * all the rest.
 */
@Suite
@SelectPackages("nl.opkoers")
@IncludeClassNamePatterns(FirstHalfSuite.TESTS)
class FirstHalfSuite {

    static final String TESTS = "nl\\.opkoers\\.((browser|doors|dossier|page)\\..*|agenda\\.ExamsPage)Test";
}

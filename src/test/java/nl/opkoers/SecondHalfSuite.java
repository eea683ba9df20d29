package nl.opkoers;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are not of {@link FirstHalfSuite}, for the other process: a new one is here or there, and cannot be forgotten. */
@Suite
@SelectPackages("nl.opkoers")
@ExcludeClassNamePatterns(FirstHalfSuite.TESTS)
class SecondHalfSuite {
}

package nl.opkoers.scope;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a test that is nobody, unless it says who it is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface AsNobody {
}

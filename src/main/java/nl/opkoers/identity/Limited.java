package nl.opkoers.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says beside a route which limit holds there. A form that says nothing has that of {@link Limit#SENDING}, or of
 * {@link Limit#UPLOAD} when it may have a file in it; a page that says nothing has none.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {

    /** What is counted. */
    Limit value();
}

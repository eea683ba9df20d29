package nl.opkoers.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says beside a route for whom it opens. It opens nothing by itself: the roles at the door and the question whose it is, in the
 * page, do. A test tries every route as everybody and holds the answers against this; a route that does not say it is refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Opens {

    /** For whom; for everybody else it is closed, or answers as if there were nothing. */
    For value();
}

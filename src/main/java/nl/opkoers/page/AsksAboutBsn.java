package nl.opkoers.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of what takes a form and asks on that form itself about what may be a BSN: {@link BsnInForms} leaves it to that. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AsksAboutBsn {
}

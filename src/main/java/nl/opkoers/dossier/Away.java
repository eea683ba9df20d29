package nl.opkoers.dossier;

/** Who is away, as colleagues noted it here, so that no page sends anybody to them. The room that keeps it provides it. */
public interface Away {

    /** Whether an employee of the municipality of who asks is away today. */
    boolean isAway(String employee);
}

/**
 * What the municipality knows of a person, and what that means today: where they are in the process, what comes next, who
 * is at work for them, how much time there is, what the plan holds. Home and My plan.
 */
package nl.opkoers.dossier;

package nl.opkoers.identity;

import nl.opkoers.municipality.contract.Caseload;

/**
 * Whom an employee is about to see something of, and why they may.
 *
 * @param instead for which colleague they stand in; {@code null} when for none
 * @param sentOn  whether it was sent on to them
 */
public record Look(String participant, Caseload.Instead instead, boolean sentOn) {

    /** Of somebody whom they may see because they are the contact, or stand in for the contact. */
    public static Look of(Caseload.Member member) {
        return new Look(member.participant(), member.instead(), false);
    }
}

package nl.opkoers.contact;

import nl.opkoers.municipality.contract.Municipality;

/**
 * That the municipality names nobody who answers for somebody's plan: what they ask is in no inbox until it does.
 *
 * @param town whom to call instead; {@code null} when that is not known
 */
public record Nobody(Municipality town) {
}

/**
 * Sign-in, sessions and who somebody is to the portal.
 *
 * <p>The identity provider's tokens live for one request only: that of the callback. The BSN or V-number in them is used
 * for one look-up at the municipality and then forgotten; what stays is the portal's own small session, an encrypted
 * cookie with the municipality's opaque id. So no token, and no BSN, is ever in a cookie, a store or an address.
 */
package nl.opkoers.identity;

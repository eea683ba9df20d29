/** Notices by mail, SMS and push that something waits in the portal. None says about what, or from whom. */
package nl.opkoers.notice;

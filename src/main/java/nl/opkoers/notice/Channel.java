package nl.opkoers.notice;

/** Ways to reach a person outside the portal. */
enum Channel {
    MAIL, SMS, PUSH
}

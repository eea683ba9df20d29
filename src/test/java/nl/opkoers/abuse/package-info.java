/** What somebody who means harm tries, one subject at a time, against the running portal. */
package nl.opkoers.abuse;

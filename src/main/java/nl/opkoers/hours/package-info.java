/** Hours that people log: what they wrote, who judged it and when, how much it comes to, and what the municipality hears of it. */
package nl.opkoers.hours;

/** Where who guides people finds their work: what waits, their people, who stands in for whom; and what a team lead counts. */
package nl.opkoers.coaching;

package nl.opkoers.contact;

/** What standard sentences are about, in the order in which they are offered. */
public enum PhraseGroup { APPOINTMENT, LESSON, QUESTION, HOURS, EXAM, LETTER, PLAN, SCHOOL, COSTS, HOWAREYOU, REFERRAL, AWAY }

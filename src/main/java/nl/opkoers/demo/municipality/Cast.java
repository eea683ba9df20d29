package nl.opkoers.demo.municipality;

import java.util.List;

/**
 * The people of the scenarios, by key. What the municipality knows of each participant is in
 * {@code demo/municipality/cast/<key>.json}.
 */
public final class Cast {

    /** Signs in with a BSN that is in nobody's dossier. */
    public static final String UNKNOWN_PERSON = "unknown-person";

    private static final List<CastMember> ALL = List.of(
            CastMember.withBsn("z-tigrinya", "Selam Tesfay", "999990019", "ti"),
            CastMember.withBsn("z-arabic-elder", "Nabil Khoury", "999990020", "ar"),
            CastMember.withBsn("b1-arabic-exam", "Walid Saleh", "999990032", "ar"),
            CastMember.withBsn("b1-arabic-hours", "Omar Darwish", "999990044", "ar"),
            CastMember.withBsn("o-arabic-load", "Yazan Haddad", "999990056", "ar"),
            CastMember.withBsn("g-turkish-new", "Elif Aksoy", "999990068", "tr"),
            CastMember.withBsn("g-english-debt", "Kofi Asante", "999990226", "en"),
            CastMember.withBsn("g-english-shift", "Liam Tremblay", "999990081", "en"),
            CastMember.withBsn("g-turkish-z", "Hatice Korkmaz", "999990093", "tr"),
            CastMember.withVNumber("azc-tigrinya-wait", "Filmon Habte", "9990000014", "ti"),
            CastMember.withBsn("moved-arabic", "Rima Najjar", "999990111", "ar"),
            CastMember.withBsn("switched-english", "Imran Qureshi", "999990123", "en"),
            CastMember.withBsn("done-turkish", "Zeynep Arslan", "999990135", "tr"),
            CastMember.withBsn("old-law", "Mehmet Polat", "999990147", "nl"),
            CastMember.withBsn("o-family-rare", "Camila Duarte", "999990159", "en"),
            CastMember.withBsn("exempt-english", "Shanti Ramdin", "999990160", "en"),
            CastMember.withBsn("z-dispensation", "Fatima Othman", "999990172", "ar"),
            CastMember.withBsn("before-pip-turkish", "Emre Yavuz", "999990184", "tr"),
            CastMember.withBsn("extended-arabic", "Lina Barakat", "999990196", "ar"),
            CastMember.withBsn("unknown-values", "Noor Aziz", "999990202", "en"),
            CastMember.withBsn(UNKNOWN_PERSON, "Robin Doe", "999990214", "en"),
            CastMember.staff("coach-a", "Marloes Hendriks", Staff.COACH_A, "coach"),
            CastMember.staff("coach-b", "Joost van Wijk", Staff.COACH_B, "coach"),
            CastMember.staff("team-lead", "Petra Vroom", "M-1003", "team-lead"));

    private Cast() {
    }

    /** Everyone who can sign in, in the order of the scenarios. */
    public static List<CastMember> all() {
        return ALL;
    }

    /**
     * One member of the cast.
     *
     * @throws IllegalArgumentException when nobody has that key
     */
    public static CastMember member(String key) {
        return ALL.stream().filter(member -> member.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody in the cast is called " + key));
    }

    /** The participants who have a dossier. */
    static List<CastMember> withDossier() {
        return ALL.stream()
                .filter(member -> member.kind() == CastMember.Kind.PARTICIPANT && !member.key().equals(UNKNOWN_PERSON))
                .toList();
    }
}

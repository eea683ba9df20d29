package nl.opkoers.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nl.opkoers.demo.municipality.Cast;
import nl.opkoers.demo.municipality.CastMember;
import nl.opkoers.language.Messages;

/** The cast as the identity provider knows them: a number for participants, a role for staff. */
final class DemoPeople {
    private static final Map<String, Function<Messages, String>> DESCRIPTIONS = Map.ofEntries(
            Map.entry("z-tigrinya", Messages::demo_person_z_tigrinya),
            Map.entry("z-arabic-elder", Messages::demo_person_z_arabic_elder),
            Map.entry("b1-arabic-exam", Messages::demo_person_b1_arabic_exam),
            Map.entry("b1-arabic-hours", Messages::demo_person_b1_arabic_hours),
            Map.entry("o-arabic-load", Messages::demo_person_o_arabic_load),
            Map.entry("g-turkish-new", Messages::demo_person_g_turkish_new),
            Map.entry("g-english-debt", Messages::demo_person_g_english_debt),
            Map.entry("g-english-shift", Messages::demo_person_g_english_shift),
            Map.entry("g-turkish-z", Messages::demo_person_g_turkish_z),
            Map.entry("azc-tigrinya-wait", Messages::demo_person_azc_tigrinya_wait),
            Map.entry("moved-arabic", Messages::demo_person_moved_arabic),
            Map.entry("switched-english", Messages::demo_person_switched_english),
            Map.entry("done-turkish", Messages::demo_person_done_turkish),
            Map.entry("old-law", Messages::demo_person_old_law),
            Map.entry("o-family-rare", Messages::demo_person_o_family_rare),
            Map.entry("exempt-english", Messages::demo_person_exempt_english),
            Map.entry("z-dispensation", Messages::demo_person_z_dispensation),
            Map.entry("before-pip-turkish", Messages::demo_person_before_pip_turkish),
            Map.entry("extended-arabic", Messages::demo_person_extended_arabic),
            Map.entry("unknown-values", Messages::demo_person_unknown_values),
            Map.entry("unknown-person", Messages::demo_person_unknown_person),
            Map.entry("coach-a", Messages::demo_person_coach_a),
            Map.entry("coach-b", Messages::demo_person_coach_b),
            Map.entry("team-lead", Messages::demo_person_team_lead));

    private DemoPeople() {}

    /** @throws NullPointerException naming the member of the cast that nobody has described */
    static List<SignInPerson> all() {
        return Cast.all().stream().map(DemoPeople::person).toList();
    }

    private static SignInPerson person(CastMember member) {
        return new SignInPerson(member.key(), Objects.requireNonNull(DESCRIPTIONS.get(member.key()), member.key()),
                claims(member));
    }

    private static Map<String, Object> claims(CastMember member) {
        if (member.kind() == CastMember.Kind.STAFF) {
            return Map.of("employee_id", member.employeeId(), "groups", member.groups(), "name", member.displayName());
        }
        return member.bsn() != null ? Map.of("bsn", member.bsn()) : Map.of("v_number", member.vNumber());
    }
}

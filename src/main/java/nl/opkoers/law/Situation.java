package nl.opkoers.law;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is known of the case a rule is asked for. Anything unknown may be anything: a rule is only certain when it is the same in
 * every case that is still possible.
 *
 * @param group the participant's group; never null, {@link ParticipantGroup#UNKNOWN} when not known
 * @param route the learning route, null when not known or not decided
 * @param level the language level, null when not known or not relevant
 * @param part the exam part, null when not known or not relevant
 */
public record Situation(ParticipantGroup group, LearningRoute route, LanguageLevel level, ExamPart part) {

    public Situation {
        Objects.requireNonNull(group, "group");
    }

    /** A person of this group on this route (null when not known). */
    public static Situation of(ParticipantGroup group, LearningRoute route) {
        return new Situation(group, route, null, null);
    }

    /** Nothing is known of the person: for rules that hold for everyone and for the public pages. */
    public static Situation anyone() {
        return of(ParticipantGroup.UNKNOWN, null);
    }

    /** The same case, at this language level (null when not known). */
    public Situation atLevel(LanguageLevel newLevel) {
        return new Situation(group, route, newLevel, part);
    }

    /** The same case, for this exam part (null when not known). */
    public Situation forPart(ExamPart newPart) {
        return new Situation(group, route, level, newPart);
    }

    /** Every fully known case that this one may turn out to be. */
    Stream<Situation> possibilities() {
        return groups().flatMap(someGroup -> orAny(route, LearningRoute.values())
            .flatMap(someRoute -> orAny(level, LanguageLevel.values())
                .flatMap(someLevel -> orAny(part, ExamPart.values())
                    .map(somePart -> new Situation(someGroup, someRoute, someLevel, somePart)))));
    }

    private Stream<ParticipantGroup> groups() {
        return group == ParticipantGroup.UNKNOWN
            ? Stream.of(ParticipantGroup.ASYLUM, ParticipantGroup.FAMILY_OR_OTHER)
            : Stream.of(group);
    }

    private static <T> Stream<T> orAny(T known, T[] all) {
        return known == null ? Stream.of(all) : Stream.of(known);
    }
}

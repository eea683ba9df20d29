package nl.opkoers.hours;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import nl.opkoers.file.FileMessages;
import nl.opkoers.file.PictureField;
import nl.opkoers.language.Dates;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.page.Show;

/** How templates word people's hours, in the language of the page. */
@TemplateExtension
final class EntryWording {

    private static final int MINUTES_IN_HOUR = 60;

    private EntryWording() {
    }

    /** A line that may lead to where it can be mended: an anchor, or empty. */
    record Line(String words, String field) {
    }

    private static Language language() {
        return Arc.container().instance(PageLanguage.class).get().current();
    }

    private static EntryMessages texts() {
        return Texts.in(language(), EntryMessages.class);
    }

    /** What the form is called. */
    static String title(EntryForm form) {
        return form.isCorrection() ? texts().title_change() : texts().title();
    }

    /** All that is wrong with a form. */
    static List<Line> mistakes(EntryForm form) {
        List<Line> lines = new ArrayList<>(form.sense().mistakes().stream()
                .map(mistake -> new Line(texts().mistake(mistake), EntryForm.fieldOf(mistake))).toList());
        if (form.photo().refusal() != null) {
            lines.add(new Line(Texts.in(language(), FileMessages.class).refusal(form.photo().refusal()), PictureField.FILE));
        }
        return lines;
    }

    static List<String> questions(EntryForm form) {
        return form.sense().questions().stream().map(texts()::question).toList();
    }

    static String sentBefore() {
        return texts().sent_before();
    }

    /** What the page of an entry is called. */
    static String heading(Entry entry) {
        return Texts.in(language(), HoursMessages.class).entry(texts().activity(entry.written().activity()), took(entry.written()));
    }

    /** How it stands, in a few words. */
    static String stands(Entry entry) {
        return stands(entry, language());
    }

    static String stands(Entry entry, Language language) {
        HoursMessages words = Texts.in(language, HoursMessages.class);
        return refusedForGood(entry) ? words.refused_final() : words.state(entry.state());
    }

    /** What happened, in a few words. */
    static String says(History.Happened happened) {
        HoursMessages words = Texts.in(language(), HoursMessages.class);
        return happened.step() == Step.REFUSED && isForGood(happened.reason()) ? words.refused_final() : words.happened(happened.step());
    }

    /** Whether it was refused for what nothing that is filled in differently would change. */
    static boolean refusedForGood(Entry entry) {
        return entry.state() == State.REFUSED && isForGood(reason(entry));
    }

    private static boolean isForGood(Reason reason) {
        return reason != null && reason.isForGood();
    }

    /** Whether the municipality did not take it, and the coach looks at that. */
    static boolean back(Entry entry) {
        return entry.returned().isPresent();
    }

    /** The judgement that holds; {@code null} when there is none. */
    static Act.Judgement judge(Entry entry) {
        return entry.judgement().orElse(null);
    }

    /** Why it is refused, or what is asked; {@code null} when it is neither. */
    static Reason reason(Entry entry) {
        return History.of(entry).get(0).reason();
    }

    /** What the coach wrote with that, in Dutch; {@code null} when nothing. */
    static String coachNote(Entry entry) {
        return History.of(entry).get(0).note();
    }

    /** The goal that it is for; {@code null} when that is not told, or not in the plan any more. */
    static EntryForm.Goal goal(Written written, EntryForm.About about) {
        return about.goal(written.goal()).orElse(null);
    }

    /** What a month is called; without its Dutch name, which some languages need beside it. */
    static String name(HourShelf.Month month) {
        return Dates.of(language()).month(month.month()).replaceFirst("\\s*\\(.*", "");
    }

    /** The same month in Dutch, where a reader needs it to compare with a letter; {@code null} elsewhere. */
    static String inDutch(HourShelf.Month month) {
        return Dates.of(language()).dutchBelow(month.month().atDay(1)).map(day -> Dates.of(Language.NL).month(month.month()))
                .orElse(null);
    }

    static Integer next(HourShelf.Month month) {
        return month.page() + 1;
    }

    /** How long it took. */
    static String took(Written written) {
        return Show.hours(Duration.ofMinutes(written.minutes()));
    }

    /** From when until when it was; {@code null} when that is not told. */
    static String times(Written written) {
        return written.from() == null ? null
                : Dates.of(language()).timeRange(written.from(), written.from().plusMinutes(written.minutes()));
    }

    /** Minutes in hours and minutes. */
    static String lasting(Integer minutes) {
        return Show.hours(Duration.ofMinutes(minutes));
    }

    /** Minutes in hours and minutes. */
    static String inHours(Long minutes) {
        return Show.hours(Duration.ofMinutes(minutes));
    }

    /** The whole hours that count. */
    static Integer wholeHours(Standing standing) {
        return (int) (standing.getMinutes() / MINUTES_IN_HOUR);
    }

    /** What the municipality counts. */
    static Duration counted(Standing standing) {
        return Duration.ofHours(standing.count().hours());
    }

    /** What was accepted since it counted, in minutes; {@code null} when nothing was. */
    static Long since(Standing standing) {
        return standing.sum().onTop() > 0 ? standing.sum().onTop() : null;
    }

    /** How long it takes at this pace. */
    static String duration(Pace pace) {
        return Show.duration(Period.ofMonths(pace.months()).normalized());
    }
}

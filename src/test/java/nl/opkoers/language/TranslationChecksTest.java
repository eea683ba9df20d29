package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of the translations find what they are there for, and leave good texts alone. */
class TranslationChecksTest {
    private static final MessageFile DUTCH = file(Language.NL, """
            nav_home=Start
            plan_end=Uw einddatum is {date}.
            """);

    @Test
    void aTextThatLacksOrIsTooManyIsFound() {
        assertEquals(List.of("msg_tr:nav_home is not in both files", "msg_tr:nav_old is not in both files"),
                TranslationChecks.keysThatDiffer(DUTCH, file(Language.TR, "nav_old=Eski\nplan_end=Bitiş: {date}")));
        assertEquals(List.of(), TranslationChecks.keysThatDiffer(DUTCH, DUTCH));
    }

    @Test
    void aTextThatNobodyUsesIsFound() {
        MessageFile dutch = file(Language.NL, "a=x\nb=x\nc=x\nd=x\ne=x\nhours_state_SENT=x\nold_state_SENT=x\nhours=x");
        String sources = "{msg:a} {dutch.b} texts.c() Messages::d {msg:hours_state(s)} old_state {plan.hours}";
        assertEquals(List.of("msg_nl:old_state_SENT is used nowhere", "msg_nl:hours is used nowhere"),
                TranslationChecks.unused(dutch, TranslationChecks.uses(sources), Set.of("msg:e")));
    }

    @Test
    void aTextOfAnotherRoomIsNotUsedByItsNameAlone() {
        MessageFile room = MessageFile.of("dossier", Language.NL, "time_left=x\ntime_title=x");
        assertEquals(List.of("dossier_nl:time_left is used nowhere"),
                TranslationChecks.unused(room, TranslationChecks.uses("{msg:time_left} {dossier:time_title}"), Set.of()));
    }

    @Test
    void aTextThatIsUsedIsNotListedAsWaiting() {
        assertEquals(List.of("msg_nl:nav_home is listed as not used yet but is used"),
                TranslationChecks.unused(file(Language.NL, "nav_home=Start"), TranslationChecks.uses("{msg:nav_home}"), Set.of("msg:nav_home")));
    }

    /** As a room's interface would be, but not marked as one: the portal would look for its texts when it starts. */
    private interface Lessons {
        String lesson_title();

        String lesson_hours(int n);

        String lesson_direction(Language.Direction direction);

        String lesson_voice(Language.Voice voice);
    }

    @Test
    void everyConstantHasItsTextAndNoOther() {
        MessageInterface lessons = new MessageInterface("lessons", Lessons.class);
        MessageFile complete = MessageFile.of("lessons", Language.NL, """
                lesson_title=Les
                lesson_hours={n} uur
                lesson_direction_LTR=naar rechts
                lesson_direction_RTL=naar links
                lesson_voice_$DEVICE=a
                lesson_voice_$DEVICE_UNTIL_RECORDED=b
                lesson_voice_$DUTCH_UNTIL_RECORDED=c
                """);
        assertEquals(List.of(), TranslationChecks.keysThatNoMethodHas(complete, lessons.keys()));
        Map<String, String> texts = new LinkedHashMap<>(complete.texts());
        texts.put("lesson_direction_UP", texts.remove("lesson_direction_RTL"));
        MessageFile wrong = new MessageFile("lessons", Language.NL, texts, List.of());
        assertEquals(List.of("lessons_nl:lesson_direction_RTL is asked for by the interface but has no text",
                "lessons_nl:lesson_direction_UP is of no method, or of no constant"),
                TranslationChecks.keysThatNoMethodHas(wrong, lessons.keys()));
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false"})
    void aBundleThatGrowsTooLargeIsFound(int messages, boolean fits) {
        String content = IntStream.range(0, messages).mapToObj(n -> "text_" + n + "=x").collect(Collectors.joining("\n"));
        assertEquals(fits, TranslationChecks.tooManyMessages(file(Language.NL, content)).isEmpty());
    }

    @Test
    void aTextLeftInDutchIsFoundUnlessItIsMeant() {
        MessageFile english = file(Language.EN, "nav_home=Start\nplan_end=Your end date is {date}.");
        assertEquals(List.of("msg_en:nav_home is the Dutch text"),
                TranslationChecks.untranslated(DUTCH, english, Set.of()));
        assertEquals(List.of(), TranslationChecks.untranslated(DUTCH, english, Set.of("msg_en:nav_home", "msg_tr:plan_end")));
        assertEquals(List.of("msg_en:plan_end is listed as the Dutch text but is not"),
                TranslationChecks.untranslated(DUTCH, english, Set.of("msg_en:nav_home", "msg_en:plan_end")));
    }

    @Test
    void aValueThatLacksIsFound() {
        assertEquals(List.of("msg_en:plan_end needs the values [date]"), TranslationChecks.valuesThatDiffer(DUTCH,
                file(Language.EN, "nav_home=Home\nplan_end=Your end date is {day}.")));
        assertEquals(List.of("msg_tr:x needs the values [n]"), TranslationChecks.valuesThatDiffer(
                file(Language.NL, "x={#plural n}{#one}een{#other}meer{/plural}"), file(Language.TR, "x=bir")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NL | true  | {#plural n}{#one}{n} les{#other}{n} lessen{/plural}",
        "NL | true  | U hebt {#plural n}{#none}geen les{#one}{n} les{#other}{n} lessen{/plural}.",
        "NL | false | {#plural n}{#other}{n} lessen{/plural}",
        "NL | false | {#plural n}{#one}{n} les{#few}{n} lessen{#other}{n} lessen{/plural}",
        "NL | false | {#plural n}{#one}{#other}{n} lessen{/plural}",
        "NL | false | {#plural n}{n} {#one}les{#other}lessen{/plural}",
        "TI | false | {#plural n}{#one}{n} ሰዓት{#one}{n} ሰዓት{#other}{n} ሰዓታት{/plural}",
        "AR | false | {#plural n}{#one}درس{#other}{n} درس{/plural}",
        "AR | true  | {#plural n}{#zero}a{#one}b{#two}c{#few}d{#many}e{#other}f{/plural}"})
    void aCountedTextHasTheFormsOfItsLanguage(Language language, boolean fits, String text) {
        assertEquals(fits, TranslationChecks.pluralsThatDoNotFit(file(language, "x=" + text)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, value = {
        "true|Uw einddatum is {date}.", "true|{#plural n}{#one}{n} les{#other}{n} lessen{/plural}",
        "false|Uw einddatum is {date.", "false|Uw einddatum is {}.", "false|{#if n}Uw plan{/if}",
        "false|{#plural n}{#one}les{#other}lessen", "false|Uw <b>plan</b>", "false|Uw&nbsp;plan", "false|foto's",
        "true|foto’s", "false|Uw plan ", "false| Uw plan", "false|Uw  plan", "false|Ø§Ù„", "false|Uw plan\\"})
    void aBrokenTextIsFound(boolean sound, String text) {
        assertEquals(sound, TranslationChecks.brokenTexts(file(Language.NL, "x=" + text)).isEmpty(), text);
    }

    @Test
    void aLineThatIsNoMessageIsFound() {
        assertEquals(3, TranslationChecks.brokenTexts(file(Language.NL, "x=a\nx=b\nniets\nnav.home=Start")).size());
    }

    @Test
    void onlyCongratulationsHaveAnExclamationMark() {
        MessageFile shouting = file(Language.NL, "exam_passed=Gefeliciteerd!\nplan_late=Let op!");
        assertEquals(1, TranslationChecks.exclamations(shouting, Set.of("msg:exam_passed")).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "AR | true  | عند وجود خطأ، يُرجى إبلاغنا.", "AR | false | عند وجود خطأ, يُرجى إبلاغنا.",
        "AR | false | هل هذا صحيح?", "AR | false | هل هذا صحيح ؟", "AR | true  | {hours} و{minutes}",
        "AR | false | {part}, {date}", "AR | true  | € 12,50", "AR | true | {#plural n}{#zero}لا، {n}{#one}b{/plural}.",
        "TI | true  | ንስኹም፡ ኣማኻሪኹምን።", "TI | false | ንስኹም, ኣማኻሪኹምን", "TI | false | ንስኹም፣ ኣማኻሪኹምን",
        "TI | false | ሓብሩና፡፡", "TI | false | ሓብሩና ።", "TI | false | ንፅሑፍ", "TI | false | ሠላም", "TI | false | ኀዳር",
        "TI | false | ኣብ አገር", "TI | true  | ርእዮአ", "TI | false | ን{name}", "TI | false | {name}ን",
        "TI | true  | {name}።", "TR | false | {date}’de", "TR | false | {date}de", "TR | true  | {date}, saat {time}",
        "NL | false | Hulp nodig ?", "NL | true  | Hulp nodig?"})
    void punctuationAndSpellingAreThoseOfTheLanguage(Language language, boolean right, String text) {
        assertEquals(right, TranslationChecks.wrongPunctuation(file(language, "x=" + text)).isEmpty(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NL | je          | Wat wil je?         | Wat is objectief?",
        "TR | müşteri*    | Müşterilerimiz      | Danışmanınız",
        "AR | *مرفوض*     | الطلب المرفوض        | تمت الموافقة",
        "TI | ምንም         | ምንም የለን            | ገና ኣይጸደቐን",
        "EN | undefined   | Part: undefined     | {undefined}"})
    void aBarredWordIsFoundAsAWord(Language language, String word, String bad, String good) {
        Map<String, String> barred = Map.of(language.tag() + " " + word, "reason");
        assertEquals(1, TranslationChecks.barredWords(file(language, "x=" + bad), barred).size());
        assertEquals(List.of(), TranslationChecks.barredWords(file(language, "x=" + good), barred));
    }

    @Test
    void aWordIsBarredInItsOwnLanguageOnly() {
        assertEquals(List.of(), TranslationChecks.barredWords(file(Language.TR, "x=je"), Map.of("nl je", "")));
        assertEquals(1, TranslationChecks.barredWords(file(Language.TR, "x=je"), Map.of("all je", "")).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Een tolk       | إلى مترجم.        | 1", "Een tolk     | إلى مترجم فوري. | 0", "Tolken | المترجم الفوري | 0",
        "De vertolking  | إلى مترجم.        | 0"})
    void aThingThatIsCalledOtherwiseThanInTheGlossaryIsFound(String dutch, String translated, int findings) {
        assertEquals(findings, TranslationChecks.otherWords(file(Language.NL, "x=" + dutch), file(Language.AR, "x=" + translated),
                Map.of("ar tolk", "مترجم فوري, المترجم الفوري", "ti tolk", "ተርጓሚ")).size());
    }

    private static MessageFile file(Language language, String content) {
        return MessageFile.of("msg", language, content);
    }
}

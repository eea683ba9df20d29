package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.opkoers.language.Language;
import nl.opkoers.language.PageLanguage;
import nl.opkoers.language.Texts;
import nl.opkoers.served.ServedMunicipalities;

/**
 * Puts in words what is sent, the Dutch beneath the person's own language. The words are the same whatever happened: who
 * looks over somebody's shoulder learns that there is a portal, and nothing of what it is for.
 */
@ApplicationScoped
class Letters {

    private final Seal seal;
    private final ServedMunicipalities served;

    Letters(Seal seal, ServedMunicipalities served) {
        this.seal = seal;
        this.served = served;
    }

    /** That something waits. @param stop the choice that a tap on the link ends */
    Letter nudge(UUID id, String address, Language language, UUID stop) {
        URI link = at(StopPage.PATH + seal.stop(stop));
        String text = String.join("\n\n", words(language, NoticeMessages::sent_text), at("/").toString(),
                words(language, NoticeMessages::sent_stop) + "\n" + link + "?" + PageLanguage.PARAMETER + "=" + language.tag());
        return new Letter(id, address, subject(language, NoticeMessages::sent_subject), text, link);
    }

    /** The code of an address that somebody typed; its id is that of the letter. */
    Letter code(UUID id, String address, Language language) {
        String code = seal.code(id);
        return new Letter(id, address, subject(language, NoticeMessages::code_subject),
                words(language, texts -> texts.code_text(code)), null);
    }

    /** To an address that was left. */
    Letter changed(UUID id, String address, Language language) {
        String text = words(language, NoticeMessages::changed_text) + "\n\n" + at("/");
        return new Letter(id, address, subject(language, NoticeMessages::changed_subject), text, null);
    }

    /** To an address to which nothing goes any more. */
    Letter stopped(UUID id, String address, Language language) {
        String text = words(language, NoticeMessages::stopped_text) + "\n\n" + at("/");
        return new Letter(id, address, subject(language, NoticeMessages::stopped_title), text, null);
    }

    private URI at(String path) {
        return URI.create(served.now().noticePortal().orElseThrow().toString().replaceAll("/+$", "") + path);
    }

    private static String subject(Language language, Function<NoticeMessages, String> text) {
        return text.apply(Texts.in(language, NoticeMessages.class));
    }

    private static String words(Language language, Function<NoticeMessages, String> text) {
        return Stream.of(language, Language.NL).distinct().map(each -> text.apply(Texts.in(each, NoticeMessages.class)))
                .collect(Collectors.joining("\n"));
    }
}

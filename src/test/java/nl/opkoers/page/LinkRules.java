package nl.opkoers.page;

import static nl.opkoers.page.ReadPage.tag;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Links lead where they say, phone numbers can be dialled, and times can be read by a machine. */
final class LinkRules implements PageInvariants.PageRule {

    /** A path from the root: a relative one breaks on the first page that lies a level deeper. */
    private static final Pattern GOOD_LINK = Pattern.compile(
            "/(?!/).*|#.*|tel:.*|mailto:.+|sms:.+|https://.+|webcals?://.+|http://(localhost|127\\.0\\.0\\.1)[:/].*");
    private static final Pattern GOOD_ACTION = Pattern.compile("|/(?!/).*|\\?.*");

    /** RFC 3966: international, or one of the Dutch numbers that exist only inside the country (112, 14 0xx, 0800). */
    private static final Pattern GOOD_PHONE = Pattern.compile(
            "tel:(\\+[1-9][0-9-]{6,18}|1[0-9]{2,5}|140[0-9]{2,3}|0[89]00-?[0-9]{4,7})");

    private static final List<Consumer<String>> TIMES = List.of(LocalDate::parse, LocalDateTime::parse,
            OffsetDateTime::parse, LocalTime::parse, YearMonth::parse, Duration::parse, Period::parse);

    @Override
    public Stream<String> faults(ReadPage page) {
        Document document = page.document();
        return Stream.of(
                document.select("a[href]").stream().filter(link -> !GOOD_LINK.matcher(link.attr("href")).matches())
                        .map(link -> "link is not an absolute path: " + tag(link)),
                document.select("form").stream().filter(form -> !GOOD_ACTION.matcher(form.attr("action")).matches())
                        .map(form -> "form leads elsewhere: " + tag(form)),
                document.select("a[target=_blank]").stream().filter(link -> !rel(link).contains("noopener"))
                        .map(link -> "target=_blank without rel=noopener: " + tag(link)),
                document.select("a[href^=tel:]").stream()
                        .filter(link -> !GOOD_PHONE.matcher(link.attr("href")).matches())
                        .map(link -> "cannot be dialled: " + tag(link)),
                document.select("time").stream().filter(time -> !isTime(time))
                        .map(time -> "not a date or time: " + tag(time) + time.text()))
                .flatMap(faults -> faults);
    }

    private static List<String> rel(Element link) {
        return List.of(link.attr("rel").split("\\s+"));
    }

    private static boolean isTime(Element time) {
        String value = time.hasAttr("datetime") ? time.attr("datetime") : time.text();
        return TIMES.stream().anyMatch(format -> parses(format, value));
    }

    private static boolean parses(Consumer<String> format, String value) {
        try {
            format.accept(value);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}

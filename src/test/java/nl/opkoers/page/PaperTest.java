package nl.opkoers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nl.opkoers.page.PrintedPage.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names on paper, in the letters in which their owners write them. */
class PaperTest {

    @ParameterizedTest
    @ValueSource(strings = {"Selam Tesfay", "Çağrı Öztürk-Ionescu", "Đặng Thị Hằng", "ሰላም ተስፋይ", "ትዕግስቲ ጐይትኦም", "ريم الأحمد",
            "عبد الرحمن السوري", "پریسا ژاله گل‌محمدی", "لالا محمّد"})
    void everyLetterOfANameIsInTheFonts(String name) {
        List<Letter> printed = PrintedPage.of(print(name)).letters();

        assertFalse(printed.isEmpty());
        assertEquals(List.of(), printed.stream().filter(letter -> letter.glyph() == 0).toList(), "no empty boxes");
        assertFalse(printed.stream().anyMatch(letter -> letter.text().contains("#")), "and nothing in place of a letter");
    }

    /** A letter in Arabic script looks otherwise at the beginning, in the middle and at the end of a word. */
    @Test
    void arabicLettersAreJoinedAndRunFromRightToLeft() {
        List<Letter> printed = PrintedPage.of(print("محمد")).letters();

        assertEquals(List.of("\uFEE3", "\uFEA4", "\uFEE4", "\uFEAA"), printed.stream()
                .sorted((one, other) -> Float.compare(other.x(), one.x())).map(Letter::text).toList());
    }

    @Test
    void lamAndAlefBecomeOneSign() {
        List<String> printed = PrintedPage.of(print("الأحمد")).letters().stream().map(Letter::text).toList();
        assertTrue(printed.stream().anyMatch(text -> text.equals("\uFEF7") || text.equals("\u0644\u0623")), printed.toString());
    }

    @Test
    void aNameBetweenDutchWordsKeepsToItsPlace() {
        List<Letter> printed = PrintedPage.of(Paper.print(page("<p>aa ريم bb</p>"))).letters();

        assertEquals("aabb", printed.stream().map(Letter::text).filter(text -> text.matches("[ab]")).collect(Collectors.joining()));
        float lastBefore = printed.get(1).x();
        float firstAfter = printed.stream().filter(letter -> letter.text().equals("b")).findFirst().orElseThrow().x();
        assertTrue(printed.stream().filter(letter -> letter.text().codePointAt(0) > 0x500)
                .allMatch(letter -> letter.x() > lastBefore && letter.x() < firstAfter));
    }

    @Test
    void whatSteersAScreenIsNotPrinted() {
        String text = PrintedPage.of(print("\u2068Selam\u2069\u0007 \u202Ex\u202C 09:00\u2060–\u206010:30\uFFFF")).text();
        assertEquals("Selam x 09:00–10:30", text.strip());
    }

    @Test
    void nothingIsFetchedFromOutside() throws IOException {
        Path secret = Files.writeString(Files.createTempFile("secret", ".css"), "p:before { content: 'fetched'; }");
        String page = page("<p>here</p>").replace("<head>", "<head><link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/>");
        assertEquals("here", PrintedPage.of(Paper.print(page)).text().strip());
    }

    private static byte[] print(String name) {
        return Paper.print(page("<p>" + name + "</p>"));
    }

    private static String page(String body) {
        return "<html><head><style>body { font-family: NotoSans, NotoSansArabic, NotoSansEthiopic; }</style></head><body>"
                + body + "</body></html>";
    }
}

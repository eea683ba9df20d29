package nl.opkoers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Selam sends a letter as PDF. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class DocumentsTest {

    private final Portal selam = Portal.signedIn("z-tigrinya", Language.TI);

    @AfterEach
    void forget() {
        Rows.clear("document");
        Rows.clear("picture");
    }

    @Test
    void whoGoesBackAndChoosesAnotherLetterSendsThatOne() {
        UUID next = UUID.randomUUID();
        assertEquals("kept=" + next, send(next, "the wrong letter"));

        String other = send(next, "the right letter");

        assertEquals(List.of("%PDF-1.7 the right letter"),
                Rows.of("select convert_from(pdf, 'UTF8') from document where id = '" + other.replace("kept=", "") + "'"));
        assertEquals(other, send(next, "the right letter"), "that one twice is one as well");
        assertEquals("kept=" + next, send(next, "the wrong letter"), "and the first is still there");
        assertEquals(List.of("2"), Rows.of("select count(*) from document"));
    }

    @Test
    void aLetterThatNobodyCanCheckNowIsNotSaidToBeUnreadable() {
        QuarkusMock.installMockForType(new NoFileCheck() {
            @Override
            public boolean harmless(byte[] bytes) {
                throw new IllegalStateException("the scanner is away");
            }
        }, NoFileCheck.class);

        assertEquals(List.of("note=?", "kept=null", "refusal=null", "wrong=BUSY"), answer(UUID.randomUUID(), "of the tax office"));
        assertEquals(List.of("0"), Rows.of("select count(*) from document"));
    }

    @Test
    void aLetterThatIsRefusedTakesNothingAwayThatWasThere() {
        UUID photo = UUID.randomUUID();
        UUID letter = UUID.randomUUID();
        assertEquals("kept=" + photo, answer(Map.of("photo-next", photo.toString()), Camera.jpeg(40, 30)).get(1));
        assertEquals("kept=" + letter, send(letter, "of the tax office"));
        QuarkusMock.installMockForType(new NoFileCheck() {
            @Override
            public boolean harmless(byte[] bytes) {
                return false;
            }
        }, NoFileCheck.class);

        for (UUID kept : List.of(photo, letter)) {
            Map<String, String> before = Map.of("photo-kept", kept.toString(), "photo-next", UUID.randomUUID().toString());
            assertEquals(List.of("note=?", "kept=" + kept, "refusal=null", "wrong=HARMFUL"), answer(before, pdf("another")));
            assertEquals("kept=" + kept, answer(before, Camera.jpeg(20, 20)).get(1));
            assertEquals("kept=null", answer(Map.of("photo-kept", kept.toString(), "photo-without", "yes"), pdf("another")).get(1),
                    "unless it is not wanted any more");
        }
    }

    /** Which document there is in the form after it. */
    private String send(UUID next, String letter) {
        return answer(next, letter).get(1);
    }

    private List<String> answer(UUID next, String letter) {
        return answer(Map.of("photo-next", next.toString()), pdf(letter));
    }

    private List<String> answer(Map<String, String> typed, byte[] file) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("csrf-token", selam.get("/translation").document().selectFirst("[name=csrf-token]").attr("value"));
        fields.put("note", "?");
        return selam.postWithFile("/hours/try/letter", fields, "photo", "brief.pdf", file).body().lines().toList();
    }

    private static byte[] pdf(String letter) {
        return ("%PDF-1.7 " + letter).getBytes(StandardCharsets.UTF_8);
    }
}

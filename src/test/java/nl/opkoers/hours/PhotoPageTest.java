package nl.opkoers.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.opkoers.Answer;
import nl.opkoers.Portal;
import nl.opkoers.Rows;
import nl.opkoers.TestClock;
import nl.opkoers.demo.DemoWorldResource;
import nl.opkoers.file.FileMessages;
import nl.opkoers.file.Refusal;
import nl.opkoers.language.Language;
import nl.opkoers.language.Texts;
import nl.opkoers.page.PageInvariants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Selam adds a photo to her hours. Whatever she picks, nothing that she filled in is lost. */
@QuarkusTest
@QuarkusTestResource(DemoWorldResource.class)
class PhotoPageTest {

    private static final String NOTE = "ብርሃን & <b>soep</b>";

    private final Portal selam = Portal.signedIn("z-tigrinya", Language.TI);

    @AfterEach
    void nothingIsLeft() {
        Stream.of("picture", "kept_form", "hour_entry", "hour_act", "hour_told", "outbox").forEach(Rows::clear);
    }

    @Test
    void thePhotoIsShownWithTheHours() throws IOException {
        Answer sent = send(jpeg());

        assertEquals(303, sent.status(), sent.body());
        String id = Rows.of("select id from picture").get(0);
        String entry = Rows.of("select id from hour_entry order by logged_at desc limit 1").get(0);
        Answer page = selam.get("/hours/" + entry);
        assertEquals(1, page.document().select("img[src=/hours/photo/" + id + "]").size());
        Answer change = selam.get("/hours/" + entry + "/change");
        assertEquals(id, change.document().select("input[name=photo-kept]").val());
        PageInvariants.check(change.body(), Language.TI, change.path());
    }

    @Test
    void aDisguisedFileIsRefusedBesideWhatWasFilledIn() {
        Answer refused = send("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

        assertEquals(400, refused.status());
        showsAgain(refused, Refusal.NO_PICTURE);
        assertEquals("0", Rows.of("select count(*) from picture").get(0));
        assertEquals("0", Rows.of("select count(*) from hour_act where act::text like '%soep%'").get(0), "nothing was sent without her photo");
    }

    @Test
    void aFilmOfFortyMegabytesIsRefusedBesideWhatWasFilledIn() {
        Answer sent = send(new byte[40 << 20]);

        assertEquals(303, sent.status());
        showsAgain(selam.follow(sent), Refusal.TOO_LARGE);
    }

    @Test
    void aPhotoThatIsKeptIsNotAskedForAgainWhenSomethingElseIsWrong() throws IOException {
        Map<String, String> form = form();
        form.remove("activity");
        Answer again = selam.postWithFile("/hours", form, "photo", "keuken.jpg", jpeg());

        assertEquals(400, again.status());
        String id = Rows.of("select id from picture").get(0);
        assertEquals(id, again.document().select("input[name=photo-kept]").val());
        Map<String, String> mended = form();
        mended.put("photo-kept", id);
        assertEquals(303, selam.postWithFile("/hours", mended, "photo", "", new byte[0]).status());
        assertTrue(Rows.of("select act::text from hour_act order by at desc limit 1").get(0).contains(id));
        mended.put("photo-without", "yes");
        mended.put("id", UUID.randomUUID().toString());
        assertEquals(303, selam.postWithFile("/hours", mended, "photo", "", new byte[0]).status());
        assertEquals("1", Rows.of("select count(*) from hour_act where act::text like '%" + id + "%'").get(0));
    }

    private static void showsAgain(Answer form, Refusal why) {
        assertEquals(NOTE, form.document().select("textarea[name=note]").val());
        assertEquals(1, form.document().select("input[name=activity][value=VOLUNTEERING][checked]").size());
        assertEquals(Texts.in(Language.TI, FileMessages.class).refusal(why), form.document().select("#photo-wrong").text());
        assertEquals("photo-about photo-wrong", form.document().select("#photo").attr("aria-describedby"));
        PageInvariants.check(form.body(), Language.TI, form.path());
    }

    private Answer send(byte[] file) {
        return selam.postWithFile("/hours", form(), "photo", "keuken.jpg", file);
    }

    private Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        selam.get("/hours/new").document().select("form[action=/hours] input[type=hidden]")
                .forEach(field -> form.put(field.attr("name"), field.attr("value")));
        form.putAll(Map.of("activity", "VOLUNTEERING", "when", TestClock.today().toString(), "length", "60",
                "kind", "PARTICIPATION", "note", NOTE));
        return form;
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpeg", file);
        return file.toByteArray();
    }
}

package nl.opkoers.doors;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.opkoers.Portal;
import nl.opkoers.TestClock;
import nl.opkoers.notice.NoticeLinks;

/** For each route that takes a form one that does something, as it is filled in by who it is for. */
final class Forms {

    /**
     * What is answered with a page, only ends a session, says that something was seen whose page has been read already, or makes what
     * there is already: Kofi has an address for his calendar, and keeps that.
     */
    static final Set<String> CHANGE_NOTHING = Set.of("POST /coach/participants", "POST /sign-out", "POST /calendar/make",
            "POST /my-data/download", "POST /my-data/forget/check", "POST /messages/{id}/seen/live",
            "POST /coach/conversations/{participant}/{id}/seen/live");

    /** Nobody translates here, and so nobody can ask for it. */
    static final Set<String> SWITCHED_OFF = Set.of("POST /messages/{id}/translate/{turn}",
            "POST /coach/conversations/{participant}/{id}/translate/{turn}");

    /**
     * @param page  where the form is; {@code null} when all that it sends is typed here
     * @param typed what is filled in
     */
    private record Form(String page, Map<String, String> typed) {
    }

    private static final Map<String, Function<Kofi, Form>> FORMS = Map.ofEntries(
            entry("POST /agenda/{id}/{action}", kofi -> new Form("/agenda/" + kofi.thing("item"), Map.of("reason", "WORK", "note", Kofi.WORD))),
            entry("POST /agenda/{id}/seen", kofi -> typed(Map.of("version", "1"))),
            entry("POST /agenda/talk", kofi -> new Form("/agenda/talk", Map.of("language", "en"))),
            entry("POST /agenda/work", kofi -> new Form("/agenda/work/" + kofi.thing("work"), Map.of("from1", "08:00", "to1", "10:00"))),
            entry("POST /agenda/work/{id}/remove", kofi -> typed(Map.of())),
            entry("POST /agenda/work/{id}/back", kofi -> typed(Map.of())),
            entry("POST /calendar/make", kofi -> typed(Map.of())),
            entry("POST /calendar/renew", kofi -> typed(Map.of())),
            entry("POST /calendar/revoke", kofi -> typed(Map.of())),
            entry("POST /hours", kofi -> new Form("/hours/" + kofi.thing("entry") + "/change", Map.of("length", "120"))),
            entry("POST /hours/week", kofi -> typed(Map.of("row0", "yes", "id0", UUID.randomUUID().toString(), "like0", kofi.thing("entry"),
                    "day0", TestClock.today().toString()))),
            entry("POST /hours/{id}/answer", kofi -> new Form("/hours/" + kofi.thing("asked"), Map.of("note", "With Els"))),
            entry("POST /hours/{id}/withdraw", kofi -> new Form("/hours/" + kofi.thing("entry"), Map.of())),
            entry("POST /messages/{id}", kofi -> new Form("/messages/" + kofi.thing("conversation"), Map.of("text", "Hello?"))),
            entry("POST /messages/{id}/unclear", kofi -> typed(Map.of("turn", kofi.thing("turn")))),
            entry("POST /messages/{id}/seen/live", kofi -> typed(Map.of("position", "3"))),
            entry("POST /messages/{id}/translate/{turn}", kofi -> typed(Map.of())),
            entry("POST /help/ask", kofi -> new Form("/help/ask?topic=letter", Map.of("words", "Hello?", "photo-kept", kofi.thing("file")))),
            entry("POST /help/choose-school", kofi -> new Form("/help/choose-school", Map.of("language", "en"))),
            entry("POST /people/preference", kofi -> typed(Map.of("frequency", "ONLY_WHEN_I_ASK", "way", "OFFICE"))),
            entry("POST /schools/shortlist", kofi -> typed(Map.of("course", "C-1001-1"))),
            entry("POST /schools/shortlist/remove", kofi -> typed(Map.of("course", Kofi.COURSE))),
            entry("POST /schools/{course}/wrong", kofi -> new Form("/schools/" + Kofi.COURSE + "/wrong", Map.of("kind", "PRICE", "note", "€ 15"))),
            entry("POST /schools/places/{place}/wrong", kofi -> new Form("/schools/places/P-101/wrong", Map.of("kind", "GONE"))),
            entry("POST /costs/saved", kofi -> new Form("/costs/calculate?hours=400", Map.of("hours", "400", "trip", "4", "lesson", "3",
                    "material", "150", "retakes", "1", "exams", "5", "months", "24"))),
            entry("POST /costs/saved/{id}/remove", kofi -> typed(Map.of())),
            entry("POST /costs/saved/{id}/talk", kofi -> new Form("/costs/saved/" + kofi.thing("calculation") + "/talk", Map.of("language", "en"))),
            entry("POST /translation", kofi -> new Form("/translation", Map.of("words", "This is wrong"))),
            entry("POST /sign-out", kofi -> typed(Map.of())),
            entry("POST /my-data/notices/address", kofi -> typed(Map.of("channel", "SMS", "sms", "06 12345678"))),
            entry("POST /my-data/notices/code", kofi -> typed(Map.of("code", NoticeLinks.code()))),
            entry("POST /my-data/notices/push", kofi -> typed(Map.of("address", NoticeLinks.browser("another")))),
            entry("POST /my-data/notices/how", kofi -> typed(Map.of("language", "tr", "from", "20:00", "until", "09:00"))),
            entry("POST /my-data/notices/stop", kofi -> typed(Map.of())),
            entry("POST /my-data/download", kofi -> typed(Map.of())),
            entry("POST /my-data/wrong", kofi -> new Form("/my-data/wrong", Map.of("about", "NAME", "says", "Koffi", "should", "Kofi"))),
            entry("POST /my-data/forget/check", kofi -> typed(Map.of("kind", "WORK"))),
            entry("POST /my-data/forget/now", kofi -> typed(Map.of("kind", "WORK"))),
            entry("POST /notices/stop/{token}", kofi -> typed(Map.of())),
            entry("POST /coach/participants", kofi -> typed(Map.of("name", "Kofi"))),
            entry("POST /coach/participants/{participant}/note", kofi -> new Form("/coach/participants/" + kofi.id, Map.of("note", "Anders"))),
            entry("POST /coach/leave", kofi -> new Form("/coach/leave", Map.of("since", TestClock.today().plusDays(30).toString(),
                    "until", TestClock.today().plusDays(31).toString(), "substitute", Kofi.FEMKE))),
            entry("POST /coach/leave/{id}/end", kofi -> typed(Map.of())),
            entry("POST /coach/hand-over", kofi -> new Form("/coach/hand-over", Map.of("to", Kofi.FEMKE))),
            entry("POST /coach/hand-over/{participant}/{id}", kofi -> new Form("/coach/hand-over/" + kofi.id + "/" + kofi.thing("conversation"),
                    Map.of("to", Kofi.FEMKE))),
            entry("POST /coach/hours/{participant}/accept", kofi -> new Form("/coach/hours/" + kofi.id, Map.of())),
            entry("POST /coach/hours/{participant}/{entry}/judge", kofi -> new Form("/coach/hours/" + kofi.id + "/" + kofi.thing("entry"),
                    Map.of("decision", "refuse", "reason", "WHO"))),
            entry("POST /coach/hours/{participant}/{entry}/undo", kofi -> new Form("/coach/hours/" + kofi.id + "/" + kofi.thing("accepted"), Map.of())),
            entry("POST /coach/hours/{participant}/{entry}/still", kofi -> new Form("/coach/hours/" + kofi.id + "/" + kofi.thing("counted"),
                    Map.of("decision", "settle"))),
            entry("POST /coach/conversations/{participant}/write", kofi -> new Form("/coach/conversations/" + kofi.id + "/write",
                    Map.of("topic", "LETTER", "text", "Hallo", "how", "ANSWER"))),
            entry("POST /coach/conversations/{participant}/{id}", kofi -> new Form(conversation(kofi), Map.of("text", "Hallo", "how", "ANSWER"))),
            entry("POST /coach/conversations/{participant}/{id}/{act}", kofi -> new Form(conversation(kofi),
                    Map.of("on", TestClock.today().plusDays(9).toString(), "note", "Bellen"))),
            entry("POST /coach/conversations/{participant}/{id}/forget", kofi -> typed(Map.of())),
            entry("POST /coach/conversations/{participant}/{id}/seen/live", kofi -> typed(Map.of("position", "3"))),
            entry("POST /coach/conversations/{participant}/{id}/translate/{turn}", kofi -> typed(Map.of())));

    private final Kofi kofi;

    Forms(Kofi kofi) {
        this.kofi = kofi;
    }

    /**
     * The fields, but for the token that guards them.
     *
     * @param owner who finds the form on its page
     * @throws AssertionError when it is not known what to fill in
     */
    Map<String, String> of(Route route, String address, Portal owner) {
        Function<Kofi, Form> known = FORMS.get(route.toString());
        if (known == null) {
            throw new AssertionError(route + ": no form is known that does something there");
        }
        Form form = known.apply(kofi);
        return form.page() == null ? form.typed() : Kofi.fields(owner, form.page(), address, form.typed());
    }

    private static Form typed(Map<String, String> fields) {
        return new Form(null, fields);
    }

    private static String conversation(Kofi kofi) {
        return "/coach/conversations/" + kofi.id + "/" + kofi.thing("conversation");
    }
}

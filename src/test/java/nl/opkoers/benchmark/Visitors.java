package nl.opkoers.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import nl.opkoers.identity.TestSessions;
import nl.opkoers.language.Dates;

/**
 * Some of the population who are signed in, each with a session of their own, and what they do: as often as people do it. Everybody
 * reads their own language, and finds on every page who their own contact is.
 */
final class Visitors {

    /** What a browser sends back; it only has to be the same twice. */
    private static final String FORM_TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final List<String> LANGUAGES = List.of("ar", "ti", "tr", "en", "nl");
    private static final int STEP = Population.EVERY_TALKING * Population.EVERY_LOGGING;

    private final Random chance = new Random(9);
    private final List<Visitor> all;
    private final List<Visitor> talking;
    private final List<Visitor> logging;

    private record Visitor(int number, String cookie) {

        Asking reads(String what, String path) {
            return new Asking(what, path, cookie, language(), null, Population.contact(number));
        }

        Asking sends(String what, String path, String form) {
            return new Asking(what, path, cookie + "; csrf=" + FORM_TOKEN, language(), "csrf-token=" + FORM_TOKEN + "&" + form, null);
        }

        private String language() {
            return LANGUAGES.get(number / STEP % LANGUAGES.size());
        }
    }

    /**
     * @param secret  of the portal's sessions
     * @param people  how many there are in all
     * @param signedIn how many of them are here; they are spread over all
     */
    Visitors(String secret, int people, int signedIn) {
        all = chance.ints(1, people + 1).distinct().limit(Math.min(signedIn, people))
                .mapToObj(number -> new Visitor(number, TestSessions.cookie(secret, Population.MUNICIPALITY, Population.id(number)))).toList();
        talking = all.stream().filter(each -> each.number() % Population.EVERY_TALKING == 0).toList();
        logging = all.stream().filter(each -> each.number() % Population.EVERY_LOGGING == 0).toList();
    }

    /** One page, each time for somebody else. */
    Supplier<Asking> reading(String what, String path) {
        return () -> any(path.equals("/hours") ? logging : all).reads(what, path);
    }

    /** A conversation, each time of somebody else. */
    Asking conversation() {
        Visitor visitor = any(talking);
        return visitor.reads("Conversation", address(visitor));
    }

    /** What somebody does: 70 in 100 read Home or their agenda, 15 are about messages and 10 about hours. */
    Asking anything() {
        int of = chance.nextInt(100);
        if (of < 45) {
            return any(all).reads("Home", "/");
        }
        if (of < 70) {
            return any(all).reads("Agenda", "/agenda");
        }
        if (of < 85) {
            return message(of - 70);
        }
        return of < 95 ? hours(of - 85) : rest(of - 95);
    }

    private Asking message(int of) {
        Visitor visitor = any(talking);
        if (of < 8) {
            return visitor.reads("Messages", "/messages");
        }
        return of < 13 ? visitor.reads("Conversation", address(visitor))
                : visitor.sends("Saying something", address(visitor), "id=" + UUID.randomUUID() + "&text=Wat+staat+er+in+deze+brief%3F");
    }

    private Asking hours(int of) {
        Visitor visitor = any(logging);
        return of < 8 ? visitor.reads("My hours", "/hours")
                : visitor.sends("Logging hours", "/hours", "id=" + UUID.randomUUID() + "&kind=VOLUNTARY&activity=SPORT&when="
                        + LocalDate.now(Dates.AMSTERDAM).minusDays(1) + "&length=60&sure=LONGDAY,EVERYDAY,AFTERTERM");
    }

    private Asking rest(int of) {
        return of < 2 ? any(all).reads("My plan", "/plan") : of < 4 ? any(all).reads("Who helps me", "/people") : any(all).reads("Help", "/help");
    }

    private String address(Visitor visitor) {
        return "/messages/" + Population.talk(visitor.number(), 1 + chance.nextInt(Population.TALKS_OF_ONE));
    }

    private Visitor any(List<Visitor> some) {
        return some.get(chance.nextInt(some.size()));
    }
}

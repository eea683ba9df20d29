package nl.opkoers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a template says is what the bundle says, in each language, for every message of the house. */
@QuarkusTest
class QuickMessagesTest {

    private static final String AWKWARD = "$1 \\ {n} <b>\u2068ኣ\u2069 %s";

    @Inject
    Engine engine;

    @ParameterizedTest
    @EnumSource(Language.class)
    void templatesSayWhatTheBundleSays(Language language) throws Exception {
        int compared = 0;
        for (MessageInterface bundle : MessageInterface.all()) {
            for (Method message : bundle.type().getMethods()) {
                for (Object[] values : samples(message)) {
                    Object said = message.invoke(Texts.in(language, bundle.type()), values);
                    assertEquals(said, inTemplate(language, bundle, message, values), bundle.bundle() + ":" + message.getName());
                    assertEquals(said, inTemplate(language, bundle, message, values), "when it is known");
                    compared++;
                }
            }
        }
        assertTrue(compared > 2_000, "all messages are compared, not " + compared);
    }

    /** Without this the test above would hold as well if everything were left to the bundle. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void onlyWhatChoosesByMoreThanOneConstantIsLeftToTheBundle(Language language) {
        for (MessageInterface bundle : MessageInterface.all()) {
            for (Method message : bundle.type().getMethods()) {
                QuickMessage quick = QuickMessage.of(message, Texts.in(language, bundle.type()));
                Class<?>[] types = message.getParameterTypes();
                boolean simple = types.length == 1 && types[0].isEnum() || Stream.of(types).allMatch(String.class::equals);
                assertEquals(!simple, quick instanceof QuickMessage.Left, message.toString());
            }
        }
    }

    @Test
    void aValueIsPutWhereTheLanguageHasIt() throws Exception {
        Method message = Messages.class.getMethod("source_line", String.class, String.class);
        QuickMessage quick = QuickMessage.of(message, Texts.in(Language.TI, Messages.class));
        assertEquals(2, assertInstanceOf(QuickMessage.Filled.class, quick).gaps().length);
    }

    /** Nothing and a wrong kind of value are told as the engine tells them. */
    @Test
    void aValueThatIsMissingIsAnErrorAsBefore() {
        TemplateInstance page = engine.parse("{msg:source_line(school, date)}").data("school", "ROC");
        assertThrows(TemplateException.class, page::render);
    }

    private String inTemplate(Language language, MessageInterface bundle, Method message, Object[] values) {
        String names = IntStream.range(0, values.length).mapToObj(n -> "v" + n).collect(Collectors.joining(", ", "(", ")"));
        TemplateInstance page = engine.parse("{" + bundle.bundle() + ":" + message.getName() + (values.length == 0 ? "" : names) + "}")
                .instance().setLocale(language.tag());
        IntStream.range(0, values.length).forEach(n -> page.data("v" + n, values[n]));
        return page.render();
    }

    private static List<Object[]> samples(Method message) {
        return IntStream.range(0, 12).mapToObj(round -> sample(message, round)).filter(values -> values != null).toList();
    }

    /** Each constant once, some numbers, and one text for each gap. {@code null} when this round has nothing new. */
    private static Object[] sample(Method message, int round) {
        Class<?>[] types = message.getParameterTypes();
        boolean varies = Stream.of(types).anyMatch(type -> type != String.class);
        if (round > 0 && !varies) {
            return null;
        }
        Object[] values = IntStream.range(0, types.length).mapToObj(n -> value(types[n], n, round)).toArray();
        return values.length > 0 && Stream.of(values).anyMatch(value -> value == null) ? null : values;
    }

    private static Object value(Class<?> type, int place, int round) {
        if (type.isEnum()) {
            return round < type.getEnumConstants().length ? type.getEnumConstants()[round] : null;
        }
        return type == String.class ? AWKWARD + place : type == long.class ? (Object) (long) round : (Object) round;
    }
}

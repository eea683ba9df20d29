package nl.opkoers.language;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Results;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One message in one language, as the bundle said it when it was first asked. */
sealed interface QuickMessage {

    /** What a message of this kind says, or not found when the bundle has to say it. */
    CompletionStage<Object> say(EvalContext context);

    /**
     * @param message a method of the bundle
     * @param bundle  the bundle in the language
     */
    static QuickMessage of(Method message, Object bundle) {
        Class<?>[] types = message.getParameterTypes();
        if (types.length == 0) {
            return new Fixed(CompletedStage.of(told(message, bundle)));
        }
        if (types.length == 1 && types[0].isEnum()) {
            return new OfConstant(message, bundle, types[0], new ConcurrentHashMap<>());
        }
        return Stream.of(types).allMatch(String.class::equals) ? Filled.of(message, bundle) : new Left();
    }

    /** Without a value. */
    record Fixed(CompletionStage<Object> text) implements QuickMessage {
        @Override
        public CompletionStage<Object> say(EvalContext context) {
            return context.getParams().isEmpty() ? text : Results.notFound(context);
        }
    }

    /** Another for each constant. */
    record OfConstant(Method message, Object bundle, Class<?> type, Map<Object, CompletionStage<Object>> texts)
            implements QuickMessage {
        @Override
        public CompletionStage<Object> say(EvalContext context) {
            Object constant = context.getParams().size() == 1 ? value(context, context.getParams().get(0)) : null;
            if (!type.isInstance(constant)) {
                return Results.notFound(context);
            }
            return texts.computeIfAbsent(constant, chosen -> CompletedStage.of(told(message, bundle, chosen)));
        }
    }

    /** With texts put in at its gaps. Which gap is for which value was seen by putting in marks. */
    record Filled(List<String> pieces, int[] gaps, int values) implements QuickMessage {

        /** A character of no script, which no text has. */
        private static final char MARK = '\uE000';

        static Filled of(Method message, Object bundle) {
            int values = message.getParameterCount();
            Object[] marks = IntStream.range(0, values).mapToObj(n -> String.valueOf((char) (MARK + n))).toArray();
            String marked = told(message, bundle, marks);
            int[] gaps = marked.chars().filter(c -> c >= MARK && c < MARK + values).map(c -> c - MARK).toArray();
            return new Filled(List.of(marked.split("[" + MARK + "-" + (char) (MARK + values - 1) + "]", -1)), gaps, values);
        }

        @Override
        public CompletionStage<Object> say(EvalContext context) {
            if (context.getParams().size() != values) {
                return Results.notFound(context);
            }
            String[] given = new String[values];
            for (int n = 0; n < values; n++) {
                if (!(value(context, context.getParams().get(n)) instanceof String text)) {
                    return Results.notFound(context);
                }
                given[n] = text;
            }
            return CompletedStage.of(filled(given));
        }

        private String filled(String[] given) {
            StringBuilder said = new StringBuilder(pieces.get(0));
            for (int n = 0; n < gaps.length; n++) {
                said.append(given[gaps[n]]).append(pieces.get(n + 1));
            }
            return said.toString();
        }
    }

    /** One that counts, and so chooses its form. */
    record Left() implements QuickMessage {
        @Override
        public CompletionStage<Object> say(EvalContext context) {
            return Results.notFound(context);
        }
    }

    /** {@code null} for what is not known at once or cannot be: the bundle waits for it, or says what is wrong with it. */
    private static Object value(EvalContext context, Expression expression) {
        CompletionStage<Object> value = context.evaluate(expression);
        if (value instanceof CompletedStage<Object> known) {
            return known.isFailure() ? null : known.get();
        }
        CompletableFuture<Object> coming = value.toCompletableFuture();
        return coming.isDone() && !coming.isCompletedExceptionally() ? coming.join() : null;
    }

    private static String told(Method message, Object bundle, Object... values) {
        try {
            return (String) message.invoke(bundle, values);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(message.getName(), e);
        }
    }
}

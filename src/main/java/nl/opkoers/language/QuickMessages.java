package nl.opkoers.language;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.qute.runtime.MessageBundleRecorder.BundleContext;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says the messages of the bundles in templates, each from where it was found before. By itself the engine compares the name of a
 * message with those of the whole bundle, one after the other, and fills in a template of its own for each with a value in it: a
 * quarter of the time of a page. What it says is what the bundle says; what is not as simple as that is left to the bundle.
 */
class QuickMessages {

    void register(@Observes EngineBuilder engine, BundleContext bundles) {
        engine.addLocator(new MessageTemplates(bundles.getMessageTemplates()));
        bundles.getBundleInterfaces().forEach((namespace, byLocale) ->
                engine.addNamespaceResolver(new OfBundle(namespace, byLocale.get(MessageBundles.DEFAULT_LOCALE))));
    }

    private static final class OfBundle implements NamespaceResolver {

        /** Before the bundle itself, which has 1, and after the words of a municipality. */
        private static final int PRIORITY = 10;

        private final String namespace;
        private final Class<?> bundle;
        private final Map<String, Method> methods;
        private final Map<Language, Map<String, QuickMessage>> found = new EnumMap<>(Language.class);

        OfBundle(String namespace, Class<?> bundle) {
            this.namespace = namespace;
            this.bundle = bundle;
            this.methods = Stream.of(bundle.getMethods()).collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));
            Stream.of(Language.values()).forEach(language -> found.put(language, new ConcurrentHashMap<>()));
        }

        @Override
        public String getNamespace() {
            return namespace;
        }

        @Override
        public int getPriority() {
            return PRIORITY;
        }

        /** Not found is what the bundle then says. */
        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            Method method = methods.get(context.getName());
            if (method == null) {
                return Results.notFound(context);
            }
            Language language = TemplateLanguage.of(context);
            return found.get(language)
                    .computeIfAbsent(context.getName(), name -> QuickMessage.of(method, Texts.in(language, bundle)))
                    .say(context);
        }
    }
}

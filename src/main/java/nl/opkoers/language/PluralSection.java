package nl.opkoers.language;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Chooses the sentence that fits a number, in the message files:
 *
 * <pre>{@code
 * messages_new={#plural n}{#none}Geen nieuwe berichten{#one}{n} nieuw bericht{#other}{n} nieuwe berichten{/plural}
 * }</pre>
 *
 * <p>A message has one branch for each category its language needs ({@link Language#pluralCategories()}), each a whole
 * sentence, and may have {@code {#none}} for exactly 0. Text before the first branch is not shown. The language is that
 * of the message file, which the bundle passes on as locale. The number may be of any numeric type.
 *
 * @see <a href="https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules">CLDR plural rules</a>
 */
final class PluralSection implements SectionHelper {
    private static final String NAME = "plural";
    private static final String NUMBER = "number";
    private static final String NONE = "none";

    private final Expression number;
    private final Map<String, SectionBlock> branches;

    private PluralSection(Expression number, Map<String, SectionBlock> branches) {
        this.number = number;
        this.branches = branches;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        Language language = TemplateLanguage.of(context.resolutionContext().getAttribute(TemplateInstance.LOCALE));
        return context.evaluate(number).thenCompose(value ->
                context.execute(branchFor(value, language), context.resolutionContext()));
    }

    private SectionBlock branchFor(Object value, Language language) {
        if (!(value instanceof Number counted)) {
            throw new TemplateException(number.getOrigin(), "{#plural} counts with a number, not with " + value);
        }
        if (counted.doubleValue() == 0 && branches.containsKey(NONE)) {
            return branches.get(NONE);
        }
        String keyword = language.pluralOf(counted.doubleValue()).keyword();
        SectionBlock branch = branches.get(keyword);
        if (branch == null) {
            throw new TemplateException(number.getOrigin(), "{#plural} lacks {#" + keyword + "} for " + language);
        }
        return branch;
    }

    /** Makes the section known to the engine, at build time too. */
    @EngineConfiguration
    public static final class Factory implements SectionHelperFactory<PluralSection> {
        @Override
        public List<String> getDefaultAliases() {
            return List.of(NAME);
        }

        @Override
        public ParametersInfo getParameters() {
            return ParametersInfo.builder().addParameter(NUMBER).build();
        }

        @Override
        public List<String> getBlockLabels() {
            return Stream.concat(Stream.of(NONE), Arrays.stream(PluralCategory.values()).map(PluralCategory::keyword))
                    .toList();
        }

        @Override
        public Scope initializeBlock(Scope outerScope, BlockInfo block) {
            if (block.isMainBlock()) {
                block.addExpression(NUMBER, block.getParameter(NUMBER));
            }
            return outerScope;
        }

        @Override
        public PluralSection initialize(SectionInitContext context) {
            Map<String, SectionBlock> branches = new HashMap<>();
            for (SectionBlock block : context.getBlocks()) {
                if (!block.label.equals(MAIN_BLOCK_NAME)) {
                    branches.put(block.label, block);
                }
            }
            return new PluralSection(context.getExpression(NUMBER), Map.copyOf(branches));
        }
    }
}

package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shipped law file")
class LawFileTest {

    private final LawBook book = LawBook.standard();

    @Test
    @DisplayName("answers every key the code knows, and no other")
    void keysAndFileMatch() {
        Set<String> inFile = shipped().facts().stream().map(FactFile.Entry::key).collect(Collectors.toSet());
        Set<String> inCode = Stream.of(RuleKey.values()).map(RuleKey::code).collect(Collectors.toSet());
        assertEquals(inCode, inFile);
        assertEquals(EnumSet.allOf(RuleKey.class), book.facts().map(Fact::key).collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("names a source for every fact")
    void everyFactHasASource() {
        book.facts().forEach(fact -> assertFalse(fact.source().isBlank(), fact.key().code()));
    }

    @Test
    @DisplayName("claims no check of a source later than its own review, nor a review later than the day it was shipped")
    void checksPrecedeTheReview() {
        LocalDate reviewedOn = LocalDate.parse(shipped().reviewedOn());
        assertFalse(reviewedOn.isAfter(LocalDate.of(2026, 11, 21)));
        book.facts().forEach(fact -> assertFalse(fact.checkedOn().isAfter(reviewedOn), fact.key().code()));
    }

    @Test
    @DisplayName("calls its own choices its own, and nothing else")
    void portalChoicesAreMarked() {
        book.facts().forEach(fact ->
            assertEquals(fact.kind() == FactKind.PORTAL_CHOICE, fact.source().equals("Op Koers"), fact.key().code()));
    }

    @Test
    @DisplayName("marks what was read second-hand")
    void hearsayIsMarked() {
        book.facts().filter(fact -> fact.source().contains("xplanatory site"))
            .forEach(fact -> assertTrue(fact.secondHand(), fact.key().code()));
    }

    @Test
    @DisplayName("gives every fact the shelf life of its kind")
    void everyFactAgesByItsKind() {
        book.facts().forEach(fact -> assertEquals(fact.kind() == FactKind.PORTAL_CHOICE, fact.freshUntil().isEmpty(), fact.key().code()));
    }

    @Test
    @DisplayName("has a value that fits its unit")
    void valuesFitTheirUnits() {
        book.facts().forEach(fact -> assertTrue(fits(fact), fact.toString()));
    }

    private static boolean fits(Fact fact) {
        switch (fact.unit()) {
            case CODE: return !(fact.value() instanceof FactValue.Amount);
            case DATE: return fact.word().equals(LocalDate.parse(fact.word()).toString());
            default: return fact.amount().signum() > 0;
        }
    }

    private static FactFile shipped() {
        try (InputStream file = LawBook.class.getResourceAsStream("/law/2026.json")) {
            return FactFile.parse(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

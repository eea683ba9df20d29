package nl.opkoers.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shipped law files")
class LawFileTest {

    private final LawBook book = LawBook.standard();

    @Test
    @DisplayName("answer every key the code knows, or say that nobody knows, and no other")
    void keysAndFileMatch() {
        Set<String> inFiles = shipped()
            .flatMap(file -> Stream.concat(file.facts().stream().map(FactFile.Entry::key), unanswered(file)))
            .collect(Collectors.toSet());
        Set<String> inCode = Stream.of(RuleKey.values()).map(RuleKey::code).collect(Collectors.toSet());
        assertEquals(inCode, inFiles);
        assertEquals(inCode, Stream.concat(book.facts().map(fact -> fact.key().code()), shipped().flatMap(LawFileTest::unanswered))
            .collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("call nothing unanswered that the same file answers, and say what was tried")
    void unansweredIsUnknown() {
        shipped().forEach(file -> file.unanswered().forEach(open -> {
            assertFalse(open.note().isBlank(), open.key());
            assertTrue(file.facts().stream().noneMatch(fact -> fact.key().equals(open.key())), open.key());
        }));
    }

    @Test
    @DisplayName("name a source for every fact")
    void everyFactHasASource() {
        book.facts().forEach(fact -> assertFalse(fact.source().isBlank(), fact.key().code()));
    }

    @Test
    @DisplayName("claim no check of a source later than their own review, and no review that has yet to come")
    void checksPrecedeTheReview() {
        shipped().forEach(file -> {
            LocalDate reviewedOn = LocalDate.parse(file.reviewedOn());
            assertFalse(reviewedOn.isAfter(LocalDate.now(ZoneId.of("Europe/Amsterdam"))), "review of " + file.year());
            file.facts().forEach(fact ->
                assertFalse(LocalDate.parse(fact.checkedOn()).isAfter(reviewedOn), fact.key() + " of " + file.year()));
        });
    }

    @Test
    @DisplayName("are each for the year they are named after")
    void yearsMatchNames() {
        assertEquals(LawBook.FILES, shipped().map(file -> "/law/" + file.year() + ".json").toList());
    }

    @Test
    @DisplayName("never state a rule for an unknown group: unknown is an answer, not a case")
    void noRuleForTheUnknown() {
        book.facts().forEach(fact ->
            assertFalse(fact.appliesTo().groups().contains(ParticipantGroup.UNKNOWN), fact.key().code()));
    }

    @Test
    @DisplayName("call the portal's own choices its own, and nothing else")
    void portalChoicesAreMarked() {
        book.facts().forEach(fact ->
            assertEquals(fact.kind() == FactKind.PORTAL_CHOICE, fact.source().equals("Op Koers"), fact.key().code()));
    }

    @Test
    @DisplayName("mark what was read second-hand")
    void hearsayIsMarked() {
        book.facts().filter(fact -> fact.source().contains("xplanatory site"))
            .forEach(fact -> assertTrue(fact.secondHand(), fact.key().code()));
    }

    @Test
    @DisplayName("give every fact the shelf life of its kind")
    void everyFactAgesByItsKind() {
        book.facts().forEach(fact -> assertEquals(fact.kind() == FactKind.PORTAL_CHOICE, fact.freshUntil().isEmpty(), fact.key().code()));
    }

    @Test
    @DisplayName("have values that fit their units")
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

    private static Stream<String> unanswered(FactFile file) {
        return file.unanswered().stream().map(FactFile.Unanswered::key);
    }

    private static Stream<FactFile> shipped() {
        return LawBook.FILES.stream().map(LawBook.class::getResourceAsStream).map(FactFile::parse);
    }
}

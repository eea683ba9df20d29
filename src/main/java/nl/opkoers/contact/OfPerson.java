package nl.opkoers.contact;

import java.util.List;

/**
 * The conversations of one person, on the page that their coach has of them.
 *
 * @param shown those of this part, the latest first
 * @param page  which part this is, from 1
 * @param pages how many there are; 1 when there are no conversations
 */
public record OfPerson(List<Conversation> shown, int page, int pages) {

    /** As many as stay one page beside all the rest of it. */
    private static final int ON_A_PAGE = 20;

    static OfPerson of(List<Conversation> all, int asked) {
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int page = Math.min(asked, pages);
        int begin = (page - 1) * ON_A_PAGE;
        return new OfPerson(List.copyOf(all.subList(begin, Math.min(all.size(), begin + ON_A_PAGE))), page, pages);
    }
}

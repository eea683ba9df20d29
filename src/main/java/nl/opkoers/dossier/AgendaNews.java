package nl.opkoers.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.municipality.Seen;
import nl.opkoers.municipality.contract.Agenda;

/** Finds what in somebody's agenda news is about, so that Home can name it. Reads the agenda only when there is such news. */
@ApplicationScoped
class AgendaNews {

    private static final String ITEM = "Agendaonderdeel";
    /** A choice of this portal: the latest ones are named, and that there is more is said in one line. */
    private static final int MOST_NAMED = 5;

    private final KnownAgenda agendas;

    AgendaNews(KnownAgenda agendas) {
        this.agendas = agendas;
    }

    /** What the news is about, by event: as far as the agenda was seen since the news was heard, and still holds it. */
    Map<UUID, Agenda.Item> items(ParticipantKey key, List<News> news) {
        Map<String, List<News>> byItem = news.stream().filter(AgendaNews::isAboutAnItem)
                .sorted(Comparator.comparing((News each) -> each.happenedAt).reversed())
                .collect(Collectors.groupingBy(each -> each.subjectId, LinkedHashMap::new, Collectors.toList()));
        if (byItem.isEmpty()) {
            return Map.of();
        }
        Seen<Agenda> seen = agendas.of(key);
        Map<UUID, Agenda.Item> items = new HashMap<>();
        byItem.entrySet().stream().limit(MOST_NAMED)
                .filter(entry -> entry.getValue().stream().allMatch(each -> isSeen(each, seen)))
                .forEach(entry -> find(seen, entry.getKey()).ifPresent(
                        item -> entry.getValue().forEach(each -> items.put(each.key.event(), item))));
        return items;
    }

    private static boolean isAboutAnItem(News news) {
        return Change.What.AGENDA.isToldBy(news) && ITEM.equals(news.subjectKind) && news.subjectId != null;
    }

    private static boolean isSeen(News news, Seen<Agenda> seen) {
        return seen.asOf() != null && !seen.asOf().isBefore(news.notedAt);
    }

    private static Optional<Agenda.Item> find(Seen<Agenda> seen, String id) {
        return seen.known().stream().flatMap(agenda -> agenda.items().stream())
                .filter(item -> id.equals(item.id()) && item.begin() != null).findFirst();
    }
}

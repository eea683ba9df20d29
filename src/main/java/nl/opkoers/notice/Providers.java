package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.opkoers.served.ServedMunicipalities;

/** By which channels this portal can reach people. */
@ApplicationScoped
class Providers {

    private final Map<Channel, Provider> there = new EnumMap<>(Channel.class);

    Providers(@Any Instance<Provider> all, NoticeSettings settings, ServedMunicipalities served) {
        all.stream().filter(Provider::isThere).forEach(provider -> there.put(provider.channel(), provider));
        if (!there.isEmpty() && (settings.key().isEmpty() || served.all().stream().anyMatch(each -> each.noticePortal().isEmpty()))) {
            throw new IllegalStateException("Notices need opkoers.notice.key and opkoers.notice.portal");
        }
    }

    /** Those that were set up. */
    Set<Channel> channels() {
        return new TreeSet<>(there.keySet());
    }

    Provider of(Channel channel) {
        return there.get(channel);
    }
}

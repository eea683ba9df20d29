package nl.opkoers.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.opkoers.identity.ParticipantKey;
import nl.opkoers.language.PageLanguage;

/** Reads how it stands with somebody's notices. */
@ApplicationScoped
class NoticeViews {

    private final Choices choices;
    private final Providers providers;
    private final Seal seal;
    private final NoticeSettings settings;
    private final PageLanguage pageLanguage;

    NoticeViews(Choices choices, Providers providers, Seal seal, NoticeSettings settings, PageLanguage pageLanguage) {
        this.choices = choices;
        this.providers = providers;
        this.seal = seal;
        this.settings = settings;
        this.pageLanguage = pageLanguage;
    }

    NoticeView of(ParticipantKey key, NoticeForm form, boolean saved) {
        return of(key, form, null, saved);
    }

    /** With what was typed in the place of what is kept. */
    NoticeView of(ParticipantKey key, NoticeForm form, HowForm typed) {
        return of(key, form, typed, false);
    }

    private NoticeView of(ParticipantKey key, NoticeForm form, HowForm typed, boolean saved) {
        Choices.Whole whole = choices.whole(key);
        Optional<Choice> kept = whole.choice();
        Set<Channel> offered = providers.channels();
        // By a channel that the municipality took away again nothing comes any more, though nobody stopped it.
        Optional<Choice> on = kept.filter(choice -> choice.channel != null && offered.contains(choice.channel));
        Optional<NoticeRow> last = whole.last().filter(row -> on.isEmpty() || !isOfAnAddressThatWasLeft(row, on.get()));
        return new NoticeView(offered, on.map(choice -> choice.channel).orElse(null),
                on.map(choice -> shown(key, choice.channel, choice.address)).orElse(null),
                whole.asked().map(this::shown).orElse(null), kept.filter(NoticeViews::wasOn).isPresent(),
                last.map(NoticeView.Last::of).orElse(null), last.map(row -> row.settledAt).orElse(null),
                Optional.ofNullable(typed).orElseGet(() -> HowForm.of(kept.map(Choice::language).orElseGet(pageLanguage::current),
                        kept.map(Choice::quiet).orElse(QuietHours.AT_NIGHT))),
                form, saved, settings.push().publicKey().orElse(null));
    }

    /** Whether somebody ever chose to get notices. */
    private static boolean wasOn(Choice choice) {
        return choice.channel != null || choice.stoppedAt != null;
    }

    /** That it did not arrive says something of the address that was left then, and nothing of the one of now. */
    private static boolean isOfAnAddressThatWasLeft(NoticeRow last, Choice now) {
        return EnumSet.of(NoticeRow.State.REFUSED, NoticeRow.State.FAILED).contains(last.state) && last.settledAt.isBefore(now.chosenAt);
    }

    String shown(AskedAddress asked) {
        return shown(asked.key, asked.channel, asked.address);
    }

    private String shown(ParticipantKey key, Channel channel, byte[] address) {
        return seal.open(key, address).map(open -> NoticeView.masked(channel, open)).orElse("•••");
    }
}

package nl.opkoers.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.opkoers.language.Bidi;

/**
 * How it stands with somebody's notices, for their page.
 *
 * @param offered by which channels this municipality can reach people
 * @param channel where notices go now; {@code null} when nowhere
 * @param shown   as much of the address as its owner needs to know it by
 * @param asked   the same of an address that waits for its code; {@code null} when none does
 * @param stopped whether there were notices before
 * @param last    what became of the last one; {@code null} when there was none
 */
record NoticeView(Set<Channel> offered, Channel channel, String shown, String asked, boolean stopped, Last last, Instant lastAt,
        HowForm how, NoticeForm form, boolean saved, String pushKey) {

    /** What became of the last notice. */
    public enum Last {
        SENT, DELIVERED, FAILED, REFUSED, LOST;

        static Last of(NoticeRow row) {
            return valueOf(row.state.name());
        }
    }

    /** Those to which something is typed. */
    public List<Channel> getTyped() {
        return offered.stream().filter(each -> each != Channel.PUSH).toList();
    }

    public boolean isPush() {
        return offered.contains(Channel.PUSH);
    }

    public boolean isOn() {
        return channel != null;
    }

    /** Whether something is wrong with what was typed for this channel. */
    public boolean wrong(Channel each) {
        return form.mistake() != null && form.mistake().name().equals(each.name());
    }

    /** Where on the page the mistake can be mended; {@code null} when nothing that was typed is wrong. */
    public String getWrongField() {
        if (form.mistake() == NoticeForm.Mistake.TIMES) {
            return how.isWrongFrom() ? "quiet-from" : "quiet-until";
        }
        return getTyped().stream().filter(this::wrong).map(Channel::getField).findFirst().orElse(null);
    }

    public Channel getPushChannel() {
        return Channel.PUSH;
    }

    /** So much of an address that its owner knows which one it is, and somebody beside them cannot write it down. */
    static String masked(Channel channel, String address) {
        return switch (channel) {
            case MAIL -> Bidi.ltr(address.charAt(0) + "•••" + address.substring(address.lastIndexOf('@')));
            case SMS -> Bidi.ltr("+31 6 •• •• •• " + address.substring(address.length() - 2));
            case PUSH -> "";
        };
    }
}

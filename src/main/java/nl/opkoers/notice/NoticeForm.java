package nl.opkoers.notice;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.opkoers.language.PhoneNumbers;
import nl.opkoers.page.Typed;

/**
 * What somebody typed to say where notices go, and what is wrong with it.
 *
 * @param channel {@code null} when none was chosen
 * @param address as typed; never {@code null}
 * @param mistake {@code null} when there is none, or nobody looked yet
 */
record NoticeForm(Channel channel, String address, Mistake mistake) {

    /** What can be wrong on the pages about notices. */
    public enum Mistake {
        CHANNEL, MAIL, SMS, PUSH, TIMES,
        /** More codes than in a day. */
        MANY, CODE
    }

    /** Plain enough for every mail server. What is allowed besides (RFC 5321) nobody types on a phone. */
    private static final Pattern MAIL = Pattern.compile("[\\p{Alnum}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{Alnum}-]{1,63}\\.)+\\p{Alpha}{2,63}");
    private static final int LONGEST_MAIL = 254;
    /** A Dutch mobile number, which costs its owner nothing to be sent to and the municipality no more than any other. */
    private static final Pattern MOBILE = Pattern.compile("\\+316\\d{8}");
    private static final Pattern PHONE_SIGNS = Pattern.compile("[\\d\\s().+\\-]{10,25}");

    static NoticeForm empty() {
        return new NoticeForm(null, "", null);
    }

    static NoticeForm of(String channel, String address) {
        Optional<Channel> chosen = Stream.of(Channel.values()).filter(each -> each.name().equals(channel)).findFirst();
        return new NoticeForm(chosen.orElse(null), Typed.plain(address).strip(), null);
    }

    /** The address as it is kept and called; empty when it cannot be one. */
    Optional<String> reachable() {
        if (channel == Channel.MAIL) {
            return Optional.of(address).filter(mail -> mail.length() <= LONGEST_MAIL && MAIL.matcher(mail).matches());
        }
        return Optional.of(address).filter(phone -> channel == Channel.SMS && PHONE_SIGNS.matcher(phone).matches())
                .map(PhoneNumbers::dial).filter(number -> MOBILE.matcher(number).matches());
    }

    NoticeForm with(Mistake found) {
        return new NoticeForm(channel, address, found);
    }

    /** What is wrong with an address that is none. */
    Mistake unreachable() {
        return channel == null ? Mistake.CHANNEL : Mistake.valueOf(channel.name());
    }

    /** The address that was typed for this channel, to show it again. */
    public String typed(Channel other) {
        return channel == other ? address : "";
    }

    /** Says nothing of the address. */
    @Override
    public String toString() {
        return channel + " " + mistake;
    }
}

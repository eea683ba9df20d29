package nl.opkoers;

import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.opkoers.demo.municipality.Cast;

/**
 * The numbers by which the state knows people, looked for however somebody may have written them: with dots or spaces, in Base64
 * wherever it begins in a longer text, in an address, in hexadecimal, as JSON escapes them, or as an unsalted hash, which whoever
 * tries a billion numbers undoes.
 */
public record Numbers(List<Written> all) {

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[.\\s\\u00a0_-]{1,2}(?=\\d)");
    private static final Pattern JSON_DIGIT = Pattern.compile("\\\\u003([0-9])");
    private static final Pattern ENCODED_DIGIT = Pattern.compile("%3[0-9]");
    /** Nothing shorter gives a number away, and all that does is of these signs. */
    private static final Pattern DENSE = Pattern.compile("[A-Za-z0-9+/_-]{9,}");

    /** One number, and the texts that give it away. */
    record Written(String number, List<String> forms) {
    }

    /** Those of everybody in the cast. */
    public static Numbers ofTheCast() {
        return of(Cast.all().stream().flatMap(member -> Stream.of(member.bsn(), member.vNumber())).filter(Objects::nonNull).toArray(String[]::new));
    }

    public static Numbers of(String... numbers) {
        return new Numbers(Stream.of(numbers).map(number -> new Written(number, forms(number))).toList());
    }

    private static List<String> forms(String number) {
        byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
        byte[] hash = hash(digits);
        return Stream.of(Stream.of(number, hex(digits), hex(hash), Base64.getEncoder().withoutPadding().encodeToString(hash),
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash)), IntStream.range(0, 3).mapToObj(at -> base64(digits, at)))
                .flatMap(each -> each).distinct().toList();
    }

    /** What of a number is the same in Base64 whatever is around it, when so many bytes of a group of three come before it. */
    private static String base64(byte[] digits, int before) {
        byte[] shifted = new byte[before + digits.length];
        System.arraycopy(digits, 0, shifted, before, digits.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int sure = shifted.length / 3 * 4;
        return encoded.substring((before * 8 + 5) / 6, sure);
    }

    /** The end of the first number that is in a text, never all of it: reports of tests are kept and read by many. */
    public Optional<String> in(String text) {
        String plain = dense(BETWEEN_DIGITS.matcher(decoded(text)).replaceAll(""));
        String dense = dense(text);
        String small = dense.toLowerCase(Locale.ROOT);
        return all.stream().filter(written -> plain.contains(written.number()) || written.forms().stream().anyMatch(dense::contains)
                || small.contains(written.forms().get(1)) || small.contains(written.forms().get(2)))
                .map(written -> "…" + written.number().substring(written.number().length() - 3)).findFirst();
    }

    /** Only what is long enough: most of a page is words, and each of some hundred forms would be looked for in all of them. */
    private static String dense(String text) {
        return DENSE.matcher(text).results().map(MatchResult::group).collect(Collectors.joining("\n"));
    }

    private static String decoded(String text) {
        String json = text.contains("\\u003") ? JSON_DIGIT.matcher(text).replaceAll("$1") : text;
        return ENCODED_DIGIT.matcher(json).find() ? ENCODED_DIGIT.matcher(json)
                .replaceAll(digit -> URLDecoder.decode(digit.group(), StandardCharsets.US_ASCII)) : json;
    }

    private static String hex(byte[] bytes) {
        return String.format(Locale.ROOT, "%0" + 2 * bytes.length + "x", new BigInteger(1, bytes));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

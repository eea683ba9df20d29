package nl.opkoers.conformance;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked, where and as whom. It comes from the environment only: a command line is for everybody on the machine to
 * read.
 *
 * @param address  base address without {@code /v1} and without a slash at the end
 * @param token    bearer token
 * @param person   the participant that may be looked at
 * @param employee id of an employee, for the caseload
 * @param write    whether anything may be sent, too
 * @param item     id of the agenda item that may be replied to
 */
public record Settings(URI address, String token, Person person, Optional<String> employee, boolean write, Optional<String> item) {

    static final String PREFIX = "OPKOERS_CONFORMANCE_";

    /** A test person, by the first of these that is given. */
    public record Person(Optional<String> bsn, Optional<String> vNumber, Optional<String> id) {

        /** The number by which this person is looked up; never to be repeated. */
        Optional<String> number() {
            return bsn.or(() -> vNumber);
        }

        @Override
        public String toString() {
            return "a test person";
        }
    }

    /** @throws IllegalArgumentException saying what is missing or wrong, in words for whoever runs this */
    public static Settings from(Map<String, String> environment) {
        String address = required(environment, "URL").replaceAll("/+$", "");
        if (!address.matches("https?://[^?#]+") || address.endsWith("/v1")) {
            throw new IllegalArgumentException(Texts.of("setting.address", PREFIX + "URL"));
        }
        String token = required(environment, "TOKEN");
        Person person = new Person(value(environment, "BSN"), value(environment, "VNUMMER"), value(environment, "PERSON"));
        if (person.number().or(person::id).isEmpty()) {
            throw new IllegalArgumentException(Texts.of("setting.person", PREFIX + "BSN", PREFIX + "VNUMMER", PREFIX + "PERSON"));
        }
        return new Settings(URI.create(address), token, person, value(environment, "EMPLOYEE"),
                value(environment, "WRITE").filter("true"::equals).isPresent(), value(environment, "ITEM"));
    }

    private static String required(Map<String, String> environment, String name) {
        return value(environment, name).orElseThrow(() -> new IllegalArgumentException(Texts.of("setting.missing", PREFIX + name)));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(PREFIX + name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "settings for " + address;
    }
}

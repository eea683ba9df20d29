package nl.opkoers.demo.municipality;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/** A column of the table of schools: what it is called there, which field of the contract it is, and how it is read. */
enum OfferColumn {
    SCHOOL_ID("aanbiederId", Part.SCHOOL, "id", OfferColumn::id),
    SCHOOL_NAME("school", Part.SCHOOL, "naam", OfferColumn::text),
    INSTITUTION("instellingsnummer", Part.SCHOOL, "instellingsnummer", OfferColumn::text),
    ADDRESS("adres", Part.SCHOOL, "adres", OfferColumn::text),
    POSTCODE("postcode", Part.SCHOOL, "postcode", OfferColumn::postcode),
    TOWN("plaatsnaam", Part.SCHOOL, "plaatsnaam", OfferColumn::text),
    PHONE("telefoonnummer", Part.SCHOOL, "telefoonnummer", OfferColumn::text),
    EMAIL("email", Part.SCHOOL, "email", OfferColumn::email),
    WEBSITE("website", Part.SCHOOL, "website", OfferColumn::website),
    MARKED("blikOpWerk", Part.SCHOOL, "indicatieBowKeurmerk", OfferColumn::yesOrNo),
    BRIDGE_MARKED("taalschakel", Part.SCHOOL, "indicatieTstKeurmerk", OfferColumn::yesOrNo),
    COURSE_ID("cursusId", Part.COURSE, "id", OfferColumn::id),
    COURSE_NAME("cursus", Part.COURSE, "naam", OfferColumn::text),
    ROUTES("leerroutes", Part.COURSE, "leerroutes", oneOfEach("B", "O", "Z")),
    LEVEL_FROM("niveauVan", Part.COURSE, "niveauVan", oneOf("A0", "A1", "A2", "B1", "B2", "C1", "C2")),
    LEVEL_TO("niveauTot", Part.COURSE, "niveauTot", oneOf("A0", "A1", "A2", "B1", "B2", "C1", "C2")),
    PRICE("prijsPerUur", Part.COURSE, "prijsPerUur", OfferColumn::amount),
    PRICE_IN_ALL("prijsTotaal", Part.COURSE, "prijsTotaal", OfferColumn::amount),
    HOURS("urenTotaal", Part.COURSE, "urenTotaal", whole(0, 9_999)),
    BOOKS_INCLUDED("lesmateriaalInbegrepen", Part.COURSE, "lesmateriaalInbegrepen", OfferColumn::yesOrNo),
    BOOKS("kostenLesmateriaal", Part.COURSE, "kostenLesmateriaal", OfferColumn::amount),
    TIMES("lestijden", Part.COURSE, "lestijden", OfferColumn::times),
    /** Another one than the contract names is taken too: its list is open. */
    PATTERN("rooster", Part.COURSE, "rooster", OfferColumn::text),
    ONLINE("deelOnline", Part.COURSE, "deelOnline", whole(0, 100)),
    CHILDCARE("kinderopvang", Part.COURSE, "kinderopvang", OfferColumn::yesOrNo),
    START("eerstvolgendeStart", Part.COURSE, "eerstvolgendeStart", OfferColumn::date),
    WAITING("wachttijdWeken", Part.COURSE, "wachttijdWeken", whole(0, 520)),
    GROUPS("doelgroepen", Part.COURSE, "doelgroepen", oneOfEach("Asielstatushouder", "Gezinsmigrant en overige migrant")),
    LANGUAGES("talen", Part.COURSE, "talen", OfferColumn::languages),
    LITERACY("alfabetisering", Part.COURSE, "alfabetisering", OfferColumn::yesOrNo),
    EXAM_PRACTICE("examentraining", Part.COURSE, "examentraining", OfferColumn::yesOrNo),
    WOMEN_ONLY("alleenVrouwen", Part.COURSE, "alleenVrouwen", OfferColumn::yesOrNo),
    GROUP_SIZE("groepsgrootte", Part.COURSE, "groepsgrootte", whole(1, 999)),
    CHECKED("gecontroleerdOp", Part.COURSE, "gecontroleerdOp", OfferColumn::date);

    /** What a column tells of. */
    enum Part { SCHOOL, COURSE }

    /** What cannot be read, by its code in {@code desk.properties}. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(String code) {
            super(code, null, false, false);
        }
    }

    /** What stands in a cell for a list that is known to be empty. */
    static final String NOTHING = "geen";

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_ID = 64;
    private static final BigDecimal MOST_EURO = new BigDecimal("100000");
    private static final Set<String> YES = Set.of("ja", "j", "true", "waar", "1");
    private static final Set<String> NO = Set.of("nee", "n", "false", "onwaar", "0");
    private static final DateTimeFormatter DUTCH_DATE = DateTimeFormatter.ofPattern("d-M-uuuu")
            .withResolverStyle(java.time.format.ResolverStyle.STRICT);
    private static final Pattern TIME = Pattern.compile("(ma|di|wo|do|vr|za|zo)\\s+(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");

    private final String title;
    private final Part part;
    private final String field;
    private final Function<String, JsonNode> reader;

    OfferColumn(String title, Part part, String field, Function<String, JsonNode> reader) {
        this.title = title;
        this.part = part;
        this.field = field;
        this.reader = reader;
    }

    static Optional<OfferColumn> titled(String title) {
        return Stream.of(values()).filter(column -> column.title.equalsIgnoreCase(title.strip())).findFirst();
    }

    /** What stands above it. */
    String title() {
        return title;
    }

    Part part() {
        return part;
    }

    /** What the contract calls it. */
    String field() {
        return field;
    }

    /**
     * What a cell says; an empty one says that it is not known.
     *
     * @throws Unreadable when it cannot be read
     */
    JsonNode read(String cell) {
        return cell.isEmpty() ? JsonNodeFactory.instance.nullNode() : reader.apply(cell);
    }

    private static JsonNode text(String cell) {
        return limited(cell, LONGEST_TEXT);
    }

    private static JsonNode id(String cell) {
        if (!cell.matches("[A-Za-z0-9-]+")) {
            throw new Unreadable("geen-sleutel");
        }
        return limited(cell, LONGEST_ID);
    }

    private static JsonNode limited(String cell, int longest) {
        if (cell.length() > longest) {
            throw new Unreadable("te-lang");
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable("teken");
        }
        return TextNode.valueOf(cell);
    }

    private static JsonNode postcode(String cell) {
        if (!cell.matches("[1-9]\\d{3} ?[A-Za-z]{2}")) {
            throw new Unreadable("geen-postcode");
        }
        return TextNode.valueOf(cell.substring(0, 4) + " " + cell.substring(cell.length() - 2).toUpperCase(Locale.ROOT));
    }

    private static JsonNode email(String cell) {
        if (!cell.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Unreadable("geen-email");
        }
        return text(cell);
    }

    private static JsonNode website(String cell) {
        try {
            URI address = URI.create(cell);
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return text(cell);
            }
        } catch (IllegalArgumentException noAddress) {
            throw new Unreadable("geen-website");
        }
        throw new Unreadable("geen-website");
    }

    private static JsonNode yesOrNo(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Unreadable("geen-ja-nee");
        }
        return BooleanNode.valueOf(YES.contains(word));
    }

    /** 1.234,56 and 1234.56 and € 12: the last sign with one or two digits behind it separates the cents. */
    private static JsonNode amount(String cell) {
        String bare = cell.replaceAll("[€\\s\u00A0]", "");
        if (!bare.matches("\\d{1,3}([.,]\\d{3})+([.,]\\d{1,2})?|\\d+([.,]\\d{1,2})?")) {
            throw new Unreadable("geen-bedrag");
        }
        Matcher cents = Pattern.compile("[.,](\\d{1,2})$").matcher(bare);
        String whole = cents.find() ? bare.substring(0, cents.start()) : bare;
        String plain = whole.replaceAll("[.,]", "") + (whole.length() < bare.length() ? "." + cents.group(1) : "");
        BigDecimal euro = new BigDecimal(plain).setScale(2);
        if (euro.compareTo(MOST_EURO) > 0) {
            throw new Unreadable("buiten-bereik");
        }
        return JsonNodeFactory.instance.objectNode().put("bedrag", euro).put("valuta", "EUR");
    }

    private static Function<String, JsonNode> whole(int least, int most) {
        return cell -> {
            String digits = cell.replaceAll("\\s*%$", "");
            if (!digits.matches("\\d{1,9}")) {
                throw new Unreadable("geen-getal");
            }
            int number = Integer.parseInt(digits);
            if (number < least || number > most) {
                throw new Unreadable("buiten-bereik");
            }
            return IntNode.valueOf(number);
        };
    }

    private static JsonNode date(String cell) {
        try {
            LocalDate day = cell.matches("\\d{4}-.*") ? LocalDate.parse(cell) : LocalDate.parse(cell, DUTCH_DATE);
            return TextNode.valueOf(Fields.day(day.toString()).toString());
        } catch (DateTimeException noDate) {
            throw new Unreadable("geen-datum");
        }
    }

    private static JsonNode times(String cell) {
        ArrayNode times = JsonNodeFactory.instance.arrayNode();
        parts(cell).forEach(part -> {
            Matcher time = TIME.matcher(part.toLowerCase(Locale.ROOT));
            if (!time.matches()) {
                throw new Unreadable("geen-lestijd");
            }
            times.addObject().put("dag", time.group(1)).put("van", clock(time.group(2))).put("tot", clock(time.group(3)));
        });
        return times;
    }

    private static String clock(String time) {
        try {
            return java.time.LocalTime.parse(time.length() == 4 ? "0" + time : time).toString();
        } catch (DateTimeException noTime) {
            throw new Unreadable("geen-lestijd");
        }
    }

    private static JsonNode languages(String cell) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        parts(cell).forEach(part -> {
            if (!part.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                throw new Unreadable("geen-taal");
            }
            all.add(part);
        });
        return all;
    }

    private static Function<String, JsonNode> oneOf(String... words) {
        return cell -> TextNode.valueOf(known(cell, words));
    }

    private static Function<String, JsonNode> oneOfEach(String... words) {
        return cell -> {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            parts(cell).forEach(part -> all.add(known(part, words)));
            return all;
        };
    }

    private static String known(String cell, String... words) {
        return Stream.of(words).filter(word -> word.equalsIgnoreCase(cell)).findFirst()
                .orElseThrow(() -> new Unreadable("onbekende-waarde"));
    }

    /** A list that is known to have nothing in it says so: an empty cell is not known. */
    private static List<String> parts(String cell) {
        if (cell.equalsIgnoreCase(NOTHING)) {
            return List.of();
        }
        return Arrays.stream(cell.split("[;,|\n]")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}

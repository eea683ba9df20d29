package nl.opkoers.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While nodes are replaced one by one, those of the version before work on tables that this version has changed already; and whoever
 * goes back does so for longer. So a migration adds, and takes nothing away that is still used. What looks as if it does says beside
 * it why nobody misses it: a comment with {@code Safe:}, in the same paragraph.
 */
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    /** Until here nobody ran it beside another version. */
    private static final int FIRST = 26;
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");
    private static final Pattern SAFE = Pattern.compile("--[ \\t]*Safe:[ \\t]*\\S{2,}[ \\t]+\\S+");
    private static final Pattern BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern CREATED = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+)");

    private static final Map<String, Pattern> BREAKS = new TreeMap<>(Map.of(
            "what is still asked for would be gone", Pattern.compile("\\bdrop (table|column|function|view|constraint|index|type|schema|policy)\\b"),
            "it would have another name", Pattern.compile("\\brename\\b"),
            "it would be of another kind", Pattern.compile("\\balter (column )?\\w+ (set data )?type\\b"),
            "what the version before writes would be refused",
            Pattern.compile("\\bset not null\\b|\\badd (column )?(?!constraint)(?=[^,;]*\\bnot null\\b)(?![^,;]*\\b(default|generated)\\b)|\\badd (constraint|check|unique|foreign|primary)\\b"),
            "the version before may no longer do it", Pattern.compile("\\brevoke\\b"),
            "rows would be gone", Pattern.compile("^\\s*(truncate|delete from)\\b"),
            "nobody could write while it is made", Pattern.compile("\\bcreate (unique )?index (?!concurrently)"),
            "what the version before does would be another thing",
            Pattern.compile("\\bcreate or replace\\b|\\bcreate (constraint )?trigger\\b|\\bdrop default\\b|\\b(en|dis)able trigger\\b"),
            "what the version before wrote would be another thing", Pattern.compile("^((with|do)\\b.*\\b)?update (only )?\\w+ .*?\\bset\\b"),
            "the version before would no longer see it, or could not write it", Pattern.compile("\\bas restrictive\\b")));

    /** Not asked of V26 and V28, which change policies and say elsewhere why: whoever has run them would be told that they are others. */
    private static final int POLICIES_SINCE = 30;
    private static final Map<String, Pattern> NARROWS = Map.of(
            "the version before may see less, or more than it should", Pattern.compile("\\balter policy\\b|\\b(enable|force) row level security\\b"));

    private static List<String> problems(String sql, int number) {
        Map<String, Pattern> breaks = new TreeMap<>(BREAKS);
        breaks.putAll(number < POLICIES_SINCE ? Map.of() : NARROWS);
        List<String> problems = new ArrayList<>();
        List<String> made = new ArrayList<>();
        for (String paragraph : flat(sql).split("\n\\s*\n")) {
            String bare = paragraph.replaceAll("--[^\n]*", " ").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
            CREATED.matcher(bare).results().forEach(created -> made.add(created.group(1)));
            if (!SAFE.matcher(paragraph).find()) {
                Stream.of(bare.split(";")).map(String::strip).filter(statement -> made.stream().noneMatch(table -> isAbout(statement, table)))
                        .forEach(statement -> breaks.forEach((why, what) -> {
                            if (what.matcher(statement).find()) {
                                problems.add(why + ": " + statement);
                            }
                        }));
            }
        }
        return problems;
    }

    private static boolean isAbout(String statement, String table) {
        return statement.matches(".*\\b(on|table) " + table + "\\b.*");
    }

    /** What is between dollars counts as one line: it is a function, or judged by who reads it. */
    private static String flat(String sql) {
        return BODY.matcher(sql).replaceAll(match -> Matcher.quoteReplacement(match.group().replaceAll("--[^\n]*", "").replaceAll("[;\n]", " ")));
    }

    @Test
    void everyMigrationIsSafeWhileTheVersionBeforeRuns() throws IOException {
        Map<String, List<String>> unsafe = new TreeMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                Matcher number = NUMBER.matcher(file.getFileName().toString());
                assertTrue(number.matches(), file::toString);
                int version = Integer.parseInt(number.group(1));
                if (version >= FIRST) {
                    List<String> problems = problems(Files.readString(file), version);
                    if (!problems.isEmpty()) {
                        unsafe.put(file.getFileName().toString(), problems);
                    }
                }
            }
        }
        assertEquals(Map.of(), unsafe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table news", "alter table news drop column code", "alter table news rename to old_news",
        "alter table news alter column code type integer", "alter table news alter column code set not null",
        "alter table news add column also text not null", "alter table news add also text not null",
        "alter table news add constraint one unique (code)", "create unique index one on news (code)", "delete from news",
        "revoke insert on news from ${app}", "-- Safe:\ndrop table news", "drop index news_latest", "update news set code = 'other'",
        "update only news n set code = 'other' where n.code = 'one'",
        "alter table news alter column code drop default", "create or replace function one() returns int language sql as $$ select 2 $$",
        "create or replace view latest as select * from news",
        "create trigger one before insert on news for each row execute function one()", "alter table news disable trigger one",
        "create policy one on news as restrictive for select using (code = 'one')", "alter policy one on news using (false)",
        "alter table news enable row level security", "do $$ begin update news set code = 'other'; end $$"})
    void whatTakesSomethingAwayIsSeen(String sql) {
        assertEquals(1, problems(sql + ";", POLICIES_SINCE).size(), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table later (code text not null, unique (code))", "alter table news add column also text",
        "alter table news add column also bigint not null default 0", "create index concurrently one on news (code)",
        "create table later (code text);\ncreate unique index one on later (code)", "grant select on news to ${app}",
        "create table later (code text);\ncreate trigger one before insert on later for each row execute function one()",
        "create policy one on news for select using (code = 'one')", "alter table news alter column code set default 'one'",
        "-- Safe: no version since the last but one has read it.\ndrop table news",
        "-- Safe: what was written before means the same.\nupdate news set code = lower(code)",
        "create function one() returns int language sql as $$ delete from news; select 1 $$"})
    void whatOnlyAddsIsNot(String sql) {
        assertEquals(List.of(), problems(sql + ";", POLICIES_SINCE), sql);
    }
}

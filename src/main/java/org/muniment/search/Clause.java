package org.muniment.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// This is one node of an understood query.
sealed interface Clause {
    /// Its canonical text, which parses to an equal clause.
    String written();

    /// This is every message.
    record Everything() implements Clause {
        @Override
        public String written() {
            return "*";
        }
    }

    /// This is every message that has the field at all: `attachment:*`.
    record Present(SearchField field) implements Clause {
        @Override
        public String written() {
            return field.prefix() + "*";
        }
    }

    /// This is a word in any of its English forms; among people, the word itself.
    record Word(SearchField field, String word) implements Clause {
        @Override
        public String written() {
            return field.prefix() + word;
        }
    }

    /// This is words exactly as written, one directly after the other.
    record Phrase(SearchField field, List<String> words) implements Clause {
        public Phrase {
            words = List.copyOf(words);
        }

        @Override
        public String written() {
            return field.prefix() + '"' + String.join(" ", words) + '"';
        }
    }

    /// This is everything that begins with `start`.
    record Prefix(SearchField field, String start) implements Clause {
        @Override
        public String written() {
            return field.prefix() + Quoting.unlessPlain(start) + "*";
        }
    }

    /// This is a value compared whole: an address, `local@`, `@domain`, a Message-ID, a source.
    record Literal(SearchField field, String value) implements Clause {
        @Override
        public String written() {
            return field.prefix() + Quoting.unlessPlain(value);
        }
    }

    /// This is a range of days, both ends included; an absent end is open.
    record Days(SearchField field, Optional<LocalDate> first, Optional<LocalDate> last) implements Clause {
        @Override
        public String written() {
            var days = first.equals(last) ? day(first) : day(first) + ".." + day(last);
            return field.prefix() + days;
        }

        private static String day(Optional<LocalDate> day) {
            return day.map(LocalDate::toString).orElse("");
        }
    }

    record And(List<Clause> clauses) implements Clause {
        public And {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String written() {
            return joined(clauses, " AND ");
        }
    }

    record Or(List<Clause> clauses) implements Clause {
        public Or {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String written() {
            return joined(clauses, " OR ");
        }
    }

    record Not(Clause clause) implements Clause {
        @Override
        public String written() {
            return "NOT " + grouped(clause);
        }
    }

    static Clause and(List<Clause> clauses) {
        var flat = new ArrayList<Clause>();
        for (var clause : clauses) {
            if (clause instanceof And(var inner)) flat.addAll(inner);
            else flat.add(clause);
        }
        return flat.size() == 1 ? flat.getFirst() : new And(flat);
    }

    static Clause or(List<Clause> clauses) {
        var flat = new ArrayList<Clause>();
        for (var clause : clauses) {
            if (clause instanceof Or(var inner)) flat.addAll(inner);
            else flat.add(clause);
        }
        return flat.size() == 1 ? flat.getFirst() : new Or(flat);
    }

    static Clause not(Clause clause) {
        return clause instanceof Not(var inner) ? inner : new Not(clause);
    }

    private static String joined(List<Clause> clauses, String operator) {
        return clauses.stream().map(Clause::grouped).collect(Collectors.joining(operator));
    }

    private static String grouped(Clause clause) {
        return clause instanceof And || clause instanceof Or ? "(" + clause.written() + ")" : clause.written();
    }
}

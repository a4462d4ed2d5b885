package org.muniment.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.DisplayableText;
import org.muniment.rendition.PassageKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the marks file. Whatever is not exactly understood is refused: a mark passed over would be a secret released.
final class MarksReader {
    private static final int MARKS_MAX = 100_000;
    private static final int MATCH_CHARACTERS_MAX = 10_000;
    private static final int EXEMPTION_CHARACTERS_MAX = 100;
    private static final Set<String> MATCH_KEYS = Set.of("match", "in", "exemption", "amount");
    private static final Set<String> PLACE_KEYS = Set.of("accession", "part", "from", "to", "exemption", "amount");
    private static final Pattern PATTERN = Pattern.compile("/(.+)/([A-Za-z]*)", Pattern.DOTALL);
    private static final Map<Character, Integer> FLAGS = Map.of(
            'i', Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE,
            'm', Pattern.MULTILINE,
            's', Pattern.DOTALL,
            'x', Pattern.COMMENTS);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MarksReader() {}

    static List<Mark> read(byte[] json) {
        JsonNode file;
        try {
            file = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new MarksAreMalformed(
                    0,
                    "is not JSON: " + e.getOriginalMessage() + ".",
                    "See line "
                            + (e.getLocation() == null ? "1" : e.getLocation().getLineNr()) + ".");
        }
        if (!file.isArray())
            throw new MarksAreMalformed(0, "is not a list.", "Write [ … ] with an object for each mark.");
        if (file.size() > MARKS_MAX)
            throw new MarksAreMalformed(0, "has " + file.size() + " marks.", "At most " + MARKS_MAX + " are taken.");
        List<Mark> marks = new ArrayList<>();
        for (JsonNode entry : file) marks.add(new Entry(marks.size() + 1, entry).mark());
        return marks;
    }

    /// One entry of the file, by its number from 1.
    private record Entry(int number, JsonNode json) {
        Mark mark() {
            if (!json.isObject()) throw refused("is not an object.", "Write {\"match\": …, \"exemption\": …}.");
            if (json.has("match") && json.has("accession"))
                throw refused("has both match and accession.", "Write two marks.");
            if (json.has("match")) return matchMark();
            if (json.has("accession")) return placeMark();
            throw refused("has neither match nor accession.", "Say which text, or which place, to withhold.");
        }

        private Mark matchMark() {
            allowOnly(MATCH_KEYS);
            String match = text("match");
            if (match.length() > MATCH_CHARACTERS_MAX)
                throw refused("is too long.", "A match has at most " + MATCH_CHARACTERS_MAX + " characters.");
            Matcher pattern = PATTERN.matcher(match);
            if (pattern.matches())
                return new Mark.OfPattern(
                        number, exemption(), amount(), places(), pattern(pattern.group(1), pattern.group(2)));
            String needle = FoldedText.needle(match);
            if (needle.isEmpty()) throw refused("matches the empty text.", "Write at least one visible character.");
            return new Mark.OfText(number, exemption(), amount(), places(), needle);
        }

        private Pattern pattern(String expression, String letters) {
            int flags = Pattern.UNICODE_CHARACTER_CLASS;
            for (int i = 0; i < letters.length(); i++) {
                char letter = letters.charAt(i);
                Integer flag = FLAGS.get(letter);
                if (flag == null)
                    throw refused(
                            "has the unknown pattern flag " + letter + ".",
                            "Known are i, m, s, x. To match this as text, write it as a pattern: /\\Q…\\E/.");
                flags |= flag;
            }
            try {
                Pattern pattern = Pattern.compile(expression, flags);
                if (pattern.matcher("").find())
                    throw refused("matches the empty text.", "Use + instead of * where nothing else is required.");
                return pattern;
            } catch (PatternSyntaxException e) {
                throw refused(
                        "has a pattern that cannot be read: " + e.getDescription() + " near character "
                                + (e.getIndex() + 1) + ".",
                        "Patterns are java.util.regex ones between slashes.");
            } catch (StackOverflowError e) {
                throw refused("has a pattern nested too deep.", "Write it as several marks.");
            }
        }

        private Mark.Places places() {
            JsonNode in = json.path("in");
            if (in.isMissingNode()) return new Mark.Places(EnumSet.allOf(PassageKind.class));
            if (!in.isArray() || in.isEmpty())
                throw refused("has an in that is not a list of places.", "Leave it out to mean everywhere.");
            Set<PassageKind> kinds = EnumSet.noneOf(PassageKind.class);
            for (JsonNode place : in) kinds.add(place(place));
            return new Mark.Places(kinds);
        }

        private PassageKind place(JsonNode place) {
            for (PassageKind kind : PassageKind.values())
                if (place.isString() && place.stringValue().equals(kind.name().toLowerCase(Locale.ROOT))) return kind;
            throw refused(
                    "is in an unknown place: " + place + ".",
                    "Known are from, to, cc, bcc, subject, headers, body, attachment, filename.");
        }

        private Mark placeMark() {
            allowOnly(PLACE_KEYS);
            JsonNode accession = json.path("accession");
            if (!accession.isIntegralNumber() || !accession.canConvertToLong() || accession.longValue() < 0)
                throw refused("has an accession that is no number.", "Write the accession number, from 0.");
            if (json.has("from") != json.has("to"))
                throw refused("has only one of from and to.", "Leave out both to mean the whole part.");
            int from = json.has("from") ? offset("from") : 0;
            int to = json.has("to") ? offset("to") : Mark.OfPlace.END;
            if (from >= to) throw refused("is empty: from " + from + " to " + to + ".", "to is the first one shown.");
            return new Mark.OfPlace(
                    number, exemption(), amount(), new AccessionNumber(accession.longValue()), text("part"), from, to);
        }

        private int offset(String key) {
            JsonNode offset = json.path(key);
            if (!offset.isIntegralNumber() || !offset.canConvertToInt() || offset.intValue() < 0)
                throw refused("has a " + key + " that is no offset.", "Offsets count code points, from 0.");
            return offset.intValue();
        }

        private String exemption() {
            String exemption = DisplayableText.of(text("exemption")).strip();
            if (exemption.isBlank() || exemption.contains("\n") || exemption.length() > EXEMPTION_CHARACTERS_MAX)
                throw refused(
                        "has no usable exemption.",
                        "Cite the ground, such as 1-210(b)(2), on one line of at most " + EXEMPTION_CHARACTERS_MAX
                                + " characters.");
            return exemption;
        }

        private AmountInBox amount() {
            JsonNode amount = json.path("amount");
            if (amount.isMissingNode()) return AmountInBox.NOT_STATED;
            if (amount.isString() && amount.stringValue().equals("stated")) return AmountInBox.STATED;
            throw refused("has an unknown amount: " + amount + ".", "Write \"stated\", or leave it out.");
        }

        private String text(String key) {
            JsonNode value = json.path(key);
            if (!value.isString()) throw refused("has no " + key + ".", "It is a text in quotation marks.");
            return value.stringValue();
        }

        private void allowOnly(Set<String> keys) {
            for (String key : json.propertyNames())
                if (!keys.contains(key))
                    throw refused(
                            "has the unknown key " + key + ".",
                            "It may have: "
                                    + String.join(", ", keys.stream().sorted().toList()) + ".");
        }

        private MarksAreMalformed refused(String reason, String hint) {
            return new MarksAreMalformed(number, reason, hint);
        }
    }
}

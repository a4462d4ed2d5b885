package org.muniment.correspondence;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.law.StrictYaml;
import tools.jackson.databind.JsonNode;

/// This reads `letters.yaml` as it is in the program. A mistake in it stops the program at its start.
final class LetterTemplates {
    private static final String FILE = "letters.yaml";

    private final Map<LetterKind, LetterTemplate> all;

    private LetterTemplates(Map<LetterKind, LetterTemplate> all) {
        this.all = new EnumMap<>(all);
    }

    static LetterTemplates shipped() {
        try (InputStream file = LetterTemplates.class.getResourceAsStream(FILE)) {
            if (file == null) throw new IllegalStateException(FILE + " is not in the program");
            return of(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static LetterTemplates of(String yaml) {
        Map<LetterKind, LetterTemplate> all = new EnumMap<>(LetterKind.class);
        for (JsonNode letter : StrictYaml.read(new StringReader(yaml)).path("letters")) {
            LetterTemplate template = template(letter);
            if (all.put(template.kind(), template) != null)
                throw new IllegalStateException("two templates of one kind: " + template.kind());
        }
        for (LetterKind kind : LetterKind.values())
            if (!all.containsKey(kind)) throw new IllegalStateException("no template for " + kind.word());
        return new LetterTemplates(all);
    }

    LetterTemplate of(LetterKind kind) {
        LetterTemplate template = all.get(kind);
        if (template == null) throw new IllegalStateException("no template for " + kind);
        return template;
    }

    List<LetterTemplate> inOrder() {
        return List.copyOf(all.values());
    }

    private static LetterTemplate template(JsonNode letter) {
        List<TemplatePart> parts = new ArrayList<>();
        for (JsonNode part : letter.path("parts")) parts.add(part(part));
        LetterKind kind = LetterKind.valueOf(
                text(letter, "kind").toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        return new LetterTemplate(kind, text(letter, "name"), text(letter, "purpose"), text(letter, "title"), parts);
    }

    private static TemplatePart part(JsonNode part) {
        if (part.has("text")) return new TemplatePart.Text(words(part, "text"), needs(part));
        if (part.has("quote")) return new TemplatePart.Quote(words(part, "quote"));
        if (part.has("law")) return new TemplatePart.Law(text(part, "law"), needs(part));
        if (part.has("clock")) return new TemplatePart.ClockDate(words(part, "clock"), words(part, "otherwise"));
        if (part.has("grounds")) return new TemplatePart.Grounds();
        if (part.has("fees")) return new TemplatePart.Fees();
        if (part.has("facts")) return facts(part.path("facts"));
        return new TemplatePart.Free(
                text(part, "free"),
                text(part, "label"),
                part.path("hint").asString(""),
                part.path("required").asBoolean(false));
    }

    private static TemplatePart facts(JsonNode facts) {
        List<TemplatePart.Facts.Line> lines = new ArrayList<>();
        for (JsonNode line : facts)
            lines.add(new TemplatePart.Facts.Line(
                    line.path(0).stringValue(), new Words(line.path(1).stringValue())));
        return new TemplatePart.Facts(lines);
    }

    private static Set<Placeholder> needs(JsonNode part) {
        Set<Placeholder> needs = EnumSet.noneOf(Placeholder.class);
        for (JsonNode need : part.path("needs"))
            needs.add(Placeholder.of(need.stringValue())
                    .orElseThrow(() -> new IllegalStateException("no such placeholder: " + need)));
        return needs;
    }

    private static Words words(JsonNode part, String key) {
        return new Words(text(part, key));
    }

    private static String text(JsonNode node, String key) {
        if (!node.path(key).isString())
            throw new IllegalStateException("letters.yaml: \"" + key + "\" is missing in " + node);
        return node.path(key).stringValue();
    }
}

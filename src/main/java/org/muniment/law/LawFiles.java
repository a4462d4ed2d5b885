package org.muniment.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// This reads the folder `public-records-law` as it is in the program. A mistake in a file stops the
/// program at its start, with the name of the file: law that is half understood is not used.
final class LawFiles {
    private static final String FOLDER = "/public-records-law/";
    private static final String UNKNOWN = "unknown";
    private static final Set<String> HOW_WE_KNOW = Set.of("source", "mark", "officialText");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LawFiles() {}

    static List<LawRow> all() {
        List<LawRow> rows = new ArrayList<>();
        for (JsonNode name : read("jurisdictions.yaml").orElseThrow().path("jurisdictions"))
            for (RowKind kind : RowKind.values()) rows.addAll(rows(new JurisdictionId(name.stringValue()), kind));
        return rows;
    }

    private static List<LawRow> rows(JurisdictionId jurisdiction, RowKind kind) {
        String name = jurisdiction + "/" + kind.fileName() + ".yaml";
        return read(name).map(file -> rows(name, jurisdiction, kind, file)).orElse(List.of());
    }

    private static List<LawRow> rows(String name, JurisdictionId jurisdiction, RowKind kind, JsonNode file) {
        List<LawRow> rows = new ArrayList<>();
        try {
            for (JsonNode row : file.path("rows")) {
                Provision provision = provision(kind, row, file.path("officialText"));
                if (!provision.id().value().startsWith(jurisdiction + "/" + kind.idWord() + "/"))
                    throw new IllegalStateException(provision.id() + " does not belong here.");
                rows.add(new LawRow(provision, row));
            }
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("public-records-law/" + name + ", row " + (rows.size() + 1), wrong);
        }
        return rows;
    }

    static LawRow row(RowKind kind, JsonNode row) {
        return new LawRow(provision(kind, row, MissingNode.getInstance()), row);
    }

    private static Provision provision(RowKind kind, JsonNode row, JsonNode officialText) {
        JsonNode source = row.path("source");
        return new Provision(
                new ProvisionId(row.path("id").stringValue()),
                kind,
                row.path("citation").stringValue(),
                row.path("plain").stringValue(),
                new Source(
                        source.path("title").stringValue(),
                        text(source.path("url")).map(URI::create),
                        text(source.path("readOn")).map(LocalDate::parse)),
                row.path("mark").stringValue().equals("read") ? Mark.READ : Mark.GENERAL,
                text(row.path("officialText")).or(() -> text(officialText)).map(URI::create),
                day(row.path("effectiveFrom")),
                day(row.path("effectiveTo")),
                hash(row));
    }

    private static Optional<LocalDate> day(JsonNode value) {
        return text(value).filter(word -> !word.equals(UNKNOWN)).map(LocalDate::parse);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /// The order of keys and the form of the file do not count, nor how we know the row: what it says
    /// does.
    private static String hash(JsonNode row) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        row.properties().stream()
                .filter(entry -> !HOW_WE_KNOW.contains(entry.getKey()))
                .forEach(entry -> said.set(entry.getKey(), entry.getValue()));
        byte[] canonical = JSON.writeValueAsString(inOrder(said)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode inOrder(JsonNode node) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.valueStream().map(LawFiles::inOrder).forEach(array::add);
            return array;
        }
        if (!node.isObject()) return node;
        var sorted = new TreeMap<String, JsonNode>();
        node.properties().forEach(entry -> sorted.put(entry.getKey(), inOrder(entry.getValue())));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        sorted.forEach(object::set);
        return object;
    }

    private static Optional<JsonNode> read(String name) {
        try (@Nullable InputStream file = LawFiles.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) return Optional.empty();
            return Optional.of(StrictYaml.read(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuntimeException wrong) {
            throw new IllegalStateException("public-records-law/" + name + " cannot be read.", wrong);
        }
    }
}

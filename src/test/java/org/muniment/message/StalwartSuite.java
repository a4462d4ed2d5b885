package org.muniment.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.MailPacks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// This compares what is read here with what stalwart's mail-parser says of its own suite.
final class StalwartSuite {
    private final Agreement agreement = new Agreement("stalwart mail-parser");
    private final ObjectMapper json = new ObjectMapper();

    Agreement compareAll(Path folder) throws IOException {
        for (Path expected : MailPacks.files(folder)) {
            String name = expected.getFileName().toString();
            if (!name.endsWith(".json") || name.endsWith(".crlf.json")) continue;
            Path mail = expected.resolveSibling(name.replace(".json", ".eml"));
            if (!Files.exists(mail)) continue;
            String file = folder.relativize(mail).toString();
            try (var raw = Files.newInputStream(mail)) {
                compare(file, json.readTree(Files.readAllBytes(expected)), new MessageReaderFace(raw).message());
            }
        }
        return agreement;
    }

    private void compare(String file, JsonNode theirs, Message ours) {
        JsonNode root = theirs.get("parts").get(0);
        agreement.compare(file, "subject", text(header(root, "subject")), folded(ours.subject()));
        agreement.compare(file, "message id", text(header(root, "message_id")), ours.messageId());
        agreement.compare(file, "from", addresses(header(root, "from")), addresses(ours.from()));
        agreement.compare(file, "to", addresses(header(root, "to")), addresses(ours.to()));
        agreement.compare(file, "cc", addresses(header(root, "cc")), addresses(ours.cc()));
        agreement.compare(file, "date", date(header(root, "date")), ours.sentAt());
        List<JsonNode> leaves = new ArrayList<>();
        leaves(theirs, leaves);
        List<Part> parts = new ArrayList<>();
        leaves(ours, parts);
        agreement.compare(file, "number of parts", leaves.size(), parts.size());
        for (int i = 0; i < Math.min(leaves.size(), parts.size()); i++) compareLeaf(file, leaves.get(i), parts.get(i));
    }

    private void compareLeaf(String file, JsonNode theirs, Part ours) {
        JsonNode body = theirs.get("body");
        JsonNode text = body.has("Text") ? body.get("Text") : body.get("Html");
        if (text != null) agreement.compare(file, "text", folded(text.asString()), folded(ourText(ours)));
        agreement.compare(file, "file name", fileName(theirs), folded(ours.fileName()));
    }

    private static String ourText(Part part) {
        return part.content() instanceof PartContent.Html html ? html.html() : part.text();
    }

    private static void leaves(JsonNode message, List<JsonNode> leaves) {
        for (JsonNode part : message.get("parts")) {
            JsonNode body = part.get("body");
            if (body.has("Message") && body.get("Message").has("parts")) leaves(body.get("Message"), leaves);
            else if (!body.has("Multipart")) leaves.add(part);
        }
    }

    private static void leaves(Message message, List<Part> leaves) {
        for (Part part : message.parts()) {
            if (part.path().endsWith("preamble") || part.path().endsWith("epilogue")) continue;
            if (part.content() instanceof PartContent.AttachedMessage attached) leaves(attached.message(), leaves);
            else if (!(part.content() instanceof PartContent.Multipart)) leaves.add(part);
        }
    }

    private static Optional<JsonNode> header(JsonNode part, String name) {
        Optional<JsonNode> last = Optional.empty();
        for (JsonNode header : part.get("headers"))
            if (header.get("name").isString() && header.get("name").asString().equals(name))
                last = last.isPresent() ? last : Optional.of(header.get("value"));
        return last;
    }

    private static String text(Optional<JsonNode> value) {
        if (value.isEmpty()) return "";
        JsonNode text = value.get().get("Text");
        return text == null || !text.isString() ? "" : folded(text.asString());
    }

    private static String addresses(Optional<JsonNode> value) {
        List<String> all = new ArrayList<>();
        value.map(node -> node.get("Address")).ifPresent(address -> {
            if (address.has("List")) for (JsonNode one : address.get("List")) all.add(address(one));
            if (address.has("Group"))
                for (JsonNode group : address.get("Group")) {
                    for (JsonNode one : group.get("addresses")) all.add(address(one));
                    if (group.get("addresses").isEmpty()) all.add(string(group, "name"));
                }
        });
        return String.join("; ", all);
    }

    private static String address(JsonNode address) {
        return folded(new EmailAddress(string(address, "name"), string(address, "address")).toString());
    }

    private static String addresses(List<EmailAddress> addresses) {
        return String.join(
                "; ",
                addresses.stream().map(address -> folded(address.toString())).toList());
    }

    private static String string(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isString() ? "" : value.asString();
    }

    private static Optional<Instant> date(Optional<JsonNode> value) {
        JsonNode date = value.map(node -> node.get("DateTime")).orElse(null);
        if (date == null) return Optional.empty();
        int minutes = date.get("tz_hour").asInt() * 60 + date.get("tz_minute").asInt();
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(date, "year"),
                    number(date, "month"),
                    number(date, "day"),
                    number(date, "hour"),
                    number(date, "minute"),
                    number(date, "second"));
            return Optional.of(local.toInstant(ZoneOffset.UTC)
                    .plusSeconds(60L * (date.get("tz_before_gmt").asBoolean() ? minutes : -minutes)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int number(JsonNode node, String name) {
        return node.get(name).asInt();
    }

    private static String fileName(JsonNode part) {
        String disposition = attribute(header(part, "content_disposition"), "filename");
        return folded(disposition.isEmpty() ? attribute(header(part, "content_type"), "name") : disposition);
    }

    private static String attribute(Optional<JsonNode> value, String name) {
        JsonNode attributes = value.map(node -> node.get("ContentType"))
                .map(node -> node.get("attributes"))
                .orElse(null);
        if (attributes == null || !attributes.isArray()) return "";
        for (JsonNode attribute : attributes)
            if (string(attribute, "name").equals(name)) return string(attribute, "value");
        return "";
    }

    /// Space counts as one, wherever it stands: the readers differ in what they do with it, and no reader of mail sees
    /// it.
    private static String folded(String text) {
        return text.replaceAll("[\\s\\u00A0\\uFEFF]+", " ").strip();
    }
}

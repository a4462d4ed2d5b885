package org.muniment.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Envelopes and events as the JSON a record keeps, encrypted. The bytes are hashed into the public entry.
final class EnvelopeText {
    static final int SIZE_BYTES_MAX = 4 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EnvelopeText() {}

    static byte[] of(Envelope envelope) {
        ObjectNode text = JSON.createObjectNode();
        text.put("source", envelope.source());
        text.put("channel", envelope.channel().name().toLowerCase(Locale.ROOT));
        text.put("receivedAt", envelope.receivedAt().toString());
        envelope.mailFrom().ifPresent(sender -> text.put("mailFrom", sender));
        if (!envelope.recipients().isEmpty()) {
            var recipients = text.putArray("recipients");
            envelope.recipients().forEach(recipients::add);
        }
        putUnlessEmpty(text, "address", envelope.peer().address());
        putUnlessEmpty(text, "helo", envelope.peer().helo());
        putUnlessEmpty(text, "tls", envelope.peer().tls());
        putUnlessEmpty(text, "certificate", envelope.peer().certificate());
        return JSON.writeValueAsBytes(text);
    }

    static Envelope envelope(byte[] json, String place) throws StoreIsDamaged {
        try {
            JsonNode text = JSON.readTree(json);
            List<String> recipients = new ArrayList<>();
            text.path("recipients").forEach(recipient -> recipients.add(recipient.asString()));
            return new Envelope(
                    text.path("source").asString(),
                    Channel.valueOf(text.path("channel").asString().toUpperCase(Locale.ROOT)),
                    text.has("mailFrom") ? Optional.of(text.path("mailFrom").asString()) : Optional.empty(),
                    recipients,
                    new Peer(
                            text.path("address").asString(""),
                            text.path("helo").asString(""),
                            text.path("tls").asString(""),
                            text.path("certificate").asString("")),
                    Instant.parse(text.path("receivedAt").asString()));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new StoreIsDamaged(place + ": the envelope is not one this program wrote", e);
        }
    }

    static byte[] of(LifecycleEvent event) {
        ObjectNode text = JSON.createObjectNode();
        text.put("kind", event.kind());
        text.put("body", event.body());
        return JSON.writeValueAsBytes(text);
    }

    static LifecycleEvent event(byte[] json, String place) throws StoreIsDamaged {
        try {
            JsonNode text = JSON.readTree(json);
            return new LifecycleEvent(
                    text.path("kind").asString(), text.path("body").asString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new StoreIsDamaged(place + ": the event is not one this program wrote", e);
        }
    }

    private static void putUnlessEmpty(ObjectNode text, String name, String value) {
        if (!value.isEmpty()) text.put(name, value);
    }
}
